"""How the selected facts are dated."""

from __future__ import annotations

import pandas as pd

from analysis.fields.dated import HAS_HOUR, OF_REPORT
from analysis.fields.period import BUCKETS, fits
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

# One fact of the year 1066 must not squeeze all others into one column: the middle 95 of 100 facts can stand for all.
MIDDLE = 0.95

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
        Column("n_on_report", "int64", "facts without a date whose report has one", unit="facts", nullable=False),
        Column("first_report", "day", "earliest report of a fact without a date that stands on its day"),
        Column("last_report", "day", "latest of them"),
        Column("n_with_hour", "int64", "facts that the text gives an hour or a part of the day", nullable=False),
        Column("n_of_report", "int64", "facts that have the day of their report for want of another", nullable=False),
        Column("first_day", "day", "earliest day on which a fact begins"),
        Column("last_day", "day", "latest day on which a fact begins"),
        Column("middle_first_day", "day", "earliest of the middle MIDDLE of the facts"),
        Column("middle_last_day", "day", "latest of them"),
    ),
    key=("n_facts",),
)


def dating(database: Database, selection: Selection, on_report: bool = False) -> pd.DataFrame:
    """DATING: one row; with `on_report` a fact without a date stands on the day of its report."""
    condition = facts_where(selection)
    longer = ", ".join(
        f"count(*) FILTER (f.first_day IS NOT NULL AND NOT {fits(bucket)}) AS n_longer_than_{bucket}"
        for bucket in BUCKETS
    )
    edge = (1 - MIDDLE) / 2
    day = "coalesce(f.first_day, f.told_on)" if on_report else "f.first_day"
    middle = f"quantile_disc({day}, [{edge}, {1 - edge}])"
    sql = f"""
WITH every AS MATERIALIZED (
  SELECT count(*) AS n, count(*) FILTER (f.first_day IS NULL AND f.told_on IS NOT NULL) AS n_on_report
  FROM facts f WHERE {condition.sql})
SELECT (SELECT n FROM every) AS n_facts, (SELECT n FROM every) - count(f.first_day) AS n_undated, {longer},
  (SELECT n_on_report FROM every) AS n_on_report,
  count(*) FILTER ({HAS_HOUR}) AS n_with_hour, count(*) FILTER ({OF_REPORT}) AS n_of_report,
  min({day}) AS first_day, max({day}) AS last_day,
  min(f.told_on) FILTER (f.first_day IS NULL) AS first_report,
  max(f.told_on) FILTER (f.first_day IS NULL) AS last_report,
  {middle}[1] AS middle_first_day, {middle}[2] AS middle_last_day
FROM facts f WHERE {day} IS NOT NULL AND {condition.sql}"""
    return database.frame(DATING, sql, condition.params)
