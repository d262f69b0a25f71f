"""Periods of the Gregorian calendar: their days, their TIMEX3 values, and how to count them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

FINENESS = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}
MONTHS_OF = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # months in which the meteorological seasons of the north begin
SATURDAY = 5
FIRST_YEAR, LAST_YEAR = 1, 3000  # what news speaks of; leaves room for the end of a millennium


class Period(NamedTuple):
    """A day, week, month or other unit, by its first day."""

    unit: str
    first: date

    @property
    def end(self) -> date:
        """The day after its last day."""
        return self.first + timedelta(days=2) if self.unit == "weekend" else _moved(self.first, self.unit, 1)

    @property
    def value(self) -> str:
        """Its TIMEX3 value.

        >>> Period("week", date(2024, 3, 18)).value, Period("decade", date(1990, 1, 1)).value
        ('2024-W12', '199')
        """
        day = self.first
        if self.unit in ("week", "weekend"):
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "season":
            return f"{day.year:04}-{next(code for code, month in SEASONS.items() if month == day.month)}"
        written = {
            "day": day.isoformat(),
            "month": day.isoformat()[:7],
            "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
            "half": f"{day.year:04}-H{(day.month + 5) // 6}",
        }
        return (
            written.get(self.unit) or f"{day.year:04}"[: {"decade": 3, "century": 2, "millennium": 1}.get(self.unit, 4)]
        )


def add(day: date, unit: str, n: int) -> date:
    """The day so many units later; the last of a month where that month is shorter.

    Raises OverflowError outside of FIRST_YEAR to LAST_YEAR.

    >>> add(date(2024, 1, 31), "month", 1), add(date(2024, 3, 21), "week", -1)
    (datetime.date(2024, 2, 29), datetime.date(2024, 3, 14))
    """
    moved = _moved(day, unit, n)
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        raise OverflowError(f"{n} {unit} from {day} is out of range")
    return moved


def _moved(day: date, unit: str, n: int) -> date:
    if unit in DAYS_OF:
        return day + timedelta(days=n * DAYS_OF[unit])
    months = day.year * 12 + day.month - 1 + n * MONTHS_OF[unit]
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"no calendar has the year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period(unit: str, day: date, n: int = 0) -> Period:
    """The period of a unit that holds a day, or so many before or after it. Raises OverflowError.

    >>> period("quarter", date(2024, 3, 21), -1).value, period("weekend", date(2024, 3, 21)).value
    ('2023-Q4', '2024-W12-WE')
    """
    return Period(unit, add(_first(unit, day), unit, n))


def _first(unit: str, day: date) -> date:
    if unit in ("week", "weekend"):
        return day - timedelta(days=day.weekday() - (SATURDAY if unit == "weekend" else 0))
    if unit == "day":
        return day
    months = MONTHS_OF[unit]
    if months < 12:
        return date(day.year, (day.month - 1) // months * months + 1, 1)
    return date(max(day.year // (months // 12) * (months // 12), 1), 1, 1)


def weeks_of_month(first: date) -> Sequence[Period]:
    """The weeks of a month: those that have their Thursday in it, as ISO 8601 counts the weeks of a year."""
    weeks = (period("week", first, n) for n in range(6))
    return [week for week in weeks if (week.first + timedelta(days=3)).month == first.month]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    quotient, remainder = divmod(rest, 4)
    to_sunday = (32 + 2 * skipped + 2 * quotient - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The nth weekday of a month (n from 1, -1 for the last), None where it has none.

    >>> nth_weekday(2024, 11, 3, 4), nth_weekday(2024, 5, 0, -1)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27))
    """
    days = [date(year, month, d) for d in range(1, monthrange(year, month)[1] + 1)]
    found = [day for day in days if day.weekday() == weekday]
    at = n - 1 if n > 0 else n
    return found[at] if -len(found) <= at < len(found) else None


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, by its rule in the lexicon.

    >>> holiday("12-25", 2024), holiday("easter-2", 2024)
    (datetime.date(2024, 12, 25), datetime.date(2024, 3, 29))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, day, *nth = rule.split("-", 2)
    return nth_weekday(year, int(month), int(day), int(nth[0])) if nth else date(year, int(month), int(day))
