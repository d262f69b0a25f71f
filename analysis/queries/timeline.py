"""When is it said to have happened?"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import pandas as pd

from analysis.queries.conditions import Condition, facts_where
from analysis.queries.database import Database
from analysis.queries.fields import BUCKETS, fits
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

# A chart with more columns than this has bars thinner than a pixel on a laptop.
MOST_BUCKETS = 400
# One fact of the year 1066 must not squeeze all others into one column: where the middle 95 of 100 facts take less than
# half of the whole time, and there are enough facts to say so, the columns show the middle only.
MIDDLE = 0.95
MIDDLE_SHARE = 0.5
ENOUGH_FACTS = 40

FACTS_PER_BUCKET = Table(
    name="facts_per_bucket",
    row="a day, month or year and a status; every one between the first and the last is there",
    columns=(
        Column("bucket", "day", "its first day", nullable=False),
        Column("status", "str", "what became of it", nullable=False),
        Column("n_facts", "int64", "facts that begin in it", unit="facts", nullable=False),
    ),
    key=("bucket", "status"),
)
DATING = Table(
    name="dating",
    row="how the facts of the selection are dated",
    columns=(
        Column("n_facts", "int64", "facts", unit="facts", nullable=False),
        Column("n_undated", "int64", "facts without a date", unit="facts", nullable=False),
        *(
            Column(f"n_longer_than_{bucket}", "int64", f"facts that take longer than a {bucket}", nullable=False)
            for bucket in BUCKETS
        ),
        Column("first_day", "day", "earliest day on which a fact begins"),
        Column("last_day", "day", "latest day on which a fact begins"),
        Column("middle_first_day", "day", "earliest of the middle MIDDLE of the facts"),
        Column("middle_last_day", "day", "latest of them"),
    ),
    key=("n_facts",),
)


class Window(NamedTuple):
    """The time that the columns show, half-open, and the bucket that they are."""

    bucket: str
    start: pd.Timestamp
    end: pd.Timestamp


def dating(database: Database, selection: Selection) -> pd.DataFrame:
    """DATING: one row."""
    condition = facts_where(selection)
    longer = ", ".join(
        f"count(*) FILTER (f.first_day IS NOT NULL AND NOT {fits(bucket)}) AS n_longer_than_{bucket}"
        for bucket in BUCKETS
    )
    edge = (1 - MIDDLE) / 2
    sql = (
        f"SELECT count(*) AS n_facts, count(*) FILTER (f.first_day IS NULL) AS n_undated, {longer}, "
        "min(f.first_day) AS first_day, max(f.first_day) AS last_day, "
        f"quantile_disc(f.first_day, {edge}) AS middle_first_day, "
        f"quantile_disc(f.first_day, {1 - edge}) AS middle_last_day "
        f"FROM facts f WHERE {condition.sql}"
    )
    return database.frame(DATING, sql, condition.params)


def windows(days: pd.DataFrame) -> dict[str, Window]:
    """The windows that DATING allows, by bucket: with no more columns than MOST_BUCKETS; none without a dated fact."""
    row = days.iloc[0]
    if pd.isna(row["first_day"]):
        return {}
    first, last = row["first_day"], row["last_day"]
    middle_first, middle_last = row["middle_first_day"], row["middle_last_day"]
    is_enough = row["n_facts"] - row["n_undated"] >= ENOUGH_FACTS
    if is_enough and (middle_last - middle_first) < MIDDLE_SHARE * (last - first):
        first, last = middle_first, middle_last
    every = [_window(bucket, first, last) for bucket in BUCKETS]
    return {window.bucket: window for window in every if _n_buckets(window) <= MOST_BUCKETS}


def facts_per_bucket(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """FACTS_PER_BUCKET by bucket and status; one that nobody mentions counts zero, the ends have at least one."""
    condition = facts_where(selection)
    condition.add("f.first_day >= $start AND f.first_day < $end", start=_plain(window.start), end=_plain(window.end))
    sql = f"""
WITH counted AS ({_counted(condition, window.bucket)}),
     calendar AS (
       SELECT unnest(generate_series(min(bucket), max(bucket), INTERVAL 1 {window.bucket})) AS bucket FROM counted),
     statuses AS (SELECT DISTINCT status FROM counted)
SELECT calendar.bucket, statuses.status, coalesce(n_facts, 0) AS n_facts
FROM calendar CROSS JOIN statuses LEFT JOIN counted USING (bucket, status) ORDER BY bucket, status"""
    return database.frame(FACTS_PER_BUCKET, sql, condition.params)


def _window(bucket: str, first: pd.Timestamp, last: pd.Timestamp) -> Window:
    unit = {"day": "D", "month": "M", "year": "Y"}[bucket]
    return Window(bucket, first.to_period(unit).start_time, last.to_period(unit).end_time.ceil("D"))


def _n_buckets(window: Window) -> float:
    days = (window.end - window.start).days
    return days / {"day": 1, "month": 30, "year": 365}[window.bucket]


def _counted(condition: Condition, bucket: str) -> str:
    return (
        f"SELECT date_trunc('{bucket}', f.first_day)::TIMESTAMP AS bucket, f.status, count(*) AS n_facts "
        f"FROM facts f WHERE {fits(bucket)} AND {condition.sql} GROUP BY ALL"
    )


def _plain(day: pd.Timestamp) -> datetime:
    return day.to_pydatetime(warn=False)
