"""The language of a text: English where its small words are, else as py3langid tells it.

Only a text that is clearly in another language is said to be: a few words in Latin script count as English, since what
is taken for another language is not analysed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.lexicons.languages import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE = 20_000  # characters from which the language is told
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")
WORD = re.compile(r"[^\W\d_]+")
# Small words that no other language in Latin script writes so; prose has one in six, headlines and lists few.
SMALL_WORDS = frozenset(
    ("the", "of", "and", "that", "with", "was", "said", "has", "by", "from", "which", "have", "this", "will", "were")
)
ENOUGH = 0.04  # share of the words
FEWEST_WORDS = 12  # of a text in Latin script that may be said to be in another language
SURE = 0.95  # probability; below, a text in Latin script counts as English


def language_of(text: str) -> str:
    """The language of a text by ISO 639-1.

    >>> language_of("It rained in Baku on Monday."), language_of("Дождь шел в Баку весь понедельник.")
    ('en', 'ru')
    """
    sample = text[:SAMPLE]
    is_latin = sample.isascii() or 2 * len(LATIN.findall(sample)) >= len(LETTER.findall(sample))
    if is_latin:
        words = WORD.findall(sample.lower())
        if len(words) < FEWEST_WORDS or sum(word in SMALL_WORDS for word in words) >= ENOUGH * len(words):
            return ENGLISH
    code, probability = identifier().classify(sample)
    return str(code) if not is_latin or probability >= SURE else ENGLISH


@cache
def identifier() -> LanguageIdentifier:
    """The model that tells languages, loaded where the first text wants it: it takes a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    loaded = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    loaded.set_languages(sorted(languages()))
    return loaded
