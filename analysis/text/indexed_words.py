"""The words of a text as search knows them: the same rule cuts the sentences of the index and the words of a query."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.lexicons.keys import fold

APOSTROPHES = "'’‘ʼʻ`"
MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"  # written over or under a letter, and no letters to Python
WORD = re.compile(rf"\w[\w{MARKS}]*(?:[{APOSTROPHES}]\w[\w{MARKS}]*)*")
PLAIN_WORD = re.compile(r"\w+", re.ASCII)
LONGEST = 200  # characters; what is longer is no word that anyone types


class IndexedWord(NamedTuple):
    """A word with its key; half-open, in characters."""

    key: str
    start: int
    end: int


def indexed_words(text: str) -> list[IndexedWord]:
    """The words of the text in order.

    >>> [word.key for word in indexed_words("Sana’a's café, re-opened")]
    ['sanaa', 'cafe', 're', 'opened']
    """
    return [IndexedWord(_key(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]


def index_keys(text: str) -> list[str]:
    """The keys of `indexed_words`, faster; most of all where a text has plain letters alone.

    >>> index_keys("The Ministry's 2 mines")
    ['the', 'ministry', '2', 'mines']
    """
    if text.isascii() and "'" not in text and "`" not in text:
        plain: list[str] = PLAIN_WORD.findall(text.lower())
        return plain if len(text) <= LONGEST else [word[:LONGEST] for word in plain]
    found: list[str] = WORD.findall(text)
    return [_key(word) for word in found]


def _key(word: str) -> str:
    """The word small, in plain letters, without apostrophes and the `'s` of the genitive."""
    if word.isalnum() and word.isascii():
        return word.lower()[:LONGEST]
    plain = fold(word).translate(STRAIGHT).lower()
    if "'" in plain:
        plain = plain.removesuffix("'s").replace("'", "")
    return "".join(plain.split())[:LONGEST] or word[:LONGEST]


STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
