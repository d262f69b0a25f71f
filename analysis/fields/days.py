"""Periods of days as the value of a field."""

from __future__ import annotations

from datetime import date


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
