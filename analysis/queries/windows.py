"""The time that columns show: from which day to which, and how long a column is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from analysis.fields.days import days_of
from analysis.fields.period import BUCKETS
from analysis.queries.engine.conditions import Condition, facts_where
from analysis.queries.engine.selection import Selection

# A chart with more columns than this has bars thinner than a pixel on a laptop.
MOST_BUCKETS = 400
# Where the middle of the facts takes less than this share of the whole time, and there are enough facts to say so, the
# columns show the middle only.
MIDDLE_SHARE = 0.5
ENOUGH_FACTS = 40
# The buckets that a page begins with, so that a column is at least eight pixels wide on a laptop.
ENOUGH_BUCKETS = 96
TIME_FIELDS = ("period", *BUCKETS)  # the fields that choose a time
STEPS = {"day": "1 day", "month": "1 month", "year": "1 year", "decade": "10 years"}
OFFSETS = {
    "day": pd.DateOffset(days=1),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
    "decade": pd.DateOffset(years=10),
}


class Window(NamedTuple):
    """The time that the columns show, half-open, and the bucket that they are."""

    bucket: str
    start: pd.Timestamp
    end: pd.Timestamp


def windows(days: pd.DataFrame, period: str = "") -> dict[str, Window]:
    """The windows that DATING allows, by bucket: with no more columns than MOST_BUCKETS; none without a dated fact.

    With a `period` they show no day outside it.
    """
    row = days.iloc[0]
    if pd.isna(row["first_day"]):
        return {}
    first, last = row["first_day"], row["last_day"]
    middle_first, middle_last = row["middle_first_day"], row["middle_last_day"]
    is_enough = row["n_facts"] - row["n_undated"] >= ENOUGH_FACTS
    if is_enough and (middle_last - middle_first) < MIDDLE_SHARE * (last - first):
        first, last = middle_first, middle_last
        if not pd.isna(row.get("first_report")):  # what stands on the day of a report is nowhere else
            first, last = min(first, row["first_report"]), max(last, row["last_report"])
    if period:
        first, last = _inside(row["first_day"], row["last_day"], period)
    every = [_window(bucket, first, last) for bucket in BUCKETS]
    return {window.bucket: window for window in every if _n_buckets(window) <= MOST_BUCKETS}


def default_bucket(known: Mapping[str, Window]) -> str:
    """The bucket with as many columns as fit side by side, the shortest first."""
    return next((name for name, window in known.items() if _n_buckets(window) <= ENOUGH_BUCKETS), list(known)[-1])


def widened(window: Window, n_columns: int = 4) -> Window:
    """The window with some more columns on either side."""
    step = OFFSETS[window.bucket]
    start, end = window.start, window.end
    for _ in range(n_columns):
        start, end = start - step, end + step
    return Window(window.bucket, start, end)


def in_window(selection: Selection, window: Window) -> Condition:
    """The facts `f` of the selection that begin in the window."""
    condition = facts_where(selection)
    condition.add("f.first_day >= $start AND f.first_day < $end", start=plain(window.start), end=plain(window.end))
    return condition


def plain(day: pd.Timestamp) -> datetime:
    """The day as a parameter of a query."""
    return day.to_pydatetime(warn=False)


def _inside(first: pd.Timestamp, last: pd.Timestamp, period: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of the period; where it has an open end, that of the facts."""
    earliest, latest = (pd.Timestamp(day) if day else None for day in days_of(period))
    start = first if earliest is None else earliest
    end = last if latest is None else latest
    return (start, end) if start <= end else (end, end) if earliest is None else (start, start)


def _window(bucket: str, first: pd.Timestamp, last: pd.Timestamp) -> Window:
    if bucket == "decade":
        start, end = (pd.Timestamp(year=year - year % 10, month=1, day=1) for year in (first.year, last.year + 10))
        return Window(bucket, start, end)
    unit = {"day": "D", "month": "M", "year": "Y"}[bucket]
    return Window(bucket, first.to_period(unit).start_time, last.to_period(unit).end_time.ceil("D"))


def _n_buckets(window: Window) -> float:
    days = (window.end - window.start).days
    return days / {"day": 1, "month": 30, "year": 365, "decade": 3652}[window.bucket]
