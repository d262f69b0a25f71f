"""Facts as a file, one a row."""

from __future__ import annotations

from analysis.fields import FIELDS
from analysis.fields.cut import Cuts
from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.selection import Selection
from analysis.queries.export import Query
from analysis.queries.rows import FACT_SQL

OF_REPORT = ("sentence", "title", "publisher", "published", "published_from", "url")


def _of_fields(place: str) -> tuple[str, ...]:
    return tuple(c.spec.name for field in FIELDS.values() for c in field.columns if c.in_files == place)


EXPORTED = ("fact_id", *_of_fields("first"), *OF_REPORT, *_of_fields("last"), "doc_id", "sentence_id")


def exported_facts(selection: Selection, cuts: Cuts = ()) -> Query:
    """Every claim of the selection, or fact where it has details, that the cuts let through, with the columns of
    EXPORTED, the newest report first."""
    condition = facts_where(selection, cuts)
    rows = f"{FACT_SQL} WHERE {condition.sql}"
    order = "published DESC NULLS LAST, doc_id, fact_id"
    return f"SELECT {', '.join(EXPORTED)} FROM ({rows}) ORDER BY {order}", condition.params
