"""Periods of days as the value of a field."""

from __future__ import annotations

from datetime import date, timedelta

ENDLESS = 10_000_000  # days: more than a calendar has
LONGEST = {"month": 31, "year": 366, "decade": 3653}  # days of the longest one


def period(first_day: date | None, last_day: date | None) -> str:
    """The value of the field `period`: both days are inside, an end may be open.

    >>> period(date(2024, 1, 1), None)
    '2024-01-01..'
    """
    return f"{first_day or ''}..{last_day or ''}"


def days_of(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of a period. Raises ValueError for what is none.

    >>> days_of("2024-01-01..")
    (datetime.date(2024, 1, 1), None)
    """
    first, dots, last = value.partition("..")
    if not dots or not (first or last):
        raise ValueError(f"{value!r} is no period")
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def longest(first: date | None, last: date | None) -> int:
    """The longest time, in days, that is inside a period; a calendar month takes what any month takes.

    >>> longest(date(2024, 2, 1), date(2024, 2, 29)), longest(date(2024, 2, 1), date(2024, 3, 31))
    (31, 60)
    >>> longest(date(2024, 1, 1), date(2024, 12, 31)), longest(None, date(2024, 3, 31)) > 10_000
    (366, True)
    """
    if not (first and last):
        return ENDLESS
    end = last + timedelta(days=1)
    if (first.day, end.day) != (1, 1):
        return (end - first).days
    months = 12 * (end.year - first.year) + end.month - first.month
    if months == 1:
        return LONGEST["month"]
    if first.month != 1:
        return (end - first).days
    return {12: LONGEST["year"], 120: LONGEST["decade"]}.get(months, (end - first).days)
