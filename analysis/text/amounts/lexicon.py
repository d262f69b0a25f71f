"""The words of amounts, from the lexicons: number words, fractions, bounds, guards, people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import read_rows
from analysis.text.timexes.lexicon import meanings

LONGEST = 5  # pieces of the longest entry: `barrels`, `-`, `per`, `-`, `day`
KINDS = ("money", "people", "share", "quantity")
BOUNDS = ("exact", "at least", "at most", "about")


@cache
def number_words() -> frozenset[str]:
    """The words that are numbers, from `one` up, without multipliers and `dozen`: a round word is no amount."""
    return frozenset(w for (w, kind), v in meanings().items() if kind == "NUMBER" and v.isdecimal()) - {"dozen"}


@cache
def fractions() -> Mapping[str, int]:
    """The number of parts that a word for a part of a whole divides it into: `third`, 3."""
    return MappingProxyType(
        {row["word"]: int(row["parts"]) for row in read_rows("amount_fractions", ("word", "parts"))}
    )


@cache
def bounds(place: str) -> Mapping[str, str]:
    """The words `before` or `after` a number that say how exact it is, and what they say."""
    rows = read_rows("amount_bounds", ("words", "place", "bound"))
    return MappingProxyType({row["words"]: row["bound"] for row in rows if row["place"] == place})


@cache
def guards(place: str) -> frozenset[str]:
    """The words `before` or `after` a number that make a name, a rank or a score of it."""
    return frozenset(row["word"] for row in read_rows("amount_guards", ("word", "place")) if row["place"] == place)


@cache
def people_words(kind: str) -> frozenset[str]:
    """The nouns for people (`noun`), verbs of what befalls them (`verb`), roles that are things too (`thing`)."""
    return frozenset(row["word"] for row in read_rows("amount_people", ("word", "kind")) if row["kind"] == kind)


@cache
def person_nouns() -> frozenset[str]:
    """The nouns for single people: those of the lexicon, and roles (`minister`), but no bodies."""
    roles = read_rows("roles", ("word", "kind", "gender"), optional=("gender",))
    heads = frozenset(row["word"] for row in roles if row["kind"] == "head")
    return people_words("noun") | (heads - people_words("thing"))
