"""Days and times in words, in the order of the reader's language."""

from __future__ import annotations

from datetime import date

import pandas as pd

from analysis.queries.engine.database import Row
from display.dates import order
from display.safe import is_empty

BUCKET = {"day": "Days", "month": "Months", "year": "Years", "decade": "Decades"}
DAY_PARTS = {"TMO": "Morning", "TMI": "Midday", "TAF": "Afternoon", "TEV": "Evening", "TNI": "Night"}
OF_REPORT = "No time in the text: day of the report"
OF_REPORT_MEANING = "Empty where no time is known; “(day of the report)” where the text gives none for its news"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date | pd.Timestamp) -> str:
    """A day in words, in the order of the reader's language.

    >>> day(date(2024, 3, 4))
    '4 March 2024'
    """
    return order().in_words.format(day=value.day, month=MONTHS[value.month - 1], year=value.year)


def month(value: date | pd.Timestamp) -> str:
    """A month in words.

    >>> month(date(2024, 3, 4))
    'March 2024'
    """
    named, year = MONTHS[value.month - 1], value.year
    return f"{year} {named}" if order().is_year_first else f"{named} {year}"


def days(first_day: pd.Timestamp, end_day: pd.Timestamp) -> str:
    """The time from a day to the day before another, as short as its calendar allows.

    >>> days(pd.Timestamp("2024-03-01"), pd.Timestamp("2024-04-01"))
    'March 2024'
    >>> days(pd.Timestamp("2024-01-01"), pd.Timestamp("2025-01-01")), days(pd.NaT, pd.NaT)
    ('2024', '')
    >>> days(pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-05"))
    '4 March 2024'
    >>> days(pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-08"))
    '4 to 7 March 2024'
    """
    if pd.isna(first_day) or pd.isna(end_day):
        return ""
    last_day = end_day - pd.Timedelta(days=1)
    if last_day <= first_day:
        return day(first_day)
    if first_day.day == 1 and end_day == first_day + pd.DateOffset(months=1):
        return month(first_day)
    if first_day.day_of_year == 1 and end_day == first_day + pd.DateOffset(years=1):
        return str(first_day.year)
    return period(first_day, last_day)


def when(row: Row) -> str:
    """When a fact happened, in words; a day that is the report's own and not said in it is marked.

    >>> day = {"first_day": pd.Timestamp("2024-03-04"), "end_day": pd.Timestamp("2024-03-05")}
    >>> when(day | {"precision": "day"}), when(day | {"precision": "report"})
    ('4 March 2024', '4 March 2024 (day of the report)')
    """
    found = days(row["first_day"], row["end_day"])
    is_of_report = not is_empty(row["precision"]) and row["precision"] == "report"
    return f"{found} (day of the report)" if found and is_of_report else found


def period(first_day: pd.Timestamp, last_day: pd.Timestamp) -> str:
    """Both days and what lies between them.

    >>> period(pd.Timestamp("2024-01-30"), pd.Timestamp("2024-02-02"))
    '30 January to 2 February 2024'
    """
    if first_day == last_day:
        return day(first_day)
    if first_day.year != last_day.year:
        return f"{day(first_day)} to {day(last_day)}"
    start, end = _in_year(first_day), _in_year(last_day)
    if first_day.month == last_day.month:  # the month stands once: before both days, or after them
        start, end = (start, str(last_day.day)) if start.startswith(MONTHS) else (str(first_day.day), end)
    return _of_year(f"{start} to {end}", last_day.year)


def _in_year(value: pd.Timestamp) -> str:
    return order().in_year.format(day=value.day, month=MONTHS[value.month - 1])


def _of_year(said: str, year: int) -> str:
    """Days of a year with the year, where the order has it."""
    return order().in_words.replace(order().in_year, "{said}").format(said=said, year=year)


def bucket(value: pd.Timestamp, name: str) -> str:
    """A column of the timeline in words.

    >>> bucket(pd.Timestamp("2024-03-01"), "month"), bucket(pd.Timestamp("2024-01-01"), "year")
    ('March 2024', '2024')
    """
    if name == "day":
        return day(value)
    if name == "decade":
        return f"the {value.year}s"
    return str(value.year) if name == "year" else month(value)


def hour(value: str) -> str:
    """An hour or a part of the day in words.

    >>> hour("T09"), hour("TMO")
    ('09:00 to 09:59', 'Morning')
    """
    return DAY_PARTS.get(value) or f"{value[1:]}:00 to {value[1:]}:59"


def short_months(words: str) -> str:
    """The words with their months in three letters, for a narrow place.

    >>> short_months("15 February 2024"), short_months("May 2024")
    ('15 Feb 2024', 'May 2024')
    """
    return " ".join(word[:3] if word in MONTHS else word for word in words.split(" "))


def calendar(value: str) -> str:
    """A day, a month or a year that is said as in ISO 8601, in words.

    >>> calendar("2024-03-04"), calendar("2024-03"), calendar("2024")
    ('4 March 2024', 'March 2024', '2024')
    """
    return bucket(pd.Timestamp(value), ("year", "month", "day")[value.count("-")])
