"""When is it said to have happened?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from analysis.queries.conditions import Condition, facts_where
from analysis.queries.database import Database
from analysis.queries.fields import BUCKETS, HAS_HOUR, HOUR, fits
from analysis.queries.selection import Selection, days_of
from analysis.schema import Column, Table

# A chart with more columns than this has bars thinner than a pixel on a laptop.
MOST_BUCKETS = 400
# One fact of the year 1066 must not squeeze all others into one column: where the middle 95 of 100 facts take less than
# half of the whole time, and there are enough facts to say so, the columns show the middle only.
MIDDLE = 0.95
MIDDLE_SHARE = 0.5
ENOUGH_FACTS = 40
# The buckets that a page begins with, so that a column is at least eight pixels wide on a laptop.
ENOUGH_BUCKETS = 96
MOST_PUBLISHED = 31
STEPS = {"day": "1 day", "month": "1 month", "year": "1 year", "decade": "10 years"}
OFFSETS = {
    "day": pd.DateOffset(days=1),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
    "decade": pd.DateOffset(years=10),
}
PUBLISHED = {
    "day": "strftime(d.published, '%Y-%m-%d')",
    "month": "strftime(d.published, '%Y-%m')",
    "year": "strftime(d.published, '%Y')",
}
# What a lane can stand for, and what it needs beside the facts `f`.
LANES = {
    "theme": "coalesce(f.theme, '')",
    "person": "coalesce(p.entity_id, '')",
    "publisher": "coalesce(o.publisher, '')",
}
JOINED = {
    "theme": "",
    "person": (
        "LEFT JOIN (SELECT DISTINCT x.fact_id, x.entity_id FROM fact_entities x JOIN entities n USING (entity_id) "
        "WHERE n.label = 'PERSON') p ON p.fact_id = f.fact_id"
    ),
    "publisher": "JOIN documents o ON o.doc_id = f.doc_id",
}

FACTS_PER_BUCKET = Table(
    name="facts_per_bucket",
    row="a day, month, year or decade and a status; every one between the first and the last is there",
    columns=(
        Column("bucket", "day", "its first day", nullable=False),
        Column("status", "str", "what became of it", nullable=False),
        Column("n_facts", "int64", "facts that begin in it", unit="facts", nullable=False),
    ),
    key=("bucket", "status"),
)
FACTS_PER_HOUR = Table(
    name="facts_per_hour",
    row="an hour or a part of the day and a status",
    columns=(
        Column("hour", "str", "T09 for nine to ten, TMO for a morning", nullable=False),
        Column("status", "str", "what became of it", nullable=False),
        Column("n_facts", "int64", "facts that the text gives this hour", unit="facts", nullable=False),
    ),
    key=("hour", "status"),
)
FACTS_PER_LANE = Table(
    name="facts_per_lane",
    row="a day, month, year or decade and a theme, a person or a publisher; those without a fact are not there",
    columns=(
        Column("bucket", "day", "its first day", nullable=False),
        Column("lane", "str", "the theme, the id of the person, or the publisher; empty for none", nullable=False),
        Column("name", "str", "its name; empty for none", nullable=False),
        Column("n_facts", "int64", "facts that begin in it", unit="facts", nullable=False),
        Column("n_lane", "int64", "facts of the lane in all columns", unit="facts", nullable=False),
    ),
    key=("bucket", "lane"),
)
REPORTED = Table(
    name="reported",
    row="when facts are said to begin, and when they were reported",
    columns=(
        Column("bucket", "day", "first day of the day, month, year or decade in which they begin", nullable=False),
        Column("published", "str", "day, month or year of publication", nullable=False),
        Column("n_facts", "int64", "facts", unit="facts", nullable=False),
    ),
    key=("bucket", "published"),
)
TOLD = Table(
    name="told",
    row="whether an event was over when it was reported",
    columns=(
        Column("told", "str", "whether it was", allowed=("before", "on", "after"), nullable=False),
        Column("n_facts", "int64", "facts", unit="facts", nullable=False),
    ),
    key=("told",),
)
LANES_OF_FACTS = Table(
    name="lanes_of_facts",
    row="a fact in a lane",
    columns=(
        Column("fact_id", "str", "id of the fact", nullable=False),
        Column("lane", "str", "the theme, the id of the person, or the publisher; empty for none", nullable=False),
        Column("name", "str", "its name; empty for none", nullable=False),
    ),
    key=("fact_id", "lane"),
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
    if period:
        first, last = _inside(row["first_day"], row["last_day"], period)
    every = [_window(bucket, first, last) for bucket in BUCKETS]
    return {window.bucket: window for window in every if _n_buckets(window) <= MOST_BUCKETS}


def widened(window: Window, n_columns: int = 4) -> Window:
    """The window with some more columns on either side."""
    step = OFFSETS[window.bucket]
    start, end = window.start, window.end
    for _ in range(n_columns):
        start, end = start - step, end + step
    return Window(window.bucket, start, end)


def facts_per_bucket(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """FACTS_PER_BUCKET by bucket and status; one that nobody mentions counts zero, the ends have at least one."""
    condition = _in_window(selection, window)
    sql = f"""
WITH counted AS ({_counted(condition, window.bucket)}),
     calendar AS (
       SELECT unnest(generate_series(min(bucket), max(bucket), INTERVAL {STEPS[window.bucket]})) AS bucket
       FROM counted),
     statuses AS (SELECT DISTINCT status FROM counted)
SELECT calendar.bucket, statuses.status, coalesce(n_facts, 0) AS n_facts
FROM calendar CROSS JOIN statuses LEFT JOIN counted USING (bucket, status) ORDER BY bucket, status"""
    return database.frame(FACTS_PER_BUCKET, sql, condition.params)


def default_bucket(known: Mapping[str, Window]) -> str:
    """The bucket with as many columns as fit side by side, the shortest first."""
    return next((name for name, window in known.items() if _n_buckets(window) <= ENOUGH_BUCKETS), list(known)[-1])


def facts_per_hour(database: Database, selection: Selection) -> pd.DataFrame:
    """FACTS_PER_HOUR by hour and status; facts of which the text gives no hour are not in it."""
    condition = facts_where(selection)
    sql = f"""
SELECT {HOUR} AS hour, f.status, count(*) AS n_facts
FROM facts f JOIN timexes t ON t.timex_id = f.timex_id WHERE {HAS_HOUR} AND {condition.sql}
GROUP BY ALL ORDER BY hour, status"""
    return database.frame(FACTS_PER_HOUR, sql, condition.params)


def facts_per_lane(database: Database, selection: Selection, window: Window, lane: str, most: int = 8) -> pd.DataFrame:
    """FACTS_PER_LANE of the `most` largest lanes by `lane` of LANES, the largest first; a fact of two persons is in
    the lanes of both."""
    condition = _in_window(selection, window)
    sql = f"""
WITH counted AS (
  SELECT date_trunc('{window.bucket}', f.first_day)::TIMESTAMP AS bucket, {LANES[lane]} AS lane, count(*) AS n_facts
  FROM facts f {JOINED[lane]} WHERE {fits(window.bucket)} AND {condition.sql} GROUP BY ALL),
     sized AS (SELECT *, sum(n_facts) OVER (PARTITION BY lane) AS n_lane FROM counted),
     ranked AS (SELECT *, dense_rank() OVER (ORDER BY n_lane DESC, lane) AS rank FROM sized)
SELECT bucket, lane, coalesce(e.name, lane) AS name, n_facts, n_lane::BIGINT AS n_lane
FROM ranked LEFT JOIN entities e ON e.entity_id = lane WHERE rank <= $most ORDER BY rank, bucket"""
    return database.frame(FACTS_PER_LANE, sql, condition.params | {"most": most})


def lanes_of_facts(database: Database, fact_ids: Sequence[str], lane: str) -> pd.DataFrame:
    """LANES_OF_FACTS of these facts by `lane` of LANES; a fact of two persons is in the lanes of both."""
    sql = f"""
SELECT DISTINCT f.fact_id, {LANES[lane]} AS lane, coalesce(e.name, {LANES[lane]}) AS name
FROM facts f {JOINED[lane]} LEFT JOIN entities e ON e.entity_id = {LANES[lane]}
WHERE list_contains($ids::VARCHAR[], f.fact_id) ORDER BY f.fact_id, lane"""
    return database.frame(LANES_OF_FACTS, sql, {"ids": list(fact_ids)})


def told(database: Database, selection: Selection) -> pd.DataFrame:
    """TOLD of the dated facts in reports with a day of publication."""
    condition = facts_where(selection)
    sql = f"""
SELECT CASE WHEN f.end_day <= d.published THEN 'before' WHEN f.first_day > d.published THEN 'after' ELSE 'on' END
  AS told, count(*) AS n_facts
FROM facts f JOIN documents d USING (doc_id)
WHERE f.first_day IS NOT NULL AND d.published IS NOT NULL AND {condition.sql} GROUP BY 1 ORDER BY n_facts DESC, told"""
    return database.frame(TOLD, sql, condition.params)


def reported(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """REPORTED in the window: days of publication, or months or years where these are too many for a chart."""
    condition = _in_window(selection, window)
    condition.add(fits(window.bucket))
    source = f"FROM facts f JOIN documents d USING (doc_id) WHERE d.published IS NOT NULL AND {condition.sql}"
    counts = database.rows(
        f"SELECT {', '.join(f'count(DISTINCT {shape})' for shape in PUBLISHED.values())} {source}", condition.params
    )[0]
    finest = next((name for name, n in zip(PUBLISHED, counts, strict=True) if n <= MOST_PUBLISHED), "year")
    sql = (
        f"SELECT date_trunc('{window.bucket}', f.first_day)::TIMESTAMP AS bucket, {PUBLISHED[finest]} AS published, "
        f"count(*) AS n_facts {source} GROUP BY ALL ORDER BY bucket, published"
    )
    return database.frame(REPORTED, sql, condition.params)


def _in_window(selection: Selection, window: Window) -> Condition:
    condition = facts_where(selection)
    condition.add("f.first_day >= $start AND f.first_day < $end", start=_plain(window.start), end=_plain(window.end))
    return condition


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


def _counted(condition: Condition, bucket: str) -> str:
    return (
        f"SELECT date_trunc('{bucket}', f.first_day)::TIMESTAMP AS bucket, f.status, count(*) AS n_facts "
        f"FROM facts f WHERE {fits(bucket)} AND {condition.sql} GROUP BY ALL"
    )


def _plain(day: pd.Timestamp) -> datetime:
    return day.to_pydatetime(warn=False)
