"""A name while it is being worked out: token positions, what it may be, why, and how far that is trusted."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

PLACES = frozenset({"GPE", "LOC", "FAC"})


class Name(NamedTuple):
    """A stretch of tokens that may be a name. `weight` counts as a vote for `label`; of two that overlap the one of
    higher `rank` stays."""

    start: int
    end: int
    label: str
    rule: str
    weight: float = 1.0
    rank: int = 2


MODEL_RANK = 2  # what the language model found
PATTERN_RANK = 3  # what a rule found by the words of the name itself
LONGEST = 20  # tokens that a name may have to be looked for
BARE_RANK = 1  # words with a capital of which nothing is known yet


def with_longer_readings(names: list[Name]) -> list[Name]:
    """The names, those of the model ranked with what the rules found where they hold it whole and say the same.

    `Air France` outdoes the `France` in it, and a long name with a body's word inside is not cut short at that word.
    """
    rules = sorted(name for name in names if name.rank >= PATTERN_RANK)
    return [_raised(name, _overlapping(name, rules)) if name.rank == MODEL_RANK else name for name in names]


def _raised(name: Name, inside: list[Name]) -> Name:
    whole = all(name.start <= one.start and one.end <= name.end and one.rank == PATTERN_RANK for one in inside)
    same = all(one.label == name.label or (one.weight >= 4 and one.label != "PERSON") for one in inside)
    return name._replace(rank=PATTERN_RANK) if inside and whole and same else name


def _overlapping(name: Name, ordered: list[Name]) -> list[Name]:
    """The names of an ordered list that share a token with this one."""
    first = bisect_left(ordered, (name.start - LONGEST,))
    return [one for one in ordered[first : bisect_left(ordered, (name.end,))] if one.end > name.start]


def without_overlap(names: list[Name]) -> list[Name]:
    """The names that stay where some overlap, in order: higher rank first, then the longer, then the earlier."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(names, key=lambda n: (-n.rank, n.start - n.end, n.start, -n.weight, n.label)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen)
