"""What comparing two names gives, and the pairing of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.text.names.compare.forms import Word
from analysis.text.names.compare.sounds import SIMILAR, Likeness


class NameMatch(NamedTuple):
    """From 0 to 1, whether two name forms may be the same, and why, in plain words."""

    score: float
    rule: str


class Pair(NamedTuple):
    """Two words that stand for each other, by their places."""

    left: int
    right: int
    likeness: Likeness


class Alignment(NamedTuple):
    """The pairs in order of the left name, and the words of each side that have no partner."""

    pairs: tuple[Pair, ...]
    left_over: tuple[Word, ...]
    right_over: tuple[Word, ...]


def aligned(
    left: Sequence[Word], right: Sequence[Word], compare: Callable[[Word, Word], Likeness], floor: float = SIMILAR
) -> Alignment:
    """The words of two names paired, one to one, the most alike first, and of those the nearest in place."""
    scored = [(compare(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    best = sorted(
        (s for s in scored if s[0].score >= floor), key=lambda s: (-s[0].score, abs(s[1] - s[2]), s[1] + s[2])
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for found, i, j in best:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append(Pair(i, j, found))
    return Alignment(
        tuple(sorted(pairs)),
        tuple(word for i, word in enumerate(left) if i not in taken_left),
        tuple(word for j, word in enumerate(right) if j not in taken_right),
    )


def weight(words: Sequence[Word]) -> float:
    """What the words count together."""
    return sum(word.weight for word in words)
