"""Quotations: whole, or of at most so many words where the texts of the reports may not be passed on."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.shown import ELLIPSIS, visible
from display.evidence.marking import BEFORE, LONGEST_QUOTE, Span

MOST_WORDS = 25
WORD = re.compile(r"\S+")


class Quote(NamedTuple):
    """Words of a report and the spans to mark in them, in characters into the words."""

    words: str
    spans: tuple[Span, ...]


def quote(sentence: str, spans: tuple[Span, ...], has_texts: bool) -> Quote:
    """The sentence, or of it at most MOST_WORDS words around its first mark; of a very long one a part."""
    first = min((span.start for span in spans), default=0)
    start, end = _window(sentence, first) if has_texts else _few_words(sentence, first)
    before, after = ELLIPSIS if start else "", ELLIPSIS if end < len(sentence) else ""
    moved = len(before) - start
    inside = (Span(max(one.start, start) + moved, min(one.end, end) + moved, one.classes, one.title) for one in spans)
    return Quote(visible(before + sentence[start:end] + after), tuple(one for one in inside if one.start < one.end))


def few_words(words: str, has_texts: bool) -> str:
    """The words, or the first MOST_WORDS of them.

    >>> few_words("one " * 30, False).count("one"), few_words("short", False)
    (25, 'short')
    """
    return quote(words, (), has_texts).words


def _window(sentence: str, first: int) -> tuple[int, int]:
    start = max(0, first - BEFORE) if len(sentence) > LONGEST_QUOTE else 0
    return start, min(start + LONGEST_QUOTE, len(sentence))


def _few_words(sentence: str, first: int) -> tuple[int, int]:
    """Where at most MOST_WORDS words stand, with some before the first mark."""
    words = [match.span() for match in WORD.finditer(sentence)]
    if len(words) <= MOST_WORDS:
        return _window(sentence, first)
    place = next((number for number, (_, end) in enumerate(words) if end > first), 0)
    begin = min(max(0, place - MOST_WORDS // 5), len(words) - MOST_WORDS)
    return words[begin][0], min(words[begin + MOST_WORDS - 1][1], words[begin][0] + LONGEST_QUOTE)
