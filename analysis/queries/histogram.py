"""When do the facts begin, and when were they published? The bars to choose a period in: each counts what the period
of its days lets through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.fields.period import DAY, fits
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

# The most bars that can be told apart in the width of the sidebar.
MOST_BARS = 120
# Of all facts with a day this share lies outside the axis at each end: one year of long ago would squeeze the rest.
OUTSIDE = 0.02
DAY_OF = {"period": DAY, "reported": "f.told_on"}  # the day that a period is about

SPAN = Table(
    name="span",
    row="the days between which nearly all facts begin",
    columns=(
        Column("first_day", "day", "first day; empty where none has a day"),
        Column("last_day", "day", "last day"),
    ),
    key=("first_day",),
)
BARS = Table(
    name="bars",
    row="facts of a day, month or year; those apart whose text gives no day",
    columns=(
        Column("first_day", "day", "first day of the bar; empty for facts without a day"),
        Column("is_in_text", "bool", "whether the text gives the day", nullable=False),
        Column("n_facts", "int64", "facts that begin in it", unit="facts", nullable=False),
    ),
    key=("first_day", "is_in_text"),
)


@dataclass(frozen=True)
class Counted:
    """How many facts are in each bar, by its first day, in order; how many of them stand on the day of their report for
    want of one in the text; and how many have no day at all."""

    in_bars: dict[date, int]
    n_on_report: int
    n_nowhere: int


@dataclass(frozen=True)
class Axis:
    """The days that the bars cover, and how long a bar is: `day`, `month` or `year`."""

    first_day: date
    last_day: date
    bucket: str

    @property
    def before(self) -> date:
        """The day that stands for all before the axis."""
        return self.first_day - timedelta(days=1)

    @property
    def after(self) -> date:
        """The day that stands for all after the axis."""
        return self.last_day + timedelta(days=1)

    @property
    def longer(self) -> date:
        """The day that stands for all in the axis that take longer than a bar."""
        return self.last_day + timedelta(days=2)


def axis(database: Database, field: str = "period") -> Axis | None:
    """The axis of the snapshot, whatever is selected; None when no fact has a day. `field` is one of DAY_OF."""
    day = DAY_OF[field]
    span = database.frame(
        SPAN,
        f"SELECT quantile_disc({day}, $low) AS first_day, quantile_disc({day}, $high) AS last_day "
        f"FROM facts f WHERE {day} IS NOT NULL",
        {"low": OUTSIDE, "high": 1 - OUTSIDE},
    )
    first, last = span["first_day"].iloc[0], span["last_day"].iloc[0]
    if pd.isna(first) or pd.isna(last):
        return None
    return axis_of(first.date(), last.date())


def axis_of(first_day: date, last_day: date) -> Axis:
    """The axis over these days with bars that are as short as there is room for.

    >>> axis_of(date(2024, 3, 4), date(2025, 1, 1))
    Axis(first_day=datetime.date(2024, 3, 1), last_day=datetime.date(2025, 1, 31), bucket='month')
    >>> axis_of(date(1200, 3, 4), date(2025, 1, 1)).first_day
    datetime.date(1906, 1, 1)
    """
    days = (last_day - first_day).days
    if days < MOST_BARS / 2:
        return Axis(first_day, last_day, "day")
    if days < MOST_BARS * 30:
        return Axis(first_day.replace(day=1), _end_of_month(last_day), "month")
    first_year = max(first_day.year, last_day.year - MOST_BARS + 1)
    return Axis(date(first_year, 1, 1), date(last_day.year, 12, 31), "year")


def facts_per_bar(database: Database, selection: Selection, along: Axis, field: str = "period") -> Counted:
    """How many facts begin, or are published, in each bar and are no longer than it, and how many are `before`, `after`
    and `longer`; bars without one are left out. The period itself does not count."""
    day = DAY_OF[field]
    is_longer = f"f.first_day IS NOT NULL AND NOT {fits(along.bucket)}" if field == "period" else "false"
    condition = facts_where(selection.without(field))
    params = {"before": along.before, "after": along.after, "longer": along.longer}
    sql = f"""
SELECT CASE WHEN {day} <= $before THEN $before::DATE WHEN {day} >= $after THEN $after::DATE
  WHEN {is_longer} THEN $longer::DATE
  ELSE date_trunc('{along.bucket}', {day})::DATE END AS first_day, f.first_day IS NOT NULL AS is_in_text,
  count(*) AS n_facts
FROM facts f WHERE {condition.sql} GROUP BY ALL ORDER BY ALL"""
    found = database.frame(BARS, sql, condition.params | params)
    is_nowhere = found["first_day"].isna()
    dated = found[~is_nowhere]
    by_day = dated.groupby("first_day")["n_facts"].sum()
    return Counted(
        in_bars={day.date(): int(n) for day, n in zip(pd.DatetimeIndex(by_day.index), by_day, strict=True)},
        n_on_report=int(dated.loc[~dated["is_in_text"], "n_facts"].sum()),
        n_nowhere=int(found.loc[is_nowhere, "n_facts"].sum()),
    )


def bars(along: Axis) -> list[tuple[date, date]]:
    """The first and the last day of each bar of the axis.

    >>> bars(axis_of(date(2024, 3, 4), date(2024, 6, 1)))[0]
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))
    """
    starts = [day.date() for day in pd.date_range(along.first_day, along.last_day, freq=FREQUENCY[along.bucket])]
    ends = [start - pd.Timedelta(days=1) for start in starts[1:]]
    return list(zip(starts, [*ends, along.last_day], strict=True))


FREQUENCY = {"day": "D", "month": "MS", "year": "YS"}


def _end_of_month(day: date) -> date:
    return (pd.Timestamp(day) + pd.offsets.MonthEnd(0)).date()
