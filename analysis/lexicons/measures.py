"""Measures: units, currencies and multipliers as words, from the lexicons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from analysis.lexicons.rows import read_rows

VOWELS = frozenset("aeiouy")
MAY_BE_VERBS = frozenset({"vote", "share", "mark", "second", "pound", "foot", "yard", "won"})


class Unit(msgspec.Struct, frozen=True):
    """What is counted or measured; `factor` is what one of it is of the unit that is kept (a cent is 0.01)."""

    name: str
    kind: str
    currency: str = ""
    factor: float = 1.0


@cache
def multipliers(form: str) -> Mapping[str, float]:
    """What each word multiplies the number before it by; `glued` has those more that stand at the digits, `5m`."""
    rows = read_rows("amount_multipliers", ("word", "value", "form"))
    return MappingProxyType({row["word"]: float(row["value"]) for row in rows if row["form"] in (form, "word")})


@cache
def units() -> Mapping[str, Unit]:
    """What may stand after a number, by its words: units of measure and currencies."""
    return MappingProxyType({row["words"]: Unit(row["unit"], row["kind"]) for row in _units()} | _currencies("after"))


@cache
def signs() -> Mapping[str, Unit]:
    """The currencies that may stand before a number, by their words."""
    return MappingProxyType(_currencies("before"))


@cache
def measure_words() -> frozenset[str]:
    """The single words that are a unit, a currency or a multiplier and nothing else: `pct`, `mln`, `dlrs`, `tonnes`."""
    found = {
        word for word, unit in units().items() if unit.kind != "people" and {word, unit.name}.isdisjoint(MAY_BE_VERBS)
    }
    return frozenset(word for word in found | set(multipliers("word")) if word.isalpha())


@cache
def untelling_measures() -> frozenset[str]:
    """The single words of measures that say nothing of what a text is about: units, multipliers, `dlrs`, `cts`, `usd`.

    The names of currencies are told from them: a text may be about the yen.
    """
    currencies = (*_currencies("before").items(), *_currencies("after").items())
    short = {word for word, unit in currencies if word == unit.currency.lower() or VOWELS.isdisjoint(word)}
    found = {row["words"] for row in _units() if row["is_term"] != "yes"} | set(multipliers("word")) | short
    return frozenset(word for word in found if word.isalpha())


def _units() -> tuple[dict[str, str], ...]:
    return read_rows("amount_units", ("words", "unit", "kind", "is_term"), optional=("is_term",))


def _currencies(place: str) -> dict[str, Unit]:
    rows = read_rows("amount_currencies", ("words", "currency", "place", "factor"))
    return {
        row["words"]: Unit(row["currency"], "money", row["currency"], float(row["factor"]))
        for row in rows
        if row["place"] == place
    }
