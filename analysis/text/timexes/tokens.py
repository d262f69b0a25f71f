"""The tokens of temporal expressions: finer than spaCy's, so that `mid-1990s` and `10am` always come apart."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""
      \d{4}-\d\d?-\d\d?(?:T[\d:]+Z?)?(?![\w-])        # 2024-03-21
    | \d{1,4}/\d{1,2}/\d{1,4}(?![\w/])                # 21/03/2024
    | \d{1,2}\.\d{1,2}\.\d{4}(?!\w)                   # 21.03.2024
    | \d{1,2}:\d\d(?::\d\d)?(?![\d:])                 # 10:30
    | (?:1\d|20)?\d0'?s\b                             # 1990s
    | \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b                # 21st
    | (?:[QqHh][1-4]|[1-4][QH]|FY(?:\d\d){1,2})\b     # Q1
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])            # 1,500
    | \d+(?:\.\d+)?(?=[ap]\.?m\b|[AP]\.?M\b)          # the 10 of 10am
    | \d+(?:\.\d+)?(?!\w)                             # 10
    | [ap]\.\s?m\b\.?|[AP]\.\s?M\b\.?                 # a.m.
    | [^\W\d_]+(?!\w)                                 # words
    | \w+
    | \S
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or sign of a text, with its place in the text."""

    text: str
    start_char: int
    end_char: int


def tokens(text: str, start_char: int, end_char: int) -> list[Token]:
    """The tokens of a piece of a text.

    >>> [token.text for token in tokens("the mid-1990s, at 10am on 21st May 2024", 0, 39)]
    ['the', 'mid', '-', '1990s', ',', 'at', '10', 'am', 'on', '21st', 'May', '2024']
    """
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start_char, end_char)]
