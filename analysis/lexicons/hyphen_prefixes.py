"""Prefixes that stand before a hyphen and are one word with what follows, by `hyphen_prefixes.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import read_rows

HYPHENS = frozenset({"-", "‐", "‑"})
LONGEST = 40  # characters; what is longer is no such word


@cache
def prefixes() -> Mapping[str, bool]:
    """The prefixes, and whether a word means the same act or thing without them."""
    return MappingProxyType({row["prefix"]: row["keeps"] == "yes" for row in _rows()})


@cache
def apart() -> frozenset[str]:
    """Words that mean something else joined to their prefix than with a hyphen: `resign`, not `re-sign`."""
    return frozenset(row["prefix"] + word for row in _rows() for word in row["apart"].split())


def prefix_of(word: str) -> str | None:
    """The prefix of a word with a hyphen.

    >>> prefix_of("re-examine"), prefix_of("rubber-stamp"), prefix_of("reopen")
    ('re', None, None)
    """
    if len(word) > LONGEST:
        return None
    for hyphen in HYPHENS:
        first, found, rest = word.partition(hyphen)
        if found:
            return first if first in prefixes() and rest.isalpha() else None
    return None


def _rows() -> tuple[dict[str, str], ...]:
    return read_rows("hyphen_prefixes", ("prefix", "keeps", "apart"), optional=("apart",))
