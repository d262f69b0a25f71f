"""Who appears, and with whom?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import sentences_where
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

ENTITY_ID = Column("entity_id", "str", "id of the entity", nullable=False)
N_SENTENCES = Column("n_sentences", "int64", "sentences that name it", unit="sentences", nullable=False)

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
        ENTITY_ID,
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("role", "str", "title or office"),
        Column("country", "str", "ISO 3166 code of its country"),
        N_SENTENCES,
        Column("n_reports", "int64", "reports that name it", unit="reports", nullable=False),
    ),
    key=("entity_id",),
)
TOGETHER = Table(
    name="together",
    row="two that one sentence names",
    columns=(
        Column("left_id", "str", "the one", nullable=False),
        Column("right_id", "str", "the other", nullable=False),
        Column("left_name", "str", "name of the one", nullable=False),
        Column("right_name", "str", "name of the other", nullable=False),
        Column("n_sentences", "int64", "sentences that name both", unit="sentences", nullable=False),
    ),
    key=("left_id", "right_id"),
)
PROFILE = Table(
    name="profile",
    row="one entity",
    columns=(
        ENTITY_ID,
        Column("name", "str", "its name", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("country", "str", "ISO 3166 code of its country"),
        Column("n_mentions", "int64", "mentions in the whole corpus", unit="mentions", nullable=False),
        Column("n_documents", "int64", "reports that name it", unit="reports", nullable=False),
        Column("first_day", "day", "when it was first named"),
        Column("end_day", "day", "the day after it was last named"),
    ),
    key=("entity_id",),
)
NAME_FORMS = Table(
    name="name_forms",
    row="a name form of the entity",
    columns=(
        Column("text", "str", "the form as it stands", nullable=False),
        Column("n_mentions", "int64", "mentions with it", unit="mentions", nullable=False),
        Column("rule", "str", "why it belongs to the entity", nullable=False),
        Column("score", "float64", "how sure that is", unit="0 to 1", nullable=False),
    ),
    key=("text",),
)
ROLES = Table(
    name="roles",
    row="a title or office beside the entity's names",
    columns=(
        Column("role", "str", "the words", nullable=False),
        Column("n_mentions", "int64", "mentions with it", unit="mentions", nullable=False),
    ),
    key=("role",),
)


def named(database: Database, selection: Selection, kind: str = "", most: int = 200) -> pd.DataFrame:
    """NAMED of one of KINDS, or of all, the most named first, `most` at most."""
    condition = sentences_where(selection)
    labels = list(KINDS.get(kind, ()))
    of_kind = "AND list_contains($labels::VARCHAR[], e.label)" if labels else ""
    sql = f"""
SELECT entity_id, e.name, e.label, e.role, e.country, n_sentences, n_reports
FROM (SELECT m.entity_id, count(DISTINCT m.sentence_id) AS n_sentences, count(DISTINCT m.doc_id) AS n_reports
      FROM mentions m SEMI JOIN (SELECT s.sentence_id FROM sentences s WHERE {condition.sql}) USING (sentence_id)
      GROUP BY 1) JOIN entities e USING (entity_id)
WHERE true {of_kind} ORDER BY n_sentences DESC, n_reports DESC, e.name, entity_id LIMIT $most"""
    return database.frame(NAMED, sql, condition.params | {"most": most} | ({"labels": labels} if labels else {}))


def together(database: Database, selection: Selection, entity_ids: list[str]) -> pd.DataFrame:
    """TOGETHER of these entities, the strongest first."""
    condition = sentences_where(selection)
    sql = f"""
WITH few AS (
  SELECT DISTINCT m.sentence_id, m.entity_id FROM mentions m
  SEMI JOIN (SELECT s.sentence_id FROM sentences s WHERE {condition.sql}) USING (sentence_id)
  WHERE list_contains($few::VARCHAR[], m.entity_id)),
pairs AS (
  SELECT a.entity_id AS left_id, b.entity_id AS right_id, count(*) AS n_sentences
  FROM few a JOIN few b ON a.sentence_id = b.sentence_id AND a.entity_id < b.entity_id GROUP BY ALL)
SELECT left_id, right_id, l.name AS left_name, r.name AS right_name, n_sentences
FROM pairs JOIN entities l ON l.entity_id = left_id JOIN entities r ON r.entity_id = right_id
ORDER BY n_sentences DESC, left_name, right_name, left_id, right_id"""
    return database.frame(TOGETHER, sql, condition.params | {"few": entity_ids})


def profile(database: Database, entity_id: str) -> pd.DataFrame:
    """PROFILE of the entity in the whole corpus; no row where there is no such entity."""
    return database.frame(
        PROFILE,
        "SELECT entity_id, name, label, country, n_mentions, n_documents, first_day, end_day FROM entities "
        "WHERE entity_id = $entity_id",
        {"entity_id": entity_id},
    )


def name_forms(database: Database, entity_id: str) -> pd.DataFrame:
    """NAME_FORMS of the entity, the commonest first."""
    return database.frame(
        NAME_FORMS,
        "SELECT text, n_mentions, rule, score FROM aliases WHERE entity_id = $entity_id ORDER BY n_mentions DESC, text",
        {"entity_id": entity_id},
    )


def roles(database: Database, entity_id: str) -> pd.DataFrame:
    """ROLES of the entity, the commonest first."""
    return database.frame(
        ROLES,
        "SELECT role, count(*) AS n_mentions FROM mentions WHERE entity_id = $entity_id AND role IS NOT NULL "
        "GROUP BY 1 ORDER BY n_mentions DESC, role",
        {"entity_id": entity_id},
    )
