"""What does this report say, and where?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import documents_where
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.schema import Column, Table

REPORTS = Table(
    name="reports",
    row="a report to choose",
    columns=(
        Column("doc_id", "str", "id of the report", nullable=False),
        Column("title", "str", "headline"),
        Column("source_id", "str", "path of its file, or the record's id", nullable=False),
        Column("publisher", "str", "who published it"),
        Column("published", "day", "when it was published"),
        Column("n_words", "int64", "its words", unit="words", nullable=False),
        Column("n_facts", "int64", "its facts, whatever is selected", unit="facts", nullable=False),
    ),
    key=("doc_id",),
)
REPORT = Table(
    name="report",
    row="one report",
    columns=(
        *REPORTS.columns[:5],
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("url", "str", "its address"),
        Column("author", "str", "who wrote it"),
        Column("text", "str", "the decoded text", nullable=False),
    ),
    key=("doc_id",),
)
MARKS = Table(
    name="marks",
    row="a span of the report to mark",
    columns=(
        Column("layer", "str", "what is marked: fact, name, date, attribution, theme, noise", nullable=False),
        Column("start_char", "int64", "first character", unit="characters into the text", nullable=False),
        Column("end_char", "int64", "one past the last character", unit="characters", nullable=False),
        Column("mark_id", "str", "id of what is marked", nullable=False),
        Column("part", "str", "which part of it: actor, action, source, cue, a label, a theme", nullable=False),
        Column("note", "str", "what to say about it"),
    ),
    key=("layer", "start_char", "end_char", "mark_id", "part"),
)
SENTENCE = Table(
    name="sentence",
    row="one sentence",
    columns=(
        Column("sentence_id", "str", "its id", nullable=False),
        Column("start_char", "int64", "first character", unit="characters into the text", nullable=False),
        Column("end_char", "int64", "one past the last character", unit="characters", nullable=False),
    ),
    key=("start_char",),
)


NEIGHBOURS = Table(
    name="neighbours",
    row="the reports before and after one",
    columns=(
        Column("previous_id", "str", "the report before it; empty for the first"),
        Column("next_id", "str", "the report after it; empty for the last"),
        Column("place", "int64", "its place among all, from 1", nullable=False),
        Column("n_reports", "int64", "all reports of the selection", unit="reports", nullable=False),
    ),
    key=("place",),
)
NAMES = Table(
    name="names",
    row="somebody or something that a report names",
    columns=(
        Column("entity_id", "str", "id of the entity", nullable=False),
        Column("name", "str", "its name", nullable=False),
        Column("n_mentions", "int64", "how often the report names it", unit="mentions", nullable=False),
    ),
    key=("entity_id",),
)
PLACES = Table(
    name="places",
    row="a place in a report to step to",
    columns=(
        Column("start_char", "int64", "first character", unit="characters into the text", nullable=False),
        Column("end_char", "int64", "one past the last character", unit="characters", nullable=False),
        Column("mark_id", "str", "id of what stands there", nullable=False),
    ),
    key=("start_char", "mark_id"),
)
IN_ORDER = "d.published DESC NULLS LAST, d.title NULLS LAST, d.doc_id"


def reports(database: Database, selection: Selection, most: int = 1000, words: str = "") -> pd.DataFrame:
    """REPORTS of the selection with these words in the headline, the newest first, `most` at most."""
    condition = documents_where(selection)
    condition.add("contains(lower(coalesce(d.title, d.source_id)), $headline)", headline=words.strip().lower())
    sql = f"""
WITH few AS (SELECT * EXCLUDE (text) FROM documents d WHERE {condition.sql} ORDER BY {IN_ORDER} LIMIT $most)
SELECT d.doc_id, d.title, d.source_id, d.publisher, d.published, d.n_words, count(f.fact_id) AS n_facts
FROM few d LEFT JOIN facts f USING (doc_id) GROUP BY ALL ORDER BY {IN_ORDER}"""
    return database.frame(REPORTS, sql, condition.params | {"most": most})


def n_reports(database: Database, selection: Selection) -> int:
    """How many reports the selection has."""
    condition = documents_where(selection)
    return database.number(f"SELECT count(*) FROM documents d WHERE {condition.sql}", condition.params)


def neighbours(database: Database, selection: Selection, doc_id: str) -> pd.DataFrame:
    """NEIGHBOURS of a report in the order of `reports`; no row for a report outside the selection."""
    condition = documents_where(selection)
    sql = f"""
SELECT previous_id, next_id, place, n_reports FROM (
  SELECT d.doc_id, lag(d.doc_id) OVER w AS previous_id, lead(d.doc_id) OVER w AS next_id,
         row_number() OVER w AS place, count(*) OVER () AS n_reports
  FROM documents d WHERE {condition.sql} WINDOW w AS (ORDER BY {IN_ORDER})) WHERE doc_id = $doc_id"""
    return database.frame(NEIGHBOURS, sql, condition.params | {"doc_id": doc_id})


def names(database: Database, doc_id: str, most: int = 200) -> pd.DataFrame:
    """NAMES of the report, the most mentioned first."""
    sql = """
SELECT m.entity_id, any_value(e.name) AS name, count(*) AS n_mentions
FROM mentions m JOIN entities e USING (entity_id) WHERE m.doc_id = $doc_id
GROUP BY 1 ORDER BY n_mentions DESC, name, m.entity_id LIMIT $most"""
    return database.frame(NAMES, sql, {"doc_id": doc_id, "most": most})


def places_of_facts(database: Database, doc_id: str) -> pd.DataFrame:
    """PLACES of the verbs of the facts, in the order of the text."""
    sql = """
SELECT action_start_char AS start_char, action_end_char AS end_char, fact_id AS mark_id
FROM facts WHERE doc_id = $doc_id ORDER BY 1, 2, 3"""
    return database.frame(PLACES, sql, {"doc_id": doc_id})


def places_of_name(database: Database, doc_id: str, entity_id: str) -> pd.DataFrame:
    """PLACES of the mentions of an entity, in the order of the text."""
    sql = """
SELECT start_char, end_char, mention_id AS mark_id FROM mentions
WHERE doc_id = $doc_id AND entity_id = $entity_id ORDER BY 1, 2, 3"""
    return database.frame(PLACES, sql, {"doc_id": doc_id, "entity_id": entity_id})


def report(database: Database, doc_id: str) -> pd.DataFrame:
    """REPORT with this id; no row where there is none."""
    return database.frame(
        REPORT,
        "SELECT doc_id, title, source_id, publisher, published, published_from, url, author, text FROM documents "
        "WHERE doc_id = $doc_id",
        {"doc_id": doc_id},
    )


def sentence(database: Database, doc_id: str, sentence_id: str) -> pd.DataFrame:
    """SENTENCE with this id in the report; no row where there is none."""
    return database.frame(
        SENTENCE,
        "SELECT sentence_id, start_char, end_char FROM sentences WHERE doc_id = $doc_id AND sentence_id = $sentence_id",
        {"doc_id": doc_id, "sentence_id": sentence_id},
    )


def marks(database: Database, doc_id: str, part: tuple[int, int]) -> pd.DataFrame:
    """MARKS of the report that touch a part of it, by place, the longer first."""
    start, end = part
    row = database.rows("SELECT doc_row FROM documents WHERE doc_id = $doc_id", {"doc_id": doc_id})
    return database.frame(MARKS, MARKS_SQL, {"doc_row": row[0][0] if row else -1, "first": start, "last": end})


# The row says where the report's rows lie in a file, so that no other part of it is read.
def _part(table: str, layer: str, key: str, part: str, note: str = "NULL") -> str:
    prefix = f"{part}_" if part else ""
    return (
        f"SELECT '{layer}' AS layer, {prefix}start_char AS start_char, {prefix}end_char AS end_char, {key} AS mark_id, "
        f"'{part}' AS part, {note} AS note FROM {table} WHERE doc_row = $doc_row AND {prefix}start_char IS NOT NULL"
    )


FACT_PARTS = [_part("facts", "fact", "fact_id", part, "status") for part in ("", "actor", "action", "target", "place")]
SPEECH_PARTS = [
    _part("attributions", "attribution", "attribution_id", part, "source") for part in ("source", "cue", "content")
]
OTHER_PARTS = [
    "SELECT 'name', start_char, end_char, mention_id, label, name "
    "FROM (SELECT m.*, e.name FROM mentions m LEFT JOIN entities e USING (entity_id)) WHERE doc_row = $doc_row",
    "SELECT 'date', start_char, end_char, timex_id, type, value FROM timexes WHERE doc_row = $doc_row",
    "SELECT 'theme', split_part(span, '-', 1)::BIGINT, split_part(span, '-', 2)::BIGINT, sentence_id, theme, theme "
    "FROM (SELECT *, unnest(string_split(evidence_spans, ' ')) AS span FROM themes WHERE doc_row = $doc_row) "
    "WHERE span <> ''",
    "SELECT 'noise', start_char, end_char, sentence_id, kind, NULL "
    "FROM sentences WHERE doc_row = $doc_row AND kind IN ('noise', 'caption')",
]
MARKS_SQL = f"""
SELECT layer, start_char, end_char, mark_id, part, any_value(note) AS note
FROM ({" UNION ALL ".join([*FACT_PARTS, *SPEECH_PARTS, *OTHER_PARTS])})
WHERE start_char < $last AND end_char > $first
GROUP BY ALL ORDER BY start_char, end_char DESC, layer, part"""
