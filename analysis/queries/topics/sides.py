"""How do two selections differ in what they claim? Their best claims, those of events on both, and their times."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.compare import renamed
from analysis.schema import Column, Table

FACTS_BY_TIME = Table(
    name="facts_by_time",
    row="a day, month or year of publication",
    columns=(
        Column("published", "str", "it as 2024-03-04, 2024-03 or 2024; empty where it is not known", nullable=False),
        Column("n_facts", "int64", "facts of its reports", unit="facts", nullable=False),
    ),
    key=("published",),
)
SHAPES = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
MOST_DAYS, MOST_MONTHS = 14, 24  # of columns; with more the next longer time is counted


class Claims(NamedTuple):
    """Rows of the table of facts, those of most worth first: claims of events that one side alone tells, and pairs of
    the best claims of events that both tell; and how many there are of each in all."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    both: tuple[tuple[int, int], ...]
    n_left: int
    n_right: int
    n_both: int


def claims_of_sides(database: Database, left: Selection, right: Selection, most: int = 3) -> Claims:
    """What each side claims alone and both claim, `most` of each, of the same sentence one. A claim on both sides is of
    neither alone."""
    one, other = facts_where(left), renamed(facts_where(right))
    said = "lower(coalesce(f.claim, concat_ws(' ', f.actor, f.action, f.target))) AS said"
    own = f"f.fact_row, f.event_number, f.worth, {said}"
    sql = f"""
WITH l AS MATERIALIZED (SELECT {own} FROM facts f WHERE {one.sql}),
     r AS MATERIALIZED (SELECT {own} FROM facts f WHERE {other.sql}),
     shared AS MATERIALIZED (
  SELECT event_number, arg_max(l.fact_row, l.worth) AS here, arg_max(r.fact_row, r.worth) AS there,
         max(l.worth) AS worth
  FROM l JOIN r USING (event_number) WHERE l.fact_row <> r.fact_row GROUP BY 1),
     alone AS (
  SELECT 'left' AS side, fact_row, -1 AS other_row, worth, said FROM l ANTI JOIN r USING (fact_row)
  WHERE event_number IS NULL OR event_number NOT IN (SELECT event_number FROM shared)
  UNION ALL
  SELECT 'right', fact_row, -1, worth, said FROM r ANTI JOIN l USING (fact_row)
  WHERE event_number IS NULL OR event_number NOT IN (SELECT event_number FROM shared)
  UNION ALL SELECT 'both', here, there, worth, here::VARCHAR FROM shared),
     counted AS (SELECT *, count(*) OVER (PARTITION BY side) AS n FROM alone),
     unlike AS (
  SELECT * FROM counted QUALIFY row_number() OVER (PARTITION BY side, said ORDER BY worth DESC, fact_row) = 1)
SELECT side, fact_row, other_row, n FROM unlike
QUALIFY row_number() OVER (PARTITION BY side ORDER BY worth DESC, fact_row) <= $most ORDER BY worth DESC, fact_row"""
    found = database.rows(sql, one.params | other.params | {"most": most})
    numbers = {side: int(n) for side, _, _, n in found}
    rows = {side: tuple(int(row) for s, row, _, _ in found if s == side) for side in ("left", "right")}
    both = tuple((int(here), int(there)) for side, here, there, _ in found if side == "both")
    return Claims(
        left=rows["left"],
        right=rows["right"],
        both=both,
        n_left=numbers.get("left", 0),
        n_right=numbers.get("right", 0),
        n_both=numbers.get("both", 0),
    )


def times_of_sides(database: Database, *sides: Selection) -> tuple[str, list[pd.DataFrame]]:
    """FACTS_BY_TIME of each side by day, month or year, whichever are few enough for all, and which it is."""
    for bucket, most in (("day", MOST_DAYS), ("month", MOST_MONTHS)):
        found = [facts_by_time(database, side, bucket) for side in sides]
        if len({value for one in found for value in one["published"]}) <= most:
            return bucket, found
    return "year", [facts_by_time(database, side, "year") for side in sides]


def facts_by_time(database: Database, selection: Selection, bucket: str) -> pd.DataFrame:
    """FACTS_BY_TIME in their order."""
    condition = facts_where(selection)
    sql = f"""
SELECT coalesce(strftime(f.told_on, '{SHAPES[bucket]}'), '') AS published, count(*) AS n_facts
FROM facts f WHERE {condition.sql} GROUP BY 1 ORDER BY 1"""
    return database.frame(FACTS_BY_TIME, sql, condition.params)
