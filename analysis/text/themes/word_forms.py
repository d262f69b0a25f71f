"""Words as a theme lexicon and its model see them: plain forms, the kind of word, the place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span

from analysis.lexicons.hyphen_prefixes import prefix_of

# A title is not parsed: its words have no kind, so any that an entry asks for will do.
ANY = ""
TITLE_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")


class Word(NamedTuple):
    """A token: its words as they stand, its plain forms, its lemma (empty for what is no word of meaning)."""

    text: str
    forms: tuple[str, ...]
    lemma: str
    part_of_speech: str
    start_char: int
    end_char: int


def words_of(span: Span) -> list[Word]:
    """The words of a parsed sentence."""
    return [
        Word(
            text=t.text,
            forms=_forms(t.lower_, t.lemma_),
            lemma=_meaning(t.lower_, t.lemma_),
            part_of_speech=t.pos_,
            start_char=t.idx,
            end_char=t.idx + len(t),
        )
        for t in span
    ]


def words_of_title(title: str) -> list[Word]:
    """The words of a title, in capitals or not.

    >>> [word.lemma for word in words_of_title("MINERS END THE STRIKE")]
    ['miner', 'end', '', 'strike']
    """
    found = []
    for match in TITLE_WORD.finditer(title):
        lower = match[0].lower()
        plain = _singular(lower)
        found.append(
            Word(
                text=match[0],
                forms=_forms(lower, plain),
                lemma=_meaning(lower, plain),
                part_of_speech=ANY,
                start_char=match.start(),
                end_char=match.end(),
            )
        )
    return found


@lru_cache(maxsize=1 << 16)
def _meaning(lower: str, lemma: str) -> str:
    return lemma.lower() if lemma.isalpha() and lower not in STOP_WORDS else ""


@lru_cache(maxsize=1 << 16)
def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    """The word in lower case and its plain forms, each once; a capitalised plural is not lemmatised by the model."""
    prefix = prefix_of(lower)
    within = () if prefix is None else (lower[len(prefix) + 1 :], _singular(lower[len(prefix) + 1 :]))
    return tuple(dict.fromkeys((lower, lower.replace(".", ""), lemma.lower(), _singular(lower), *within)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
