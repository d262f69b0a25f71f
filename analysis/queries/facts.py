"""Which facts are reported, one by one?"""

from __future__ import annotations

from pathlib import Path

from analysis.queries.conditions import facts_where
from analysis.queries.database import Database
from analysis.queries.export import About, Query, write_csv, write_parquet
from analysis.queries.rows import FACT_SQL
from analysis.queries.selection import Cuts, Selection

EXPORTED = (
    "fact_id",
    "actor",
    "action",
    "target",
    "place",
    "first_day",
    "end_day",
    "precision",
    "timex",
    "status",
    "certainty",
    "polarity",
    "tense",
    "source",
    "is_quote",
    "theme",
    "event_class",
    "is_main",
    "sentence",
    "title",
    "publisher",
    "published",
    "published_from",
    "url",
    "actor_name",
    "target_name",
    "place_name",
    "rule",
    "score",
    "how",
    "doc_id",
    "sentence_id",
)


def exported_facts(selection: Selection, cuts: Cuts = ()) -> Query:
    """Every fact of the selection that the cuts let through with the columns of EXPORTED, the newest report first."""
    condition = facts_where(selection, cuts)
    sql = (
        f"SELECT {', '.join(EXPORTED)} FROM ({FACT_SQL} WHERE {condition.sql}) "
        "ORDER BY published DESC NULLS LAST, doc_id, fact_id"
    )
    return sql, condition.params


def write_facts_csv(database: Database, selection: Selection, path: Path, about: About) -> None:
    """Write every fact of the selection as CSV; `path` must be in `database.exports`."""
    write_csv(database, *exported_facts(selection), path, about)


def write_facts_parquet(database: Database, selection: Selection, path: Path, about: About) -> None:
    """Write every fact of the selection as Parquet; `path` must be in `database.exports`."""
    write_parquet(database, *exported_facts(selection), path, about)
