"""When it happened against when it was reported."""

from __future__ import annotations

import pandas as pd

from analysis.fields.period import fits
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.windows import Window, in_window
from analysis.schema import Column, Table

MOST_PUBLISHED = 31  # days of publication; with more of them a chart shows months, or years
DAY, MONTH, YEAR = len("2024-03-04"), len("2024-03"), len("2024")

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


def told(database: Database, selection: Selection) -> pd.DataFrame:
    """TOLD of the dated facts in reports with a day of publication."""
    condition = facts_where(selection)
    sql = f"""
SELECT CASE WHEN f.end_day <= f.told_on THEN 'before' WHEN f.first_day > f.told_on THEN 'after' ELSE 'on' END AS told,
  count(*) AS n_facts
FROM facts f
WHERE f.first_day IS NOT NULL AND f.told_on IS NOT NULL AND {condition.sql} GROUP BY 1 ORDER BY n_facts DESC, told"""
    return database.frame(TOLD, sql, condition.params)


def reported(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """REPORTED in the window: days of publication, or months or years where these are too many for a chart."""
    condition = in_window(selection, window)
    sql = f"""
WITH counted AS MATERIALIZED (
  SELECT date_trunc('{window.bucket}', f.first_day)::TIMESTAMP AS bucket, f.told_on AS published, count(*) AS n_facts
  FROM facts f WHERE {fits(window.bucket)} AND f.told_on IS NOT NULL AND {condition.sql} GROUP BY ALL),
     found AS (
  SELECT count(DISTINCT published) AS n_days, count(DISTINCT date_trunc('month', published)) AS n_months FROM counted)
SELECT bucket, left(strftime(published, '%Y-%m-%d'), CASE WHEN n_days <= {MOST_PUBLISHED} THEN {DAY}
  WHEN n_months <= {MOST_PUBLISHED} THEN {MONTH} ELSE {YEAR} END) AS published, sum(n_facts)::BIGINT AS n_facts
FROM counted CROSS JOIN found GROUP BY ALL ORDER BY bucket, published"""
    return database.frame(REPORTED, sql, condition.params)
