"""What is in here?"""

from __future__ import annotations

import pandas as pd

from analysis.fields.theme import each_theme
from analysis.queries.engine.conditions import documents_where, facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.passing import of_sentences
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

N_FACTS = Column("n_facts", "int64", "facts", unit="facts", nullable=False)

COUNTS = Table(
    name="overview_counts",
    row="the selection in numbers",
    columns=(
        Column("n_reports", "int64", "reports", unit="reports", nullable=False),
        Column("n_copies", "int64", "reports that are copies of another one", unit="reports", nullable=False),
        Column("n_with_facts", "int64", "reports with a fact of the selection", unit="reports", nullable=False),
        Column("n_publishers", "int64", "publishers that are stated", nullable=False),
        N_FACTS,
        Column("n_dated", "int64", "facts with a date", unit="facts", nullable=False),
        Column("n_attributed", "int64", "facts that somebody is said to state", unit="facts", nullable=False),
        Column("n_entities", "int64", "persons, bodies and places named", nullable=False),
        Column("first_day", "day", "earliest day of a fact"),
        Column("last_day", "day", "latest day of a fact"),
        Column("first_published", "day", "when the first report was published"),
        Column("last_published", "day", "when the last report was published"),
        Column("n_without_day", "int64", "reports whose day of publication is unknown", nullable=False),
    ),
    key=("n_reports",),
)
FACTS_BY_THEME = Table(
    name="facts_by_theme",
    row="a theme",
    columns=(Column("theme", "str", "name of the theme; empty for facts without one", nullable=False), N_FACTS),
    key=("theme",),
)
FACTS_BY_STATUS = Table(
    name="facts_by_status",
    row="a status",
    columns=(Column("status", "str", "what became of it", nullable=False), N_FACTS),
    key=("status",),
)
FACTS_BY_PUBLISHER = Table(
    name="facts_by_publisher",
    row="a publisher",
    columns=(
        Column("publisher", "str", "who published; empty where that is not stated", nullable=False),
        Column("n_reports", "int64", "its reports with a fact", unit="reports", nullable=False),
        N_FACTS,
    ),
    key=("publisher",),
)
UNREADABLE_INPUTS = Table(
    name="unreadable_inputs",
    row="an input that could not be read, or a report that could not be analysed",
    columns=(
        Column("source_id", "str", "its path", nullable=False),
        Column("reason", "str", "why", nullable=False),
        Column("doc_id", "str", "the report that could not be analysed"),
    ),
    key=("source_id", "doc_id"),
)


def overview_counts(database: Database, selection: Selection) -> pd.DataFrame:
    """COUNTS: one row."""
    facts, documents, named = facts_where(selection), documents_where(selection), of_sentences("n", selection)
    sql = f"""
SELECT * FROM (
  SELECT count(*) AS n_reports, count(d.copy_of) AS n_copies, count(DISTINCT d.publisher) AS n_publishers,
         min(d.published) AS first_published, max(d.published) AS last_published,
         count(*) FILTER (d.published IS NULL) AS n_without_day
  FROM documents d WHERE {documents.sql}) POSITIONAL JOIN (
  SELECT count(*) AS n_facts, count(DISTINCT f.doc_row) AS n_with_facts, count(f.first_day) AS n_dated,
         count(f.attribution_id) AS n_attributed,
         min(f.first_day) AS first_day, max(f.end_day) - INTERVAL 1 DAY AS last_day
  FROM facts f WHERE {facts.sql}) POSITIONAL JOIN (
  SELECT count(DISTINCT n.entity_row) AS n_entities FROM namings n WHERE {named.sql})"""
    return database.frame(COUNTS, sql, documents.params | facts.params | named.params)


def facts_by_theme(database: Database, selection: Selection) -> pd.DataFrame:
    """FACTS_BY_THEME, the largest first; a fact counts under each of its themes."""
    condition = facts_where(selection)
    sql = f"""
{each_theme(f"SELECT f.themes, count(*) AS n FROM facts f WHERE {condition.sql} GROUP BY 1")}
ORDER BY n_facts DESC, 1"""
    return database.frame(FACTS_BY_THEME, sql, condition.params)


def facts_by_status(database: Database, selection: Selection) -> pd.DataFrame:
    """FACTS_BY_STATUS, the largest first."""
    condition = facts_where(selection)
    sql = (
        f"SELECT f.status, count(*) AS n_facts FROM facts f WHERE {condition.sql} "
        "GROUP BY 1 ORDER BY n_facts DESC, status"
    )
    return database.frame(FACTS_BY_STATUS, sql, condition.params)


def facts_by_publisher(database: Database, selection: Selection, most: int = 12) -> pd.DataFrame:
    """FACTS_BY_PUBLISHER, the largest first, `most` at most."""
    condition = facts_where(selection)
    sql = f"""
SELECT coalesce(d.publisher, '') AS publisher, count(*) AS n_reports, sum(n)::BIGINT AS n_facts
FROM (SELECT f.doc_row, count(*) AS n FROM facts f WHERE {condition.sql} GROUP BY 1) JOIN documents d USING (doc_row)
GROUP BY 1 ORDER BY n_facts DESC, publisher LIMIT $most"""
    return database.frame(FACTS_BY_PUBLISHER, sql, condition.params | {"most": most})


def unreadable_inputs(database: Database, most: int = 500) -> pd.DataFrame:
    """UNREADABLE_INPUTS by path, `most` at most; no filter applies to what could not be read."""
    sql = "SELECT source_id, reason, doc_id FROM unreadable ORDER BY source_id, doc_id LIMIT $most"
    return database.frame(UNREADABLE_INPUTS, sql, {"most": most})
