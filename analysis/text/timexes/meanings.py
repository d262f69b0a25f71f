"""What the parts of a match mean: from words to TIMEX3 types and the parts that are laid on the calendar.

The parts of a date are `year`, `month`, `day`, `weekday` (0 is Monday), `quarter`, `half`, `season`, `decade`,
`century`, `holiday`, `nth` (the second week of a month), `part` (of a day), `clock`; a period that is counted has
`unit`, `n` and `from` (`published`, `text`, or `near` for what a part of a day belongs to); `turn` is -1, 0 or 1 for
the last, this or next one of its name; `mod` as in TIMEX3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.text.timexes.lexicon import holidays, meaning, meanings, references
from analysis.text.timexes.numbers import number, ordinal
from analysis.text.timexes.rule import Found, Meaning, Parts

FIRST_STAMP, LAST_STAMP = 1000, 2199  # years of dates in digits
OLDEST_SHORT_YEAR = 50  # '50 to '99 are read as 1950 to 1999, '00 to '49 as 2000 to 2049
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date(found: Found) -> Meaning | None:
    """A DATE, or a TIME where a part of the day is said; None where no calendar has it."""
    parts: Parts = {}
    for name, read in READERS.items():
        if name in found:
            value = read(found[name][0])
            if value is None:
                return None
            parts.update(value)
    parts = _in_24_hours(_by_day(parts))
    if not _exists(parts):
        return None
    return Meaning("TIME" if "part" in parts or "clock" in parts else "DATE", "date", parts)


def fixed(unit: str, n: int, origin: str = "published") -> Callable[[Found], Meaning | None]:
    """A date whose period the pattern itself says: `the day before yesterday`."""

    def read(found: Found) -> Meaning | None:
        meant = date(found)
        if meant is None:
            return None
        return meant._replace(parts=meant.parts | {"unit": unit or meant.parts["unit"], "n": n, "from": origin})

    return read


def around(found: Found) -> Meaning | None:
    """The week or weekend that a day lies in: `the week of March 18`."""
    day = date({name: words for name, words in found.items() if name != "base"})
    return day and day._replace(parts=day.parts | {"around": unit(found["base"][0][-1])})


def next_in_text(found: Found) -> Meaning | None:
    """A date that is counted from the one before it in the text: `the next day`."""
    meant = date(found)
    return meant and meant._replace(parts=meant.parts | {"from": "text"})


def weeks_on(found: Found) -> Meaning | None:
    """The day so many weeks after the coming weekday, before or after the last or next one: `Monday after next`.

    `step` and `steps` say what is added to the day that the other parts name.
    """
    named = {name: words for name, words in found.items() if name not in ("beyond", "unit")}
    meant = date(named)
    if meant is None:
        return None
    if "unit" in found:
        parts: Parts = {"step": "week", "steps": 2 if found["unit"][0][-1].lower() == "fortnight" else 1}
    else:
        turn = 1 if found["beyond"][0][-1].lower() == "next" else -1
        parts = {"step": "week", "steps": turn, "turn": turn}
    return meant._replace(parts=meant.parts | parts)


def year_span(found: Found) -> Meaning | None:
    """Two years that are written as one: `1986/87`."""
    first = int(found["year"][0][0])
    last = first // 100 * 100 + int(found["other"][0][0])
    last += 100 if last <= first else 0
    return Meaning("DATE", "years", {"year": first, "last": last}) if last - first < 50 else None


def before_christ(found: Found) -> Meaning | None:
    """A year before our era; dates of Python begin after it, so that it has no days."""
    return Meaning("DATE", "value", {"value": f"BC{int(found['bc'][0][0].replace(',', '')):04}"})


def same_period(found: Found) -> Meaning | None:
    """The period that was spoken of, in another year: `the same period last year`."""
    meant = date(found)
    named = found["named"][0][0].lower()
    return meant and Meaning("DATE", "same", meant.parts | {"named": named})


def reference(found: Found) -> Meaning | None:
    """The past, the present or the future at large."""
    phrase = " ".join(found["reference"][0]).lower()
    return Meaning("DATE", "value", {"value": references()[phrase]})


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


def _by_day(parts: Parts) -> Parts:
    """The parts with a unit for every count, the day where none is said, and a night as a part of a day."""
    if parts.get("unit") == "night":
        parts = parts | {"unit": "day", "part": "NI"}
    if "unit" in parts:
        since: Parts = {"n": 0, "from": "published"}
        return since | parts
    return parts | {"unit": "day"} if "n" in parts else parts


def _in_24_hours(parts: Parts) -> Parts:
    """The parts with `10:00` p.m., or in the evening, as 22:00."""
    meridiem = parts.pop("meridiem", "")
    if "clock" not in parts:
        return parts
    is_late = meridiem == "pm" or parts.pop("part", "") in ("AF", "EV", "NI")
    hour, minutes = str(parts["clock"]).split(":", 1)
    if is_late and int(hour) < 12:
        return parts | {"clock": f"{int(hour) + 12}:{minutes}"}
    return parts | {"clock": f"00:{minutes}"} if meridiem == "am" and hour == "12" else parts


def _exists(parts: Parts) -> bool:
    """Whether a calendar may have it; a day beyond the end of its month is kept where the year is said."""
    month, day = int(parts.get("month", 0)), int(parts.get("day", 1))
    longest = max(LENGTHS) if "year" in parts else LENGTHS[month - 1]
    if not (0 <= month <= 12 and 1 <= day <= longest):
        return False
    return int(parts.get("quarter", 1)) <= 4 and int(parts.get("half", 1)) <= 2


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
