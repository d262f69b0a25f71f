"""When is it said to have happened? Facts in columns: decades, years, months, days and hours."""

from __future__ import annotations

import pandas as pd

from analysis.fields.dated import HAS_HOUR, HOUR
from analysis.fields.period import fits
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.windows import STEPS, Window, in_window, plain
from analysis.row_sets import Params
from analysis.schema import Column, Table

UNDATED = "undated"  # in the place of a status, for facts without a date on the day of their report
PUBLISHED = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}  # how the field `published` says a bucket

FACTS_PER_BUCKET = Table(
    name="facts_per_bucket",
    row="a day, month, year or decade and a status; every one between the first and the last is there",
    columns=(
        Column("bucket", "day", "its first day", nullable=False),
        Column("status", "str", "what became of it; UNDATED for those of which no day is known", nullable=False),
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
BEYOND = Table(
    name="beyond",
    row="facts that would fit a column and begin outside the window",
    columns=(
        Column("n_before", "int64", "facts before it", unit="facts", nullable=False),
        Column("n_after", "int64", "facts after it", unit="facts", nullable=False),
    ),
    key=("n_before",),
)


def facts_per_bucket(database: Database, selection: Selection, window: Window, on_report: bool = False) -> pd.DataFrame:
    """FACTS_PER_BUCKET by bucket and status; one that nobody mentions counts zero, the ends have at least one.

    With `on_report` facts without a date stand under UNDATED in the column of the day of their report.
    """
    condition = in_window(selection, window)
    undated, params = _undated(selection, window) if on_report else ("", {})
    sql = f"""
WITH counted AS (
  SELECT date_trunc('{window.bucket}', f.first_day)::TIMESTAMP AS bucket, f.status, count(*) AS n_facts
  FROM facts f WHERE {fits(window.bucket)} AND {condition.sql} GROUP BY ALL{undated}),
     calendar AS (
       SELECT unnest(generate_series(min(bucket), max(bucket), INTERVAL {STEPS[window.bucket]})) AS bucket
       FROM counted),
     statuses AS (SELECT DISTINCT status FROM counted)
SELECT calendar.bucket, statuses.status, coalesce(n_facts, 0) AS n_facts
FROM calendar CROSS JOIN statuses LEFT JOIN counted USING (bucket, status) ORDER BY bucket, status"""
    return database.frame(FACTS_PER_BUCKET, sql, condition.params | params)


def _undated(selection: Selection, window: Window) -> tuple[str, Params]:
    """The rows of the facts without a date, by the time of their report, to join to the others."""
    condition = facts_where(selection)
    sql = f"""
  UNION ALL
  SELECT date_trunc('{window.bucket}', f.told_on)::TIMESTAMP, '{UNDATED}', count(*) FROM facts f
  WHERE f.first_day IS NULL AND f.told_on >= $start AND f.told_on < $end AND {condition.sql} GROUP BY ALL"""
    return sql, condition.params


def beyond(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """BEYOND: one row."""
    condition = facts_where(selection)
    condition.add("(f.first_day < $start OR f.first_day >= $end)", start=plain(window.start), end=plain(window.end))
    sql = f"""
SELECT count(*) FILTER (f.first_day < $start) AS n_before, count(*) FILTER (f.first_day >= $end) AS n_after
FROM facts f WHERE {fits(window.bucket)} AND {condition.sql}"""
    return database.frame(BEYOND, sql, condition.params)


def facts_per_hour(database: Database, selection: Selection) -> pd.DataFrame:
    """FACTS_PER_HOUR by hour and status; facts of which the text gives no hour are not in it."""
    condition = facts_where(selection)
    sql = f"""
SELECT {HOUR} AS hour, f.status, count(*) AS n_facts
FROM facts f JOIN timexes t ON t.timex_id = f.timex_id WHERE {HAS_HOUR} AND {condition.sql}
GROUP BY ALL ORDER BY hour, status"""
    return database.frame(FACTS_PER_HOUR, sql, condition.params)
