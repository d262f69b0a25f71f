"""Ranges and shares said with two numbers: `5 to 7 pct`, `between $5 and $7 billion`, `three in ten`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from analysis.text.amounts.numbers import clean
from analysis.text.amounts.pieces import Piece, word_at
from analysis.text.amounts.readings import PERCENT, TENS, Reading

COMPARING = frozenset({"from", "to", "vs", "versus", "against", "with"})
GOING_ON = frozenset(
    {"in", "a", "at", "on", "last", "and", "but", "for", "the", "when", "during", "by", "previously", "earlier"}
)
NEAREST = 0.05  # of two numbers of one range the smaller is at least this part of the larger
TO = frozenset({"to", "-", "‐", "‑", "–", "—", "and", "or"})


def ranged(found: Sequence[Piece], read: Sequence[Reading]) -> list[Reading]:
    """The numbers with what the second of two gives to the first: its unit, its multiplier; and their bounds."""
    kept = list(read)
    for at, (one, other) in enumerate(pairwise(read)):
        word = link(found, one, other)
        if word and _share_unit(one, other):
            kept[at : at + 2] = _joined(found, kept[at], kept[at + 1], word)
    return kept


def link(found: Sequence[Piece], one: Reading, other: Reading) -> str:
    """The one word or mark between two numbers; empty where more stands there."""
    word = word_at(found, one.end)
    return word if other.first == one.end + 1 and word in TO else ""


def _share_unit(one: Reading, other: Reading) -> bool:
    """Whether one unit, or one noun, is said for both: `5 to 7 pct`, `$5 to 7`, `30 to 40 villages`."""
    if other.unit is None:
        return one.has_sign or one.unit is None
    return one.unit is None or one.unit == other.unit


def _joined(found: Sequence[Piece], one: Reading, other: Reading, word: str) -> list[Reading]:
    unit = one.unit if other.unit is None else other.unit
    other = other if other.unit is not None or unit is None else replace(other, unit=unit)
    scale = other.number.value / other.number.base if other.number.base else 1.0
    factor = unit.factor if unit is not None else 1.0
    is_scaled = one.number.value != one.number.base
    own = one.number.value if is_scaled or one.number.base >= other.number.base else one.number.base * scale
    if not NEAREST <= own / (other.number.value or 1.0) <= 1 / NEAREST:  # `120,000 or 2.8 pct`
        return [one, other]
    one = replace(one, unit=unit, per=other.per, value=clean(own * factor), is_lent=one.unit is None)
    low, high = _bounds(found, one, other, word)
    return [replace(one, bound=low), replace(other, bound=high)]


def _bounds(found: Sequence[Piece], one: Reading, other: Reading, word: str) -> tuple[str, str]:
    """What two numbers bound: `5 to 7` a range, `from 5 to 7` a change, `5 or 7` about; `5 and 7` two amounts."""
    before = word_at(found, one.first - 1)
    is_range = one.value < other.value and before != "from" and word not in ("and", "or")
    if is_range or (word == "and" and before == "between"):
        return "at least", "at most"
    return ("about", "about") if word == "or" else (one.bound, other.bound)


def compared(found: Sequence[Piece], read: Sequence[Reading]) -> list[Reading]:
    """The numbers with the currency of the one before, `85 mln dlrs from 70 mln`, where nothing else is counted."""
    kept = list(read[:1])
    for other in read[1:]:
        before, is_scaled = kept[-1].unit, other.number.value != other.number.base
        is_same = before is not None and before.kind == "money" and word_at(found, other.first - 1) in COMPARING
        is_alone = not word_at(found, other.end).isalpha() or word_at(found, other.end) in GOING_ON
        if other.unit is None and is_scaled and is_same and is_alone:
            other = replace(other, unit=before, is_lent=True)
        kept.append(other)
    return kept


def out_of(found: Sequence[Piece], read: Sequence[Reading]) -> list[Reading]:
    """The numbers with `three in ten`, `two out of five` read as one share."""
    kept: list[Reading] = []
    for one in read:
        share = _share(found, kept[-1], one) if kept else None
        kept[-1:] = [share] if share is not None else [*kept[-1:], one]
    return kept


def _share(found: Sequence[Piece], one: Reading, other: Reading) -> Reading | None:
    between = tuple(word_at(found, at) for at in range(one.end, other.first))
    if between not in (("in",), ("out", "of"), ("in", "every")) or one.unit is not None or other.unit is not None:
        return None
    if other.value not in TENS or not 0 < one.value < other.value:
        return None
    value = round(100 * one.value / other.value, 1)
    return replace(one, end=other.end, value=value, unit=PERCENT)
