"""Facts over time by theme, person or publisher."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.fields.period import fits
from analysis.fields.sql import values_in
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.windows import Window, in_window
from analysis.schema import Column, Table

MOST_LANES = 8
PERSONS = "SELECT entity_id FROM entities WHERE label = 'PERSON'"
NAME_OF_PERSON = "coalesce((SELECT e.name FROM entities e WHERE e.entity_id = value), '')"
# The value of a lane in SQL, and the join that it needs beside facts `f`.
LANES = {"theme": "h.theme", "person": "p.entity_id", "publisher": "f.told_by"}
JOINED = {
    "theme": "LEFT JOIN fact_themes h USING (fact_row)",
    "person": "LEFT JOIN (SELECT DISTINCT x.fact_row, x.entity_id FROM fact_entities x "
    f"WHERE x.entity_id IN ({PERSONS})) p USING (fact_row)",
    "publisher": "",
}
COUNTED = LANES | {"theme": "f.themes"}
NAMES = {"theme": "value", "person": NAME_OF_PERSON, "publisher": "value"}
ONE_EACH = ("publisher",)  # fields of which a fact has one value

FACTS_PER_LANE = Table(
    name="facts_per_lane",
    row="a day, month, year or decade and a theme, a person or a publisher; those without a fact are not there",
    columns=(
        Column("bucket", "day", "its first day", nullable=False),
        Column("lane", "str", "the theme, the id of the person, or the publisher; empty for none", nullable=False),
        Column("name", "str", "its name; empty for none", nullable=False),
        Column("n_facts", "int64", "facts that begin in it", unit="facts", nullable=False),
        Column("n_lane", "int64", "facts of the lane in all columns", unit="facts", nullable=False),
        Column("is_outside", "bool", "whether the filters take the lane away", nullable=False),
    ),
    key=("bucket", "lane"),
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


def facts_per_lane(
    database: Database, selection: Selection, window: Window, lane: str, most: int = MOST_LANES
) -> pd.DataFrame:
    """FACTS_PER_LANE of the `most` largest lanes by `lane` of LANES, the largest first; a fact of two persons, or of
    two themes, is in the lanes of both. After them the largest that the filters of the lanes' own field take away."""
    inside = _largest(database, selection, window, lane, most)
    if lane in ONE_EACH or selection.without(lane) == selection:
        return inside
    every = _largest(database, selection.without(lane), window, lane, most).assign(is_outside=True)
    return pd.concat([inside, every[~every["lane"].isin(inside["lane"])]], ignore_index=True)


def _largest(database: Database, selection: Selection, window: Window, lane: str, most: int) -> pd.DataFrame:
    """FACTS_PER_LANE; of a field with one value for each fact, one query finds the lanes that its filters hide too."""
    only, hidden = (selection.values(lane), selection.hidden(lane)) if lane in ONE_EACH else ((), ())
    condition = in_window(selection.without(lane) if lane in ONE_EACH else selection, window)
    params = {"most": most, "only": list(only), "hidden": list(hidden)}
    found = (
        f"SELECT date_trunc('{window.bucket}', f.first_day)::TIMESTAMP AS bucket, {COUNTED[lane]} AS lane, "
        f"count(*) AS n_facts FROM facts f {'' if lane == 'theme' else JOINED[lane]} "
        f"WHERE {fits(window.bucket)} AND {condition.sql} GROUP BY ALL"
    )
    sql = f"""
WITH counted AS MATERIALIZED (
  {_by_set(found) if lane == "theme" else found}),
     lanes AS (
  SELECT lane, coalesce(lane, '') AS value, sum(n_facts)::BIGINT AS n_lane, list_contains($hidden::VARCHAR[], value)
    OR len($only::VARCHAR[]) > 0 AND NOT list_contains($only::VARCHAR[], value) AS is_outside
  FROM counted GROUP BY lane),
     largest AS MATERIALIZED (
  (FROM lanes WHERE NOT is_outside ORDER BY n_lane DESC, value LIMIT $most) UNION ALL
  (FROM lanes WHERE is_outside ORDER BY n_lane DESC, value LIMIT $most))
SELECT bucket, value AS lane, {NAMES[lane]} AS name, n_facts, n_lane, is_outside
FROM largest l JOIN counted c ON c.lane IS NOT DISTINCT FROM l.lane
ORDER BY is_outside, n_lane DESC, value, bucket"""
    return database.frame(FACTS_PER_LANE, sql, condition.params | params)


def _by_set(found: str) -> str:
    """The same counts by theme, out of those by set of themes."""
    apart = f"SELECT bucket, {values_in('lane')} AS lane, n_facts FROM ({found})"
    return f"SELECT bucket, lane, sum(n_facts)::BIGINT AS n_facts FROM ({apart}) GROUP BY ALL"


def lanes_of_facts(database: Database, fact_ids: Sequence[str], lane: str) -> pd.DataFrame:
    """LANES_OF_FACTS of these facts by `lane` of LANES; a fact of two persons is in the lanes of both."""
    sql = f"""
SELECT DISTINCT f.fact_id, coalesce({LANES[lane]}, '') AS lane, coalesce(e.name, {LANES[lane]}, '') AS name
FROM facts f {JOINED[lane]} LEFT JOIN entities e ON e.entity_id = {LANES[lane]}
WHERE list_contains($ids::VARCHAR[], f.fact_id) ORDER BY f.fact_id, lane"""
    return database.frame(LANES_OF_FACTS, sql, {"ids": list(fact_ids)})
