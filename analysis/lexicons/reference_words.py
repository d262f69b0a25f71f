"""The words that references are resolved by: pronouns of the third person, and nouns and verbs that help with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import LexiconError, read_rows

KINDS = ("collective", "company", "country", "side", "speech")


@dataclass(frozen=True)
class Pronoun:
    """What a pronoun stands for: one or many; m, f or empty; a person, a thing (also a body or place) or any."""

    number: str
    gender: str
    animacy: str
    is_possessive: bool


@cache
def pronouns() -> Mapping[str, Pronoun]:
    """The pronouns by their word in small letters."""
    columns = ("word", "number", "gender", "animacy", "is_possessive")
    rows = read_rows("pronouns", columns, optional=("gender",))
    return MappingProxyType(
        {r["word"]: Pronoun(r["number"], r["gender"], r["animacy"], r["is_possessive"] == "yes") for r in rows}
    )


@cache
def reference_words(kind: str) -> frozenset[str]:
    """The words of a kind: collective (many people in the singular), company, country, side, speech (verbs)."""
    rows = read_rows("reference_words", ("word", "kind"))
    strange = sorted({row["kind"] for row in rows} - set(KINDS))
    if strange:
        raise LexiconError(f"reference_words.csv has the kinds {strange}")
    return frozenset(row["word"] for row in rows if row["kind"] == kind)
