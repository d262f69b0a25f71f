"""The day of publication as sources write it: ISO, RFC 2822, `15 Feb 2024`, `February 15, 2024`.

A day is kept as written: no zone is turned into another. A date that two readers may read differently (03/04/2024)
is left out, unless it is known how its source writes dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = (
    r"(?:,?\s*(?:at\s+|-\s+|\|\s+|T)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[apAP])\.?[mM]\b\.?)?(?:\s*(?:Z|GMT|UTC|[A-Z]{1,3}T|[+-]\d{2}:?\d{2})\b)?(?:\s*\([A-Z]{2,5}\))?)?"
)
DATE = re.compile(
    rf"""{WEEKDAY}(?:
        (?P<y1>\d{{4}})(?P<sep>[-/.])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})
      | (?P<y6>\d{{4}})(?P<m6>\d{{2}})(?P<d6>\d{{2}})
      | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH.format("m2")}\.?,?\s+(?P<y2>\d{{4}})
      | {MONTH.format("m3")}\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})
      | (?P<d4>\d{{1,2}})-{MONTH.format("m4")}-(?P<y4>\d{{4}})
      | (?P<a5>\d{{1,2}})(?P<sep5>[-/.])(?P<b5>\d{{1,2}})(?P=sep5)(?P<y5>\d{{4}})
    )(?!\d|[-/.]\d)(?-i:{CLOCK})""",
    re.IGNORECASE | re.VERBOSE,
)
IN_PATH = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_/.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])(?![-_/.]\d{2}(?!\d))")
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"  # how 03/04/2024 is read
YEARS = range(1600, 2200)  # outside of these, four digits are rather a number


def parse_date(words: str, order: str = "") -> datetime | None:
    """The one date in the words, with its time of day where it has one; None where there is none or several.

    `order` says how 03/04/2024 is read, by which it is no date.

    >>> parse_date("Thu, 15 Feb 2024 10:30:00 +0400")
    datetime.datetime(2024, 2, 15, 10, 30)
    >>> parse_date("03/04/2024") is None
    True
    >>> parse_date("03/04/2024", DAY_FIRST)
    datetime.datetime(2024, 4, 3, 0, 0)
    """
    found = [day for match in DATE.finditer(words) if _stands_alone(words, match) and (day := _day(match, order))]
    return found[0] if len({one.date() for one in found}) == 1 else None


def orders_of(words: str) -> Iterator[str]:
    """How each date in figures is written: DAY_FIRST, MONTH_FIRST, or `unclear`.

    >>> list(orders_of("03/13/2024")), list(orders_of("3.4.2024")), list(orders_of("2024-03-04"))
    (['month-first'], ['unclear'], [])
    """
    for match in DATE.finditer(words):
        if match["a5"]:
            first, second = int(match["a5"]), int(match["b5"])
            if first != second and min(first, second) <= 12:
                yield DAY_FIRST if first > 12 else MONTH_FIRST if second > 12 else "unclear"


def leading_date(text: str, start_char: int) -> tuple[datetime, int] | None:
    """The date that begins at a place of the text, and one past its last character.

    >>> leading_date("date 2024-03-21 On that day", 5)
    (datetime.datetime(2024, 3, 21, 0, 0), 15)
    """
    match = DATE.match(text, start_char)
    day = _day(match) if match else None
    return (day, match.end()) if match and day else None


def date_in_path(path: str) -> datetime | None:
    """The one day in the path of a file: `2024-03-21_x.txt`, `20240321.txt`, `2024/03/21/x.txt`."""
    found = {_valid(*(int(match[n]) for n in (1, 3, 4))) for match in IN_PATH.finditer(path)} - {None}
    return found.pop() if len(found) == 1 else None


def _stands_alone(words: str, match: re.Match[str]) -> bool:
    """Whether no letter or digit stands right before it."""
    return not match.start() or not words[match.start() - 1].isalnum()


def _day(match: re.Match[str], order: str = "") -> datetime | None:
    if match["a5"]:
        first, second = int(match["a5"]), int(match["b5"])
        if first <= 12 and second <= 12 and first != second:
            if not order:
                return None
            day, month = (first, second) if order == DAY_FIRST else (second, first)
        else:
            day, month = max(first, second), min(first, second)
        day_only = _valid(int(match["y5"]), month, day)
    else:
        number = next(n for n in "12346" if match[f"y{n}"])
        month_name = match[f"m{number}"].lower()
        month = int(month_name) if month_name.isdigit() else MONTHS.index(month_name[:3]) + 1
        day_only = _valid(int(match[f"y{number}"]), month, int(match[f"d{number}"]))
    return day_only and datetime.combine(day_only.date(), _clock(match))


def _clock(match: re.Match[str]) -> time:
    """The time of day, midnight where there is none."""
    hour, minute, half = int(match["hour"] or 0), int(match["minute"] or 0), (match["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time()


def _valid(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime.combine(date(year, month, day), time()) if year in YEARS else None
    except ValueError:
        return None
