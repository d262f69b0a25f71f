"""Amounts in words: a number with its unit."""

from __future__ import annotations

from analysis.queries.engine.database import Row
from display.safe import is_empty

PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "percent": "percent",
}
LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(value: float, unit: object) -> str:
    """A number with its unit; from a million on in millions and billions.

    >>> amount(240_000_000, "USD"), amount(12.5, "%"), amount(40, "people"), amount(1066, None)
    ('240 million USD', '12.5 %', '40 people', '1,066')
    >>> amount(3, "day"), amount(1, "day"), amount(2000, "barrel per day"), amount(2, "city"), amount(6, "foot")
    ('3 days', '1 day', '2,000 barrels per day', '2 cities', '6 feet')
    """
    size, name = next(((n, said) for n, said in LARGE if abs(value) >= n), (1, ""))
    number = f"{value / size:,.2f}".rstrip("0").rstrip(".")
    counted = "" if is_empty(unit) else str(unit)
    return " ".join(part for part in (number, name, counted if value == 1 else _several(counted)) if part)


def _several(unit: str) -> str:
    """The plural of a unit that is a noun in its plain form; currencies, `%` and `people` have none."""
    noun, per, rest = unit.partition(" per ")
    if not noun.isalpha() or not noun.islower() or noun in PLURALS.values():
        return unit
    if noun in PLURALS:
        return PLURALS[noun] + per + rest
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies{per}{rest}"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s") + per + rest


def amounts(row: Row) -> str:
    """The main amount of a row of FACT_ROWS, and how many others there are.

    >>> amounts({"amount": 3.0, "amount_unit": "USD", "amounts": "$3; ten mines"}), amounts({"amount": None})
    ('3 USD, 1 more', '')
    """
    if is_empty(row["amount"]):
        return ""
    others = str(row["amounts"]).count("; ")
    return amount(row["amount"], row["amount_unit"]) + (f", {others} more" if others else "")
