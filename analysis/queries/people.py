"""Who and where is named?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import sentences_where
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

# The kinds that a reader tells apart, and the OntoNotes labels in each.
KINDS = {
    "people": ("PERSON",),
    "organisations": ("ORG",),
    "places": ("GPE", "LOC", "FAC"),
    "nationalities": ("NORP",),
}

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
    letters. `page` is the first row and how many."""
    sql, params = _named(selection, kind, search)
    sql += " ORDER BY n_sentences DESC, n_reports DESC, e.name, entity_id LIMIT $limit OFFSET $offset"
    return database.frame(NAMED, sql, params | {"offset": page[0], "limit": page[1]})


def n_named(database: Database, selection: Selection, kind: str = "", search: str = "") -> int:
    """How many rows NAMED has on all pages."""
    sql, params = _named(selection, kind, search)
    return database.number(f"SELECT count(*) FROM ({sql})", params)


def _named(selection: Selection, kind: str, search: str) -> tuple[str, dict[str, object]]:
    condition = sentences_where(selection)
    params: dict[str, object] = dict(condition.params)
    wanted = []
    if kind in KINDS:
        wanted.append("list_contains($labels::VARCHAR[], e.label)")
        params["labels"] = list(KINDS[kind])
    if search.strip():
        wanted.append("e.entity_id IN (SELECT a.entity_id FROM aliases a WHERE contains(lower(a.text), $letters))")
        params["letters"] = search.strip().lower()
    sql = f"""
SELECT entity_id, e.name, e.label, e.role, e.country, n_sentences, n_reports
FROM (SELECT m.entity_id, count(DISTINCT m.sentence_id) AS n_sentences, count(DISTINCT m.doc_id) AS n_reports
      FROM mentions m SEMI JOIN (SELECT s.sentence_id FROM sentences s WHERE {condition.sql}) USING (sentence_id)
      GROUP BY 1) JOIN entities e USING (entity_id)
WHERE {" AND ".join(wanted) or "true"}"""
    return sql, params
