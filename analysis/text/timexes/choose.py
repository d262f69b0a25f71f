"""Which February 15, which Monday: what an expression that says no year or no week means, by tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from analysis.text.timexes.calendar import Period, period
from analysis.text.timexes.within import Parts, cycle, number, within

NEAR = 1  # cycles looked at on either side of the anchor
FAR = 8  # the same, for the 29th of February and for dates that say their weekday


def occurrence(parts: Parts, tense: str, anchor: date) -> Period | None:
    """The one that is meant of all the days, months or weeks that the parts name, seen from the anchor.

    Past: the last that had begun; future: the first that is not over; `turn` is -1, 0, 1 for last, this, next. Days of
    a week count from the day itself: news calls its own day by its name.

    >>> occurrence({"weekday": 0}, "future", date(2024, 3, 21)).first
    datetime.date(2024, 3, 25)
    """
    found = sorted(_all(parts, anchor), key=lambda one: one.first)
    if not found:
        return None
    if "turn" in parts:
        return _by_turn(found, number(parts, "turn"), tense, anchor)
    if tense == "past" or (tense == "" and cycle(parts) in ("week", "month")):
        return _last_begun(found, anchor)
    if tense == "future" or (tense == "present" and cycle(parts) == "week"):
        return _first_open(found, anchor)
    return min(found, key=lambda one: _distance(one, anchor))


def _all(parts: Parts, anchor: date) -> Iterator[Period]:
    unit = cycle(parts)
    says_weekday = "weekday" in parts and "day" in parts
    is_rare = says_weekday or (parts.get("month") == 2 and parts.get("day") == 29)
    reach = FAR if is_rare else NEAR
    bases = [period(unit, anchor, n) for n in range(-reach, reach + 1) if _has(anchor, unit, n)]
    found = [one for base in bases if (one := within(base, parts))]
    matching = [one for one in found if one.first.weekday() == number(parts, "weekday")]
    yield from matching if says_weekday and matching else found


def _has(anchor: date, unit: str, n: int) -> bool:
    return unit != "year" or date.min.year <= anchor.year + n < date.max.year


def _by_turn(found: Sequence[Period], turn: int, tense: str, anchor: date) -> Period | None:
    if turn < 0:
        return max((one for one in found if one.end <= anchor), default=None, key=lambda one: one.first)
    if turn > 0:
        return next((one for one in found if one.first > anchor), None)
    if current := next((one for one in found if one.first <= anchor < one.end), None):
        return current
    if found[0].unit == "day":
        return _last_begun(found, anchor) if tense == "past" else _first_open(found, anchor)
    return next((one for one in found if one.first.year == anchor.year), None)


def _last_begun(found: Sequence[Period], anchor: date) -> Period | None:
    return next((one for one in reversed(found) if one.first <= anchor), None)


def _first_open(found: Sequence[Period], anchor: date) -> Period | None:
    return next((one for one in found if one.end > anchor), None)


def _distance(one: Period, anchor: date) -> int:
    if one.first <= anchor < one.end:
        return 0
    return (one.first - anchor).days if one.first > anchor else (anchor - one.end).days + 1
