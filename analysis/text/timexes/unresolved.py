"""TIMEX3 values of dates that no day is known of: X for each digit that the text leaves open."""

from __future__ import annotations

from analysis.text.timexes.within import Parts, number

UNITS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}


def open_value(parts: Parts) -> str:
    """The value of a date without its year or its week.

    >>> open_value({"month": 2, "day": 15}), open_value({"weekday": 0, "part": "MO"}), open_value({"unit": "year"})
    ('XXXX-02-15', 'XXXX-WXX-1TMO', 'XXXX')
    """
    return _date(parts, f"{number(parts, 'year'):04}" if "year" in parts else "XXXX") + time_of_day(parts)


def time_of_day(parts: Parts) -> str:
    """The time of day as it stands at the end of a value, empty where none is said."""
    if "clock" in parts:
        return f"T{parts['clock']}{parts.get('zone', '')}"
    if "part" in parts:
        return f"T{parts['part']}"
    return "TXX:XX" if parts.get("unit") in ("hour", "minute", "second") else ""


def _date(parts: Parts, year: str) -> str:
    if "month" in parts:
        day = f"-{number(parts, 'day'):02}" if "day" in parts else ""
        return f"{year}-{number(parts, 'month'):02}{day}"
    if "holiday" in parts:
        rule = str(parts["holiday"])
        return f"{year}-{rule}" if len(rule) == 5 else f"{year}-XX-XX"
    for name, letter in (("quarter", "Q"), ("half", "H"), ("season", "")):
        if name in parts:
            n = number(parts, name) if letter else 0
            return f"{year}-{letter}{(n if n > 0 else 4) if letter else parts[name]}"
    if "weekday" in parts:
        return f"{year}-WXX-{number(parts, 'weekday') + 1}"
    if "day" in parts:
        return f"{year}-XX-{number(parts, 'day'):02}"
    return UNITS.get(str(parts.get("span") or parts.get("unit") or "day"), "XXXX-XX-XX") if year == "XXXX" else year
