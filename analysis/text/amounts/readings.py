"""Readings: the numbers of a sentence with the unit, currency and bound that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from analysis.lexicons.measures import Unit, signs, units
from analysis.text.amounts.lexicon import LONGEST, bounds, guards
from analysis.text.amounts.numbers import ARTICLES, HYPHENS, Number, clean, number_at
from analysis.text.amounts.pieces import Piece, is_joined, word_at, words_between

LONGEST_BOUND = 5
PERCENT = Unit("%", "share")
RATES = frozenset({"pound", "head", "person", "unit", "copy", "seat", "household"})
# The words that numbers in words are made of, as far as all of them begin: a first look that costs little
NUMBER = re.compile(
    r"\d|\b(?:one|tw[eo]|three|thir|fo[ur]|fi[fv]|six|seven|eight|nin|ten|eleven|hundred|thousand|million|billion|trillion|hal[fv]|quarter)",
    re.IGNORECASE,
)
TIMES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century"}
)
AGO = frozenset({"ago", "earlier", "before", "later", "after", "hence"})  # `5 dlrs a year ago` counts no rate
TENS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})


class Reading(msgspec.Struct, frozen=True):
    """A number in its sentence: the pieces from `first` to before `end` with its bound and unit, and what they say.

    `unit` is None for a bare count; `is_lent` where the other number of a range says it.
    """

    first: int
    end: int
    number: Number
    value: float
    unit: Unit | None
    per: str
    bound: str
    has_sign: bool = False
    is_lent: bool = False


def readings(text: str, found: Sequence[Piece]) -> list[Reading]:
    """The numbers of a sentence in order, none over another."""
    read: list[Reading] = []
    at = 0
    while at < len(found):
        number = number_at(found, at)
        if number is None or not _is_free(found, number):
            at += 1 if number is None else number.end - at
            continue
        one = _reading(text, found, number, read[-1].end if read else 0)
        read.append(one)
        at = one.end
    return read


def _is_free(found: Sequence[Piece], number: Number) -> bool:
    """Whether a number is no part of a name, `No. 17`, `Flight 12`, and no word goes on behind it, `5th`."""
    step = 2 if word_at(found, number.first - 1) in (".", "-", "#") else 1
    if word_at(found, number.first - step) in guards("before") and not number.is_share:
        return False
    after = word_at(found, number.end)
    if after in HYPHENS and word_at(found, number.end + 1) == "for":  # a 2-for-1 split
        return False
    is_glued = is_joined(found, number.end) and after[:1].isalnum()
    return not is_glued or after in units()


def _reading(text: str, found: Sequence[Piece], number: Number, free: int) -> Reading:
    """A number with what stands beside it; `free` is the first piece that no earlier number took."""
    sign, first = _sign(text, found, number.first, free)
    if sign is None:
        number = _without_metres(found, number)
    unit, end = _unit(text, found, number)
    unit, value = _measured(number, sign or unit)
    per, end = _rate(found, end) if unit is not None else ("", end)
    bound, first = _before(text, found, first, free, is_time=unit is not None and unit.name in TIMES)
    after, end = ("", end) if bound else _after(text, found, end)
    if word_at(found, number.end) == "+":
        after, end = "at least", max(end, number.end + 1)
    return Reading(
        first=first,
        end=end,
        number=number,
        value=value,
        unit=unit,
        per=per,
        bound=bound or after or "exact",
        has_sign=sign is not None,
    )


def _sign(text: str, found: Sequence[Piece], first: int, free: int) -> tuple[Unit | None, int]:
    """The currency before a number, and where it begins."""
    for n in (3, 2, 1):
        if first - n >= free and (sign := signs().get(words_between(text, found, first - n, first))):
            return sign, first - n
    return None, first


def _without_metres(found: Sequence[Piece], number: Number) -> Number:
    """A number whose `m` may be metres, `100m`, without it, where neither a currency nor a noun speaks for millions."""
    is_m = number.end > number.first + 1 and found[number.end - 1].word == "m"
    after = word_at(found, number.end)
    if not is_m or (after.endswith("s") and len(after) > 3) or after in ("people", "children") or after in units():
        return number
    return number._replace(end=number.end - 1, value=number.base)


def _unit(text: str, found: Sequence[Piece], number: Number) -> tuple[Unit | None, int]:
    """The unit behind a number, also joined to it by a hyphen or a plus, and where it ends."""
    step = number.end
    if word_at(found, step) in (*HYPHENS, "+") and is_joined(found, step):
        step += 1
    for n in range(min(LONGEST, len(found) - step), 0, -1):
        unit = units().get(words_between(text, found, step, step + n))
        if unit is not None and (unit.currency != "KRW" or number.value != number.base):  # won: what a team did
            return unit, step + n
    return None, number.end


def _measured(number: Number, unit: Unit | None) -> tuple[Unit | None, float]:
    """The unit and the value: of `a third of the shares` in percent, of `three-quarters of a percent` in its unit."""
    if number.is_share and unit is None:
        return PERCENT, number.value
    value = number.base if number.is_share else number.value
    return unit, clean(value * (unit.factor if unit else 1.0))


def _rate(found: Sequence[Piece], end: int) -> tuple[str, int]:
    """What a rate is counted by, `a barrel`, `per day`, and where it ends."""
    if word_at(found, end) == "of" and word_at(found, end + 2) in (*ARTICLES, "per"):  # ounces of gold a ton
        per, stop = _rate(found, end + 2)
        return (per, end) if stop > end + 2 else ("", end)
    link, word = word_at(found, end), word_at(found, end + 1)
    if not word.isalpha() or link not in (*ARTICLES, "per", "each", "/"):
        return "", end
    if word_at(found, end + 2) in AGO:
        return "", end
    unit = units().get(word)
    if unit is not None and unit.kind != "money":
        return unit.name, end + 2
    return (word, end + 2) if link == "per" or word in RATES else ("", end)


def _before(text: str, found: Sequence[Piece], first: int, free: int, is_time: bool) -> tuple[str, int]:
    """How exact the words before say that a number is, and where they begin; `over four years` is a time."""
    for n in range(LONGEST_BOUND, 0, -1):
        if first - n < free:
            continue
        words = words_between(text, found, first - n, first)
        bound = bounds("before").get(words)
        if bound is not None and not (is_time and words == "over"):
            return bound, first - n
    return "", first


def _after(text: str, found: Sequence[Piece], end: int) -> tuple[str, int]:
    for n in (2, 1):
        if end + n <= len(found) and (bound := bounds("after").get(words_between(text, found, end, end + n))):
            return bound, end + n
    return "", end


def has_number(text: str) -> bool:
    """Whether a sentence may have an amount: a digit, or a word that may be a number."""
    return NUMBER.search(text) is not None
