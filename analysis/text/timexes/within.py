"""From a year to its third quarter, from a week to its Monday: the part of a period that an expression names."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from analysis.text.timexes.calendar import SEASONS, Period, holiday, nth_weekday, period, weeks_of_month

Parts = Mapping[str, str | int]

DETAILS = ("month", "quarter", "half", "season", "holiday", "day", "weekday", "span", "nth")


def number(parts: Parts, name: str, default: int = 0) -> int:
    """A part as a number."""
    return int(parts.get(name, default))


def cycle(parts: Parts) -> str:
    """The unit in which what the parts name comes again: a month each year, a weekday each week."""
    if any(name in parts for name in ("month", "quarter", "half", "season", "holiday")):
        return "year"
    if "nth" in parts or "day" in parts:
        return "month"
    return "week" if "weekday" in parts or "span" in parts else "day"


def within(base: Period, parts: Parts) -> Period | None:
    """The part of a period that the parts name, None where it has none (30 February).

    >>> within(Period("year", date(2024, 1, 1)), {"quarter": 3}).value
    '2024-Q3'
    """
    if "month" in parts:
        base = Period("month", date(base.first.year, number(parts, "month"), 1))
    if "nth" in parts:
        return _nth(base, parts)
    if "day" in parts:
        return _day_of(base.first, number(parts, "day"))
    if "month" in parts:
        return base
    return _part_of_year(base.first.year, parts) or _part_of_week(base, parts) or base


def within_or_month(base: Period, parts: Parts) -> Period | None:
    """The part of a period that the parts name; the month alone where it has no such day.

    >>> within_or_month(Period("year", date(2015, 1, 1)), {"month": 2, "day": 29}).value
    '2015-02'
    """
    rest = {name: value for name, value in parts.items() if name not in ("day", "nth", "weekday")}
    return within(base, parts) or within(base, rest)


def _day_of(month: date, day: int) -> Period | None:
    return Period("day", month.replace(day=day)) if day <= monthrange(month.year, month.month)[1] else None


def _part_of_year(year: int, parts: Parts) -> Period | None:
    if quarter := number(parts, "quarter"):
        return Period("quarter", date(year, 3 * quarter - 2 if quarter > 0 else 10, 1))
    if half := number(parts, "half"):
        return Period("half", date(year, 6 * half - 5, 1))
    if "season" in parts:
        return Period("season", date(year, SEASONS[str(parts["season"])], 1))
    if "holiday" in parts:
        day = holiday(str(parts["holiday"]), year)
        return Period("day", day) if day else None
    return None


def _part_of_week(base: Period, parts: Parts) -> Period | None:
    if base.unit != "week":
        return None
    if "weekday" in parts:
        return Period("day", base.first + timedelta(days=number(parts, "weekday")))
    return period("weekend", base.first) if parts.get("span") == "weekend" else None


def _nth(base: Period, parts: Parts) -> Period | None:
    """The nth day, week, weekend or weekday of a month or a year."""
    n, span, first = number(parts, "nth"), str(parts.get("span", "day")), base.first
    at = n - 1 if n > 0 else n
    if "weekday" in parts:
        month = 12 if base.unit == "year" and n < 0 else first.month
        day = nth_weekday(first.year, month, number(parts, "weekday"), n)
        return Period("day", day) if day else None
    if span == "day":
        return Period("day", first + timedelta(days=at) if at >= 0 else base.end - timedelta(days=1))
    if base.unit == "year":
        first = first if n > 0 else date(first.year, 12, 1)
    weeks = weeks_of_month(first)
    if not -len(weeks) <= at < len(weeks):
        return None
    return weeks[at] if span == "week" else period("weekend", weeks[at].first)
