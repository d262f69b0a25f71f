"""Readers of the parts of a date: from the words of one part of a match to its values (`year`, `month`, `clock`, ...).

None where the words have no value that a calendar has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.text.timexes.lexicon import holidays, meaning, meanings
from analysis.text.timexes.numbers import number, ordinal
from analysis.text.timexes.rule import Parts

FIRST_STAMP, LAST_STAMP = 1000, 2199  # years of dates in digits
OLDEST_SHORT_YEAR = 50  # '50 to '99 are read as 1950 to 1999, '00 to '49 as 2000 to 2049
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def short_year(digits: str) -> int:
    """The year that two digits stand for.

    >>> short_year("87"), short_year("06")
    (1987, 2006)
    """
    return int(digits) + (1900 if int(digits) >= OLDEST_SHORT_YEAR else 2000)


def counted_from(words: Sequence[str]) -> tuple[str, int]:
    """From where and by how many steps a word counts (`last`, `the following`); the last such word decides."""
    for word in reversed(words):
        for kind in ("SHIFT", "SHIFTTEXT", "SAME", "BACK"):
            if value := meanings().get((word.lower(), kind)):
                origin, steps = value.split(":")
                return origin, int(steps)
    return "published", 0


def _year(words: Sequence[str]) -> Parts | None:
    digits = words[-1].removeprefix("FY")
    year = short_year(digits) if len(digits) == 2 else int(digits)
    parts: Parts = {"year": year}
    return parts | {"fiscal": 1} if words[-1].startswith("FY") else parts


def _named(name: str, *kinds: str) -> Callable[[Sequence[str]], Parts | None]:
    """A reader of the value of a word."""

    def read(words: Sequence[str]) -> Parts | None:
        value = meaning(words[-1], *kinds)
        return {name: int(value) if value.lstrip("-").isdigit() else value}

    return read


def _ordinal(name: str) -> Callable[[Sequence[str]], Parts | None]:
    """A reader of an ordinal or of digits."""

    def read(words: Sequence[str]) -> Parts | None:
        value = ordinal(words)
        return None if value is None else {name: value}

    return read


def _code(name: str) -> Callable[[Sequence[str]], Parts | None]:
    return lambda words: {name: int("".join(c for c in words[0] if c.isdigit()))}


def _decade(words: Sequence[str]) -> Parts | None:
    word = words[-1].lower()
    if (digits := word.rstrip("'’s")).isdigit():
        return {"decade": int(digits) // 10 if len(digits) == 4 else 190 + int(digits) // 10}
    return {"decade": 190 + int(meaning(word, "DECADEWORD"))}


def _century(words: Sequence[str]) -> Parts | None:
    value = ordinal(words)
    return {"century": value - 1} if value and 1 <= value <= 22 else None


def _shift(words: Sequence[str]) -> Parts | None:
    origin, steps = counted_from(words)
    return {"from": origin, "n": steps}


def _turn(words: Sequence[str]) -> Parts | None:
    origin, steps = counted_from(words)
    return {"turn": steps} | ({"from": origin} if origin == "text" else {})


def _dayword(words: Sequence[str]) -> Parts | None:
    origin, steps = meaning(words[0], "DAYWORD").split(":")
    return {"unit": "day", "from": origin, "n": int(steps)}


def _unit(words: Sequence[str]) -> Parts | None:
    return {"unit": unit(words[-1])}


def unit(word: str) -> str:
    """The unit that a word names, whether it is one or many."""
    return meaning(word, "UNIT", "UNITS", "HALF")


def _stamp(words: Sequence[str]) -> Parts | None:
    """A date in digits; where day and month can't be told apart only its year."""
    stamp, _, clock = words[0].partition("T")
    separator = next(c for c in stamp if not c.isdigit())
    numbers = [int(n) for n in stamp.split(separator)]
    lengths, is_unclear = [len(n) for n in stamp.split(separator)], False
    if lengths[0] == 4:
        year, month, day = numbers
    elif lengths[2] in (2, 4):
        day, month, year = numbers
        year = year if lengths[2] == 4 else short_year(f"{year:02}")
        if separator == "/" and month > 12:
            day, month = month, day
        is_unclear = separator == "/" and day <= 12 and day != month
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= max(LENGTHS) and FIRST_STAMP <= year <= LAST_STAMP):
        return None
    if is_unclear:
        return {"year": year, "unclear": f"{day:02}-{month:02}"}
    return {"year": year, "month": month, "day": day} | ({"clock": clock[:5]} if len(clock) >= 5 else {})


def _clock(words: Sequence[str]) -> Parts | None:
    """A time of day: 24 hours, hours and minutes."""
    text = words[0]
    if text.lower() in ("noon", "midday", "midnight"):
        return {"clock": meaning(text, "NOON")}
    if len(text) == 4 and text.isdigit():
        return {"clock": f"{text[:2]}:{text[2:]}"}
    hour, _, minute = text.replace(".", ":").partition(":")
    if not hour.isdigit():
        hour = meaning(text, "NUMBER")
    return {"clock": f"{int(hour):02}:{minute or '00'}"} if int(hour) <= 24 else None


def _zone(words: Sequence[str]) -> Parts | None:
    return {"zone": meaning(words[-1], "ZONE")}


def _holiday(words: Sequence[str]) -> Parts | None:
    return {"holiday": holidays()[" ".join(words).lower().replace("’", "'")]}


def _day(words: Sequence[str]) -> Parts | None:
    """The day of a month, also in a plain number: `April four`."""
    value = number(words[-1:]) if words[-1].isalpha() else None
    return {"day": int(value)} if isinstance(value, float) else _ordinal("day")(words)


def _flag(name: str) -> Callable[[Sequence[str]], Parts | None]:
    return lambda words: {name: 1}


READERS: dict[str, Callable[[Sequence[str]], Parts | None]] = {
    "stamp": _stamp,
    "dayword": _dayword,
    "base": _unit,
    "shift": _shift,
    "turn": _turn,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "month": _named("month", "MONTH", "MONTHSHORT"),
    "day": _day,
    "weekday": _named("weekday", "WEEKDAY", "WEEKDAYSHORT"),
    "quarter": _ordinal("quarter"),
    "quartercode": _code("quarter"),
    "half": _ordinal("half"),
    "halfcode": _code("half"),
    "season": _named("season", "SEASON"),
    "holiday": _holiday,
    "nth": _ordinal("nth"),
    "span": lambda words: {"span": unit(words[-1])},
    "part": _named("part", "PART"),
    "night": lambda words: {"unit": "day", "n": 0, "from": "published", "part": "NI"},
    "clock": _clock,
    "meridiem": lambda words: {"meridiem": words[-1][0].lower() + "m"},
    "zone": _zone,
    "fiscal": _flag("fiscal"),
    "mod": _named("mod", "EDGE", "EDGEWORD", "EDGEHALF"),
}
