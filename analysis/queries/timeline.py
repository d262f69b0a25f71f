"""When is it said to have happened?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import BUCKETS, Condition, facts_where, fits
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

# A chart with more columns than this has bars thinner than a pixel on a laptop.
MOST_BUCKETS = 400

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
        Column("first_day", "day", "earliest day of a fact"),
        Column("last_day", "day", "latest day of a fact"),
    ),
    key=("n_facts",),
)


def dating(database: Database, selection: Selection) -> pd.DataFrame:
    """DATING: one row."""
    condition = facts_where(selection)
    longer = ", ".join(
        f"count(*) FILTER (f.first_day IS NOT NULL AND NOT {fits(bucket)}) AS n_longer_than_{bucket}"
        for bucket in BUCKETS
    )
    sql = (
        f"SELECT count(*) AS n_facts, count(*) FILTER (f.first_day IS NULL) AS n_undated, {longer}, "
        "min(f.first_day) AS first_day, max(f.end_day) - INTERVAL 1 DAY AS last_day "
        f"FROM facts f WHERE {condition.sql}"
    )
    return database.frame(DATING, sql, condition.params)


def buckets_that_fit(days: pd.DataFrame) -> tuple[str, ...]:
    """The buckets of BUCKETS in which a chart from the first to the last day of DATING keeps to MOST_BUCKETS."""
    first, last = days["first_day"].iloc[0], days["last_day"].iloc[0]
    if pd.isna(first) or pd.isna(last):
        return ()
    span = {"day": (last - first).days, "month": (last - first).days / 30, "year": 0}
    return tuple(bucket for bucket in BUCKETS if span[bucket] <= MOST_BUCKETS)


def facts_per_bucket(database: Database, selection: Selection, bucket: str) -> pd.DataFrame:
    """FACTS_PER_BUCKET by bucket and status; one that nobody mentions counts zero. `bucket` is one of BUCKETS."""
    condition = facts_where(selection)
    counted = _counted(condition, bucket)
    sql = f"""
WITH counted AS ({counted}),
     calendar AS (SELECT unnest(generate_series(min(bucket), max(bucket), INTERVAL 1 {bucket})) AS bucket FROM counted),
     statuses AS (SELECT DISTINCT status FROM counted)
SELECT calendar.bucket, statuses.status, coalesce(n_facts, 0) AS n_facts
FROM calendar CROSS JOIN statuses LEFT JOIN counted USING (bucket, status) ORDER BY bucket, status"""
    return database.frame(FACTS_PER_BUCKET, sql, condition.params)


def _counted(condition: Condition, bucket: str) -> str:
    return (
        f"SELECT date_trunc('{bucket}', f.first_day)::TIMESTAMP AS bucket, f.status, count(*) AS n_facts "
        f"FROM facts f WHERE {fits(bucket)} AND {condition.sql} GROUP BY ALL"
    )
