"""Which topics were found in the reports, and where does each report lie on the map?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import parts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.topics.columns import N_REPORTS, N_SENTENCES
from analysis.schema import Column, Table

MOST_POINTS = 2000  # a browser draws so many at once without a wait

TOPIC_ID = Column("topic_id", "str", "id of the topic", nullable=False)
LABEL = Column("label", "str", "its three strongest terms", nullable=False)

FOUND_TOPICS = Table(
    name="found_topics",
    row="a topic with a report in the selection",
    columns=(
        TOPIC_ID,
        LABEL,
        Column("terms", "str", "its strongest terms, parted by `; `", nullable=False),
        Column("coherence", "float64", "mean NPMI of its terms, -1 to 1"),
        Column("n_documents", "int64", "reports of which it is the main topic, in the corpus", nullable=False),
        N_SENTENCES,
        N_REPORTS,
    ),
    key=("topic_id",),
)
TYPICAL = Table(
    name="typical_reports",
    row="a report that is typical of a topic",
    columns=(
        TOPIC_ID,
        Column("doc_id", "str", "the report", nullable=False),
        Column("weight", "float64", "share of the topic in the report", unit="0 to 1", nullable=False),
        Column("title", "str", "its headline"),
        Column("source_id", "str", "its path or id", nullable=False),
        Column("publisher", "str", "who published it"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day comes from", nullable=False),
    ),
    key=("topic_id", "doc_id"),
)
POINTS = Table(
    name="map_points",
    row="a report of the selection on the map",
    columns=(
        Column("doc_id", "str", "the report", nullable=False),
        Column("x", "float64", "from left to right", nullable=False),
        Column("y", "float64", "from bottom to top", nullable=False),
        Column("title", "str", "its headline"),
        Column("source_id", "str", "its path or id", nullable=False),
        Column("publisher", "str", "who published it"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day comes from", nullable=False),
        Column("theme", "str", "theme of most of its sentences"),
        Column("topic", "str", "its main topic"),
        N_SENTENCES,
        Column("n_all", "int64", "reports of the selection that have a place on the map", nullable=False),
    ),
    key=("doc_id",),
)


def found_topics(database: Database, selection: Selection) -> pd.DataFrame:
    """FOUND_TOPICS, the one of most reports of the corpus first; empty where no topics were looked for."""
    condition = parts_where(selection)
    sql = f"""
WITH counted AS (
  SELECT t.topic_id, count(*) AS n_sentences, count(DISTINCT s.doc_id) AS n_reports
  FROM sentences s JOIN document_topics t USING (doc_id)
  WHERE t.is_main AND s.kind IN ('heading', 'body') AND {condition.sql} GROUP BY 1)
SELECT topic_id, label, terms, coherence, n_documents, n_sentences, n_reports
FROM topics JOIN counted USING (topic_id) ORDER BY n_documents DESC, length(topic_id), topic_id"""
    return database.frame(FOUND_TOPICS, sql, condition.params)


def n_reports(database: Database) -> int:
    """How many reports the corpus has."""
    return database.number("SELECT count(*) FROM documents")


def topic_of_label(database: Database, label: str) -> str | None:
    """The id of the topic with this label, or None."""
    rows = database.rows("SELECT topic_id FROM topics WHERE label = $label ORDER BY topic_id", {"label": label})
    return str(rows[0][0]) if rows else None


def label_of_topic(database: Database, topic_id: str) -> str | None:
    """The label of the topic, or None."""
    rows = database.rows("SELECT label FROM topics WHERE topic_id = $topic_id", {"topic_id": topic_id})
    return str(rows[0][0]) if rows else None


def typical_reports(database: Database, selection: Selection, topic_id: str, most: int = 5) -> pd.DataFrame:
    """TYPICAL reports of the selection for one topic: those with the largest share of it, the largest first."""
    condition = parts_where(selection)
    sql = f"""
SELECT t.topic_id, doc_id, t.weight, d.title, d.source_id, d.publisher, d.published, d.published_from
FROM document_topics t JOIN documents d USING (doc_id)
WHERE t.topic_id = $topic_id AND t.is_main
AND doc_id IN (SELECT s.doc_id FROM sentences s WHERE s.kind IN ('heading', 'body') AND {condition.sql})
ORDER BY t.weight DESC, doc_id LIMIT $most"""
    return database.frame(TYPICAL, sql, condition.params | {"topic_id": topic_id, "most": most})


def map_points(database: Database, selection: Selection, most: int = MOST_POINTS) -> pd.DataFrame:
    """POINTS of the selection, by id; of more than `most` a sample, the same each time: ids are digests."""
    condition = parts_where(selection)
    sql = f"""
WITH inside AS (
  SELECT s.doc_id, count(*) AS n_sentences FROM sentences s SEMI JOIN document_map USING (doc_id)
  WHERE s.kind IN ('heading', 'body') AND {condition.sql} GROUP BY 1),
few AS (SELECT *, count(*) OVER () AS n_all FROM inside ORDER BY doc_id LIMIT $most),
themed AS (
  SELECT doc_id, arg_max(theme, (n, theme)) AS theme FROM (
    SELECT h.doc_id, h.theme, count(*) AS n FROM themes h SEMI JOIN few USING (doc_id) GROUP BY ALL) GROUP BY 1)
SELECT doc_id, m.x, m.y, d.title, d.source_id, d.publisher, d.published, d.published_from, themed.theme,
       t.label AS topic, few.n_sentences, few.n_all
FROM few JOIN document_map m USING (doc_id) JOIN documents d USING (doc_id) LEFT JOIN themed USING (doc_id)
LEFT JOIN (SELECT doc_id, label FROM document_topics JOIN topics USING (topic_id) WHERE is_main) t USING (doc_id)
ORDER BY doc_id"""
    return database.frame(POINTS, sql, condition.params | {"most": most})
