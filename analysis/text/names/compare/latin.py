"""Names in plain Latin letters, whatever script they are written in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from analysis.lexicons.keys import fold
from analysis.lexicons.name_forms import letters

SYLLABIC = ("HANGUL SYLLABLE ", "KATAKANA LETTER ", "HIRAGANA LETTER ", "DEVANAGARI LETTER ", "BENGALI LETTER ")


@lru_cache(maxsize=4096)
def to_latin(text: str) -> str:
    """The text in plain Latin letters; what can't be written in them stays.

    Alphabets go letter by letter (Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew), syllables by the names that
    Unicode gives them (Korean, Japanese, Hindi).

    >>> to_latin("Андрій Шевчук"), to_latin("Ильхам Алиев"), to_latin("Θεσσαλονίκη")
    ('Andriy Shevchuk', 'Ilkham Aliev', 'Thessaloniki')
    >>> to_latin("バク"), to_latin("Çelik"), to_latin("巴库")
    ('baku', 'Celik', '巴库')
    """
    if text.isascii():
        return text
    written = fold("".join(_letter(c) for c in unicodedata.normalize("NFC", text)))
    return written.upper() if text.isupper() else written


def _letter(character: str) -> str:
    if character.isascii():
        return character
    table = letters()
    for form in (character, _bare(character)):
        small = form.lower()
        latin = table.get(ord(small)) if len(small) == 1 else None
        if latin is not None:
            return latin.capitalize() if form.isupper() else latin
    name = unicodedata.name(character, "")
    if name.startswith(SYLLABIC):
        return name.rsplit(" ", 1)[1].lower()
    return " " if name.startswith("KATAKANA MIDDLE DOT") else character


def _bare(character: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
