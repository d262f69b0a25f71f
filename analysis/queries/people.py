"""Who and where is named?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.database import Database
from analysis.queries.engine.passing import of_sentences
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

# The kinds that a reader tells apart, and the OntoNotes labels in each.
KINDS = {
    "people": ("PERSON",),
    "organisations": ("ORG",),
    "places": ("GPE", "LOC", "FAC"),
    "nationalities": ("NORP",),
}
NAME_FIELDS = ("entity", "person", "organisation", "place")  # what a name is filtered by
ENOUGH = 5  # times as many are looked through
MOST_BESIDE = 3  # names that a chart shows in grey: a few, as they are often much more named than those in it

NAMED = Table(
    name="named",
    row="a person, body or place that the selection names",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("role", "str", "title or office"),
        Column("country", "str", "ISO 3166 code of its country"),
        Column("n_sentences", "int64", "sentences that name it", unit="sentences", nullable=False),
        Column("n_reports", "int64", "reports that name it", unit="reports", nullable=False),
    ),
    key=("entity_id",),
)


def named(
    database: Database, selection: Selection, kind: str = "", search: str = "", page: tuple[int, int] = (0, 200)
) -> pd.DataFrame:
    """NAMED of one of KINDS, or of all, the most named first; with `search` those of whom a name form has these
    letters. `page` is the first row and how many. The reports are counted of the page alone."""
    condition = of_sentences("n", selection)
    wanted, params = _wanted(kind, search)
    sql = f"""
WITH counted AS (
  SELECT n.entity_row, count(*) AS n_sentences FROM namings n WHERE {condition.sql} GROUP BY 1),
page AS MATERIALIZED (
  SELECT entity_row, e.entity_id, e.name, e.label, e.role, e.country, n_sentences
  FROM counted JOIN entities e USING (entity_row)
  WHERE {wanted} ORDER BY n_sentences DESC, e.name, e.entity_id LIMIT $limit OFFSET $offset),
reports AS (
  SELECT n.entity_row, count(DISTINCT n.doc_row) AS n_reports FROM namings n
  WHERE n.entity_row IN (SELECT entity_row FROM page) AND {condition.sql} GROUP BY 1)
SELECT page.* EXCLUDE (entity_row), n_reports FROM page JOIN reports USING (entity_row)
ORDER BY n_sentences DESC, name, entity_id"""
    return database.frame(NAMED, sql, condition.params | params | {"offset": page[0], "limit": page[1]})


def named_beside(
    database: Database, selection: Selection, kind: str = "", search: str = "", most: int = MOST_BESIDE
) -> pd.DataFrame:
    """NAMED of whom the filters by name take away: `most` at most of those named most without these filters. No row
    where there is no such filter."""
    wide = selection
    for field in NAME_FIELDS:
        wide = wide.without(field)
    if wide == selection:
        return NAMED.empty()
    every = named(database, wide, kind, search, (0, ENOUGH * most))
    condition = of_sentences("n", selection)
    sql = f"""
SELECT DISTINCT e.entity_id FROM namings n JOIN entities e USING (entity_row)
WHERE list_contains($ids::VARCHAR[], e.entity_id) AND {condition.sql}"""
    still = {entity_id for (entity_id,) in database.rows(sql, condition.params | {"ids": list(every["entity_id"])})}
    return every[~every["entity_id"].isin(still)].head(most).reset_index(drop=True)


def n_named(database: Database, selection: Selection, kind: str = "", search: str = "") -> int:
    """How many rows NAMED has on all pages."""
    condition = of_sentences("n", selection)
    wanted, params = _wanted(kind, search)
    sql = f"""
SELECT count(*) FROM entities e WHERE {wanted} AND e.entity_row IN (
  SELECT n.entity_row FROM namings n WHERE {condition.sql})"""
    return database.number(sql, condition.params | params)


def _wanted(kind: str, search: str) -> tuple[str, dict[str, object]]:
    """A condition on entities `e`, and its parameters."""
    wanted, params = [], dict[str, object]()
    if kind in KINDS:
        wanted.append("list_contains($labels::VARCHAR[], e.label)")
        params["labels"] = list(KINDS[kind])
    if search.strip():
        wanted.append("e.entity_id IN (SELECT a.entity_id FROM aliases a WHERE contains(lower(a.text), $letters))")
        params["letters"] = search.strip().lower()
    return " AND ".join(wanted) or "true", params
