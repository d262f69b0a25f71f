"""Days and TIMEX3 values of temporal expressions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from msgspec.structs import replace

from analysis.text.records import Timex, TimexExpression
from analysis.text.timexes.calendar import FINENESS, FIRST_YEAR, LAST_YEAR, Period, add, period
from analysis.text.timexes.choose import occurrence
from analysis.text.timexes.unresolved import open_value, time_of_day
from analysis.text.timexes.within import DETAILS, Parts, cycle, number, within_or_month

PUBLISHED, TEXT = "published", "text"
COARSE = (
    "year",
    "quarter",
    "month",
    "half",
    "decade",
)  # counted from the day of publication where the text has no date
ROOM = 200  # years after the day of publication that may be counted
MEMORY = 30  # dates of a text that `that day` may look back over
NEAR = timedelta(days=10)  # news dates in digits are mostly of the same days; months apart, both readings are open
ALIKE = ("month", "quarter", "half", "season")  # a year before a quarter is a quarter


@dataclass
class Reading:
    """A text as it is read: the day of publication, and the dates so far with their words and sentences.

    `since` is the day on which a range begins whose end comes next; `span` are the days of the last duration that has
    some, and the number of dates before it.
    """

    published: date | None
    dates: list[tuple[str, Period, int]] = field(default_factory=list)
    since: date | None = None
    span: tuple[date, date, int] | None = None


def resolve_timexes(expressions: Sequence[TimexExpression], published: date | None) -> tuple[Timex, ...]:
    """The value and days of each expression, in order, given the day of publication (None: unknown).

    `anchor` is `published`, `text` for what needs none, or the words of the date that an expression is counted from.
    """
    is_known = published is not None and FIRST_YEAR < published.year < LAST_YEAR - ROOM
    reading = Reading(published if is_known else None)
    timexes = [_resolved(expression, reading) for expression in expressions]
    return tuple(_connected(expressions, timexes, place) for place in range(len(timexes)))


def _resolved(expression: TimexExpression, reading: Reading) -> Timex:
    timex, found = RESOLVERS[expression.rule](expression, reading)
    if found is not None and expression.rule in ("date", "same"):
        reading.dates.append((expression.text, found, expression.sentence))
    if timex.first_day and timex.end_day and timex.type == "DURATION":
        reading.span = (timex.first_day, timex.end_day, len(reading.dates))
    reading.since = found.first if found is not None and "until" in expression.parts else None
    return timex


def _date(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    if "fiscal" in e.parts:
        return _fiscal(e, reading), None
    if "unclear" in e.parts:
        return _unclear(e, reading)
    anchor, found = _placed(e, reading)
    return _timex(e, open_value(e.parts) if found is None else found.value + time_of_day(e.parts), found, anchor), found


def _placed(e: TimexExpression, reading: Reading) -> tuple[str, Period | None]:
    """What a date is counted from, and the period that it is; None where that is not known."""
    parts = e.parts
    if fixed := _absolute(parts):
        return TEXT, _around(within_or_month(fixed, parts), parts)
    anchor, seen = _anchor(e, reading)
    if seen is None:
        return anchor, None
    try:
        if "unit" in parts:
            return anchor, _further(_counted(seen, parts), parts)
        tense, day = ("future", reading.since) if reading.since else (e.tense, seen.first)
        tense = "future" if "steps" in parts else tense
        return anchor, _further(_around(occurrence(parts, tense, day), parts), parts)
    except OverflowError:
        return anchor, None


def _further(found: Period | None, parts: Parts) -> Period | None:
    """The day so many steps after the one that the parts name: a week from Friday, the Monday after next."""
    if found is None or "steps" not in parts:
        return found
    return found._replace(first=add(found.first, str(parts["step"]), number(parts, "steps")))


def _absolute(parts: Parts) -> Period | None:
    if "year" in parts:
        return Period("year", date(number(parts, "year"), 1, 1))
    if "decade" in parts:
        return Period("decade", date(10 * number(parts, "decade"), 1, 1))
    return Period("century", date(max(100 * number(parts, "century"), 1), 1, 1)) if "century" in parts else None


def _anchor(e: TimexExpression, reading: Reading) -> tuple[str, Period | None]:
    """The words that a relative date is counted from, and their period."""
    parts, published = e.parts, reading.published
    today = Period("day", published) if published else None
    origin = parts.get("from", PUBLISHED)
    if origin in ("event", "next"):
        return "", None
    unit = str(parts.get("unit", cycle(parts)))
    if origin == PUBLISHED and (unit != "day" or "unit" in parts):
        return PUBLISHED, today
    fine = FINENESS.get(unit, 0)
    if origin in (PUBLISHED, "near"):
        reach = e.sentence - 1 if "opens" in parts or "clock" not in parts else e.sentence
        near = next((d for d in reversed(reading.dates[-3:]) if FINENESS[d[1].unit] <= fine and d[2] >= reach), None)
        return (near[0], near[1]) if near else (PUBLISHED, today)
    if before := next((d for d in reversed(reading.dates[-MEMORY:]) if FINENESS[d[1].unit] <= fine), None):
        return before[0], before[1]
    return (PUBLISHED, today) if unit in COARSE and number(parts, "n") else ("", None)


def _counted(seen: Period, parts: Parts) -> Period | None:
    """The period so many units from the anchor, or the part of it that is named."""
    unit, n = str(parts["unit"]), number(parts, "n")
    if unit not in FINENESS:
        return Period("day", seen.first)
    if "keep" in parts and unit == "year" and seen.unit in ALIKE:
        return Period(seen.unit, add(seen.first, unit, n))
    base = period(unit, seen.first, n)
    return within_or_month(base, parts) if any(name in parts for name in DETAILS) else base


def _around(found: Period | None, parts: Parts) -> Period | None:
    """The week or weekend of a day, where that is meant."""
    return period(str(parts["around"]), found.first) if found and "around" in parts else found


def _unclear(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    """A date such as 3/4/2024: the reading that is NEAR the day of publication when the other is not, else the year."""
    year, (first, second) = number(e.parts, "year"), (int(n) for n in str(e.parts["unclear"]).split("-"))
    days = [date(year, first, second), date(year, second, first)]
    near = [day for day in days if reading.published and abs(day - reading.published) <= NEAR]
    if len(near) != 1:
        return Timex(type=e.type, value=f"{year}-XX-XX", anchor=TEXT), None
    found = Period("day", near[0])
    return _timex(e, found.value, found, TEXT), found


def _fiscal(e: TimexExpression, reading: Reading) -> Timex:
    """A fiscal year or quarter: a value, and no days, since fiscal years begin where each body wants."""
    year = f"{e.parts['year']}" if "year" in e.parts else "XXXX"
    if "unit" in e.parts and reading.published and e.parts["unit"] == "year":
        year = str(reading.published.year + number(e.parts, "n"))
    anchor = TEXT if "year" in e.parts else PUBLISHED
    quarter = f"-Q{e.parts['quarter']}" if "quarter" in e.parts else ""
    return Timex(type=e.type, value=f"FY{year}{quarter}", precision="quarter" if quarter else "year", anchor=anchor)


def _same(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    """The period spoken of before, in another year: a month, a quarter, or the first months of a year."""
    anchor, year = _placed(e, reading)
    if year is None:
        return _timex(e, "XXXX", None, anchor), None
    named = str(e.parts["named"])
    if named not in FINENESS and reading.span and reading.span[2] == len(reading.dates):
        first, end, _ = reading.span
        later = year.first.year - first.year
        return _range(e, year.value, add(first, "year", later), add(end, "year", later), anchor), None
    seen = reversed(reading.dates[-MEMORY:])
    before = next((d[1] for d in seen if d[1].unit == named or (named not in FINENESS and d[1].unit in ALIKE)), None)
    if before is None:
        return _timex(e, year.value, year, anchor), None
    found = Period(before.unit, add(before.first, "year", year.first.year - before.first.year))
    return _timex(e, found.value, found, anchor), found


def _value(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    parts = e.parts
    quant, freq, mod = (str(parts.get(name, "")) for name in ("quant", "freq", "mod"))
    return Timex(type=e.type, value=str(parts["value"]), mod=mod, quant=quant, freq=freq), None


def _recent(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    """A duration up to the day before the anchor, or from the day after it."""
    value, mod, unit, n = (
        str(e.parts["value"]),
        str(e.parts.get("mod", "")),
        str(e.parts.get("unit", "")),
        number(e.parts, "n"),
    )
    anchor, seen = _anchor(e, reading) if unit in FINENESS else ("", None)
    if seen is None or not n:
        return Timex(type=e.type, value=value, anchor=anchor, mod=mod), None
    try:
        first, end = (add(seen.first, unit, n), seen.first) if n < 0 else (seen.end, add(seen.end, unit, n))
    except OverflowError:
        return Timex(type=e.type, value=value, anchor=anchor, mod=mod), None
    return _range(e, value, first, end, anchor, mod), None


def _opening(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    """The first or last months, weeks or days of a period."""
    value, unit, n = str(e.parts["value"]), str(e.parts["counted"]), number(e.parts, "count")
    is_said = any(name in e.parts for name in ("year", "month", "unit")) and "fiscal" not in e.parts
    anchor, base = _placed(e, reading) if is_said else ("", None)
    if base is None or unit not in FINENESS:
        return Timex(type=e.type, value=value, anchor=anchor), None
    try:
        first, end = (
            (base.first, add(base.first, unit, n))
            if e.parts["edge"] == "START"
            else (add(base.end, unit, -n), base.end)
        )
    except OverflowError:
        return Timex(type=e.type, value=value, anchor=anchor), None
    return _range(e, value, first, end, anchor), None


def _years(e: TimexExpression, reading: Reading) -> tuple[Timex, Period | None]:
    first, last = number(e.parts, "year"), number(e.parts, "last")
    return _range(e, f"{first}/{last}", date(first, 1, 1), date(last + 1, 1, 1), TEXT), None


def _timex(e: TimexExpression, value: str, found: Period | None, anchor: str) -> Timex:
    mod = str(e.parts.get("mod", ""))
    if found is None:
        return Timex(type=e.type, value=value, anchor=anchor, mod=mod)
    precision = "time" if e.type == "TIME" else "week" if found.unit == "weekend" else found.unit
    return Timex(
        type=e.type, value=value, first_day=found.first, end_day=found.end, precision=precision, anchor=anchor, mod=mod
    )


def _range(e: TimexExpression, value: str, first: date, end: date, anchor: str, mod: str = "") -> Timex:
    return Timex(type=e.type, value=value, first_day=first, end_day=end, precision="range", anchor=anchor, mod=mod)


def _connected(expressions: Sequence[TimexExpression], timexes: Sequence[Timex], place: int) -> Timex:
    """A timex with what the next one gives it: the end of a range, the day that it is counted from."""
    e, timex = expressions[place], timexes[place]
    follower = timexes[place + 1] if place + 1 < len(timexes) else None
    if follower is None or follower.first_day is None or follower.end_day is None:
        return timex
    if "until" in e.parts and timex.first_day and follower.end_day > timex.first_day:
        return _with_days(timex, timex.first_day, follower.end_day, "range", timex.anchor)
    if "ends" in e.parts:
        return _ending(e, timex, follower.end_day, expressions[place + 1].text)
    if follower.precision not in ("day", "time"):
        return timex
    try:
        return _from_day(e, timex, follower.first_day, expressions[place + 1].text)
    except OverflowError:
        return timex


def _ending(e: TimexExpression, timex: Timex, end: date, anchor: str) -> Timex:
    """A period up to the date that comes next: `the nine months ended September 30`, `the third quarter ended`."""
    unit = str(e.parts.get("unit") or next(name for name in ("quarter", "half") if name in e.parts))
    if unit not in FINENESS:
        return timex
    try:
        first = add(end, unit, -number(e.parts, "n", 1))
    except OverflowError:
        return timex
    whole = period(unit, first)
    value = whole.value if timex.type == "DATE" and (whole.first, whole.end) == (first, end) else timex.value
    return replace(timex, value=value, first_day=first, end_day=end, precision="range", anchor=anchor)


def _from_day(e: TimexExpression, timex: Timex, seen: date, anchor: str) -> Timex:
    """A timex counted from the day that comes next: `two days before 5 May`, `the day after 5 May`."""
    unit = str(e.parts.get("unit", ""))
    if "link" in e.parts and unit in FINENESS:
        day = add(seen, unit, number(e.parts, "link") * number(e.parts, "n"))
        return _with_days(timex, day, day + timedelta(days=1), "day", anchor)
    if e.parts.get("from") == "next":
        found = period(unit, seen, number(e.parts, "n"))
        return _timex(e, found.value + time_of_day(e.parts), found, anchor)
    return timex


def _with_days(timex: Timex, first: date, end: date, precision: str, anchor: str) -> Timex:
    return replace(timex, first_day=first, end_day=end, precision=precision, anchor=anchor)


RESOLVERS: dict[str, Callable[[TimexExpression, Reading], tuple[Timex, Period | None]]] = {
    "date": _date,
    "same": _same,
    "value": _value,
    "recent": _recent,
    "opening": _opening,
    "years": _years,
}
