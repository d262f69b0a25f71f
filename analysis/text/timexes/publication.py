"""The day of publication of a report that does not say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from analysis.text.records import TimexExpression
from analysis.text.timexes.calendar import Period
from analysis.text.timexes.choose import occurrence
from analysis.text.timexes.within import number, within_or_month

REACH = timedelta(days=92)  # a related report says the year of `February 15` when it came out within a quarter of it
LEAD = 6  # sentences, the title among them, in which news says what is new
WHOLE_DATE = ("month", "day")
SMALL_UNITS = ("day", "week", "weekend", "hour", "minute", "second")
RELATIVE = ("unit", "turn", "from", "around", "nth", "steps")


def infer_published(expressions: Sequence[TimexExpression], related: Sequence[date]) -> date | None:
    """The latest day that a report speaks of as past, when the days of related reports tell its year.

    A report comes out on that day or soon after. None without such a day among its first sentences, without a related
    report within REACH of it, when related reports tell different years, when the report's own years contradict it, and
    when it counts from its day (`today`, `on Monday`): then a day that is nearly right would make others wrong.

    >>> said = TimexExpression(0, 0, 11, "February 15", "DATE", "date", {"month": 2, "day": 15}, "past")
    >>> infer_published([said], [date(2024, 3, 21)]), infer_published([said], [])
    (datetime.date(2024, 2, 15), None)
    """
    if not tells_its_day(expressions):
        return None
    reported = [e for e in expressions if _is_reported_day(e)]
    found = {day for anchor in related if (day := _latest(reported, anchor)) and abs(day - anchor) <= REACH}
    if len(found) != 1:
        return None
    day = found.pop()
    return None if _contradicts(expressions, day) else day


def tells_its_day(expressions: Sequence[TimexExpression]) -> bool:
    """Whether a report begins with a day, with its month, that is past, and counts no day from its own."""
    begins = any(e.sentence < LEAD and _is_reported_day(e) for e in expressions)
    return begins and not any(_counts_from_today(e) for e in expressions)


def _counts_from_today(e: TimexExpression) -> bool:
    if e.rule != "date" or e.parts.get("from", "published") != "published" or "year" in e.parts:
        return False
    if "unit" in e.parts:
        return e.parts["unit"] in SMALL_UNITS
    return "month" not in e.parts and any(name in e.parts for name in ("weekday", "span", "part", "clock"))


def _is_reported_day(e: TimexExpression) -> bool:
    is_day = e.rule == "date" and all(name in e.parts for name in WHOLE_DATE)
    is_past = e.tense == "past" or (e.tense == "" and "opens" in e.parts)
    return is_day and is_past and not any(name in e.parts for name in RELATIVE)


def _latest(reported: Sequence[TimexExpression], anchor: date) -> date | None:
    """The latest of the days, those without a year in the year that is nearest to the anchor."""
    found = (_absolute(e) if "year" in e.parts else occurrence(e.parts, "", anchor) for e in reported)
    return max((one.first for one in found if one and one.unit == "day"), default=None)


def _absolute(e: TimexExpression) -> Period | None:
    """The period of an expression that says its year."""
    if e.rule != "date" or "year" not in e.parts or "fiscal" in e.parts or "unclear" in e.parts:
        return None
    return within_or_month(Period("year", date(number(e.parts, "year"), 1, 1)), e.parts)


def _contradicts(expressions: Sequence[TimexExpression], day: date) -> bool:
    """Whether something is past that begins after the day, or lies ahead that ended before it.

    What lay ahead in a sentence about the past says nothing: `in 2019 he said that it would open in 2020`.
    """
    years = [(e, period) for e in expressions if (period := _absolute(e))]
    about_past = {e.sentence for e, _ in years if e.tense == "past"}
    has_begun = any(e.tense == "past" and period.first > day for e, period in years)
    is_over = any(e.tense == "future" and e.sentence not in about_past and period.end <= day for e, period in years)
    return has_begun or is_over
