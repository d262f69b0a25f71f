"""The pieces of a sentence that amounts are read from: numbers, words, and single marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

PIECE = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S")


class Piece(NamedTuple):
    """A piece in small letters; half-open, in characters of its sentence."""

    word: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in order.

    >>> [piece.word for piece in pieces("US$3.4bn, or 1,200 two-year U.S. loans")]
    ['us', '$', '3.4', 'bn', ',', 'or', '1,200', 'two', '-', 'year', 'u.s.', 'loans']
    """
    return [Piece(match.group().lower(), match.start(), match.end()) for match in PIECE.finditer(text)]


def word_at(found: Sequence[Piece], at: int) -> str:
    """The piece at a position; empty before the first and after the last."""
    return found[at].word if 0 <= at < len(found) else ""


def is_joined(found: Sequence[Piece], at: int) -> bool:
    """Whether nothing stands between the piece at a position and the one before it."""
    return 0 < at < len(found) and found[at - 1].end == found[at].start


def words_between(text: str, found: Sequence[Piece], first: int, end: int) -> str:
    """The text of some pieces as the lexicons have it: in small letters, with single blanks."""
    return " ".join(text[found[first].start : found[end - 1].end].lower().split())
