"""Keys under which names are looked up: plain letters, without the differences that do not tell names apart."""

from __future__ import annotations

import re
import unicodedata

PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "–": "-", "‐": "-", "‑": "-", "ı": "i", "ł": "l", "Ł": "L"}
    | {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ə": "a", "Ə": "A"}
)
DOTTED = re.compile(r"\b(?:[A-Za-z]\.)+(?:[A-Za-z]\b)?")
DRESSED = re.compile(r"^(?:the|The|THE)\s+|(?:'s|')$")
ACRONYM = re.compile(r"[A-Z]{2,5}")


def fold(text: str) -> str:
    """The text in plain letters: no diacritics, straight apostrophes, hyphens for dashes.

    >>> fold("Türkiye’s Şahin"), fold("Łódź")
    ("Turkiye's Sahin", 'Lodz')
    """
    if text.isascii():
        return text
    text = text.translate(PLAIN)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def name_key(name: str) -> str:
    """The name as it is looked up: folded, small, without `the`, `'s` and the dots of initials; acronyms stay large.

    >>> name_key("the Côte d’Ivoire"), name_key("U.S."), name_key("Iran's")
    ("cote d'ivoire", 'US', 'iran')
    """
    if name.isalpha() and name.isascii():
        return name if ACRONYM.fullmatch(name) else name.lower()
    name = " ".join(fold(name).split())
    if "." in name:
        name = DOTTED.sub(lambda match: match.group().replace(".", "").upper(), name)
    name = DRESSED.sub("", name)
    return name if ACRONYM.fullmatch(name) else name.lower()


def starts_large(name: str) -> bool:
    """Whether a name, after `the`, starts as names do: not with a small letter."""
    return not name.strip().removeprefix("the ").lstrip()[:1].islower()
