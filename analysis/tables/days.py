"""Days of the calendar, which has a last one."""

from __future__ import annotations

from datetime import date, timedelta


def day_after(day: date) -> date:
    """The end of a half-open day; the calendar's last day, 9999-12-31, is its own end.

    >>> day_after(date(2024, 2, 29)), day_after(date.max)
    (datetime.date(2024, 3, 1), datetime.date(9999, 12, 31))
    """
    return day if day == date.max else day + timedelta(days=1)
