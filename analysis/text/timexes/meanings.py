"""What the parts of a match mean: from words to TIMEX3 types and the parts that are laid on the calendar.

The parts of a date are `year`, `month`, `day`, `weekday` (0 is Monday), `quarter`, `half`, `season`, `decade`,
`century`, `holiday`, `nth` (the second week of a month), `part` (of a day), `clock`; a period that is counted has
`unit`, `n` and `from` (`published`, `text`, or `near` for what a part of a day belongs to); `turn` is -1, 0 or 1 for
the last, this or next one of its name; `mod` as in TIMEX3.
"""

from __future__ import annotations

from collections.abc import Callable

from analysis.text.timexes.lexicon import references
from analysis.text.timexes.part_readers import LENGTHS, READERS, unit
from analysis.text.timexes.rule import Found, Meaning, Parts


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
