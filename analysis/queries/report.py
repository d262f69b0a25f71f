"""What does this report say, and where?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.engine.conditions import documents_where, facts_where
from analysis.queries.engine.database import Database, Row
from analysis.queries.engine.selection import Selection
from analysis.queries.few_facts import names_of
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
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("copy_of", "str", "id of the report that it is a copy of"),
    ),
    key=("doc_id",),
)
REPORT = Table(
    name="report",
    row="one report",
    columns=(
        *REPORTS.columns,
        Column("url", "str", "its address"),
        Column("author", "str", "who wrote it"),
        Column("text", "str", "the decoded text", nullable=False),
        Column("n_words", "int64", "words that are analysed", unit="words", nullable=False),
        Column("doc_row", "int64", "its row in the table of reports, which its parts point to", nullable=False),
        Column("reason", "str", "why it could not be analysed; empty where it was"),
    ),
    key=("doc_id",),
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
PARTS = ("actor", "action", "target", "place")
FACTS = Table(
    name="facts_of_report",
    row="a fact of a report, with the places of its parts",
    columns=(
        Column("fact_row", "int64", "its row in the table of facts", nullable=False),
        Column("fact_id", "str", "its id", nullable=False),
        Column("actor", "str", "who does it"),
        Column("action", "str", "what is done", nullable=False),
        Column("target", "str", "whom or what it is done to"),
        Column("first_day", "day", "first day of the time that it covers"),
        Column("end_day", "day", "the day after its last day"),
        Column("precision", "str", "how exactly the text says the time"),
        Column("status", "str", "what became of it", nullable=False),
        Column("is_main", "bool", "whether it is the main event", nullable=False),
        Column("claim", "str", "it as a sentence that can be read alone"),
        *(
            Column(f"{part}{end}", "Int64", f"{which} of the {part or 'fact'}", unit="characters into the text")
            for part in ("", *(f"{part}_" for part in PARTS))
            for end, which in (("start_char", "first character"), ("end_char", "one past the last character"))
        ),
    ),
    key=("fact_id",),
)
IN_ORDER = "d.published DESC NULLS LAST, d.title NULLS LAST, d.doc_id"
BACKWARDS = "d.published NULLS FIRST, d.title DESC NULLS FIRST, d.doc_id DESC"
# Whether `d` comes before a report in this order. Most are told apart by the day alone.
IS_BEFORE = """coalesce(CASE
  WHEN d.published IS DISTINCT FROM $published::TIMESTAMP THEN $published IS NULL OR d.published > $published::TIMESTAMP
  WHEN d.title IS DISTINCT FROM $title THEN $title IS NULL OR d.title < $title
  ELSE d.doc_id < $doc_id END, false)"""


def reports(database: Database, selection: Selection, most: int = 1000, words: str = "") -> pd.DataFrame:
    """REPORTS of the selection with these words in the headline, the newest first, `most` at most."""
    condition = documents_where(selection)
    if words.strip():
        headline = words.strip().lower()
        condition.add("contains(lower(coalesce(d.title, d.source_id)), $headline)", headline=headline)
    sql = f"""
SELECT {_columns(REPORTS)} FROM documents d WHERE {condition.sql} ORDER BY {IN_ORDER} LIMIT $most"""
    return database.frame(REPORTS, sql, condition.params | {"most": most})


def n_reports(database: Database, selection: Selection) -> int:
    """How many reports the selection has."""
    condition = documents_where(selection)
    return database.number(f"SELECT count(*) FROM documents d WHERE {condition.sql}", condition.params)


def place_among(database: Database, selection: Selection, row: Row) -> tuple[int, int]:
    """The place of a report among those of the selection, from 1, and how many they are; 0 for one outside it. `row` is
    one of REPORTS."""
    condition = documents_where(selection)
    sql = f"""
SELECT count(*) FILTER (WHERE {IS_BEFORE}), count(*) FILTER (WHERE d.doc_id = $doc_id), count(*)
FROM documents d WHERE {condition.sql}"""
    ((n_before, n_here, n_all),) = database.rows(sql, condition.params | _place_of(row))
    return (n_before + 1 if n_here else 0), n_all


def beside(database: Database, selection: Selection, row: Row, step: int) -> str:
    """The id of the report after a row of REPORTS, or with a step of -1 before it; empty where there is none."""
    condition = documents_where(selection)
    way, order = (f"NOT {IS_BEFORE} AND d.doc_id <> $doc_id", IN_ORDER) if step > 0 else (IS_BEFORE, BACKWARDS)
    sql = f"SELECT d.doc_id FROM documents d WHERE {condition.sql} AND {way} ORDER BY {order} LIMIT 1"
    found = database.rows(sql, condition.params | _place_of(row))
    return str(found[0][0]) if found else ""


def _place_of(row: Row) -> dict[str, object]:
    """What says the place of a report in the order."""
    title, published = row["title"], row["published"]
    return {
        "published": None if pd.isna(published) else published.to_pydatetime(),
        "title": None if pd.isna(title) else title,
        "doc_id": row["doc_id"],
    }


def names(database: Database, doc_row: int, most: int = 200) -> pd.DataFrame:
    """NAMES of the report, the most mentioned first."""
    counted = database.rows(
        "SELECT entity_id, count(*) FROM mentions WHERE doc_row = $doc_row AND entity_id IS NOT NULL GROUP BY 1",
        {"doc_row": doc_row},
    )
    known = names_of(database, [entity_id for entity_id, _ in counted])
    rows = [{"entity_id": key, "name": known[key], "n_mentions": n} for key, n in counted if key in known]
    return NAMES.from_rows(sorted(rows, key=lambda row: (-row["n_mentions"], row["name"], row["entity_id"]))[:most])


def facts_of(database: Database, doc_row: int, details: bool = False, asked: str = "") -> pd.DataFrame:
    """FACTS of the report, in the order of their verbs in the text: its claims, with `details` all; and the one whose
    id is asked for."""
    columns = ", ".join(column.name for column in FACTS.columns)
    order = "action_start_char, action_end_char, fact_id"
    which = "(is_claim OR $details OR fact_id = $asked)"
    sql = f"SELECT {columns} FROM facts WHERE doc_row = $doc_row AND {which} ORDER BY {order}"
    return database.frame(FACTS, sql, {"doc_row": doc_row, "details": details, "asked": asked})


def matching_facts(database: Database, selection: Selection, doc_row: int) -> list[str]:
    """The ids of the facts of a report that the filters let through, in the order of FACTS; none where no filter is
    set."""
    if selection.is_everything():
        return []
    condition = facts_where(selection)
    condition.add("f.doc_row = $doc_row", doc_row=doc_row)
    sql = f"SELECT f.fact_id FROM facts f WHERE {condition.sql} ORDER BY action_start_char, action_end_char, fact_id"
    return [str(fact_id) for (fact_id,) in database.rows(sql, condition.params)]


def places_of_facts(facts: pd.DataFrame) -> pd.DataFrame:
    """PLACES of the verbs of FACTS."""
    verbs = {"start_char": "action_start_char", "end_char": "action_end_char", "mark_id": "fact_id"}
    return PLACES.frame({name: facts[column].array for name, column in verbs.items()})


def places_of_name(database: Database, doc_row: int, entity_id: str) -> pd.DataFrame:
    """PLACES of the mentions of an entity, in the order of the text."""
    sql = """
SELECT start_char, end_char, mention_id AS mark_id FROM mentions
WHERE doc_row = $doc_row AND entity_id = $entity_id ORDER BY 1, 2, 3"""
    return database.frame(PLACES, sql, {"doc_row": doc_row, "entity_id": entity_id})


def report(database: Database, doc_id: str) -> pd.DataFrame:
    """REPORT with this id; no row where there is none."""
    reason = "(SELECT any_value(u.reason) FROM unreadable u WHERE u.doc_id = d.doc_id) AS reason"
    sql = f"SELECT {_columns(REPORT, 'reason')}, {reason} FROM documents d WHERE d.doc_id = $doc_id"
    return database.frame(REPORT, sql, {"doc_id": doc_id})


def copies(database: Database, doc_row: int, most: int = 20) -> pd.DataFrame:
    """REPORTS with the text of this one, whole or in part, in the order in which they were read, `most` at most."""
    sql = f"""
SELECT {_columns(REPORTS)} FROM documents d
WHERE d.text_id = (SELECT text_id FROM documents WHERE doc_row = $doc_row) AND d.doc_row <> $doc_row
ORDER BY d.doc_row LIMIT $most"""
    return database.frame(REPORTS, sql, {"doc_row": doc_row, "most": most})


def _columns(table: Table, *but: str) -> str:
    return ", ".join(f"d.{column.name}" for column in table.columns if column.name not in but)


def sentence(database: Database, doc_row: int, sentence_id: str) -> pd.DataFrame:
    """SENTENCE with this id in the report; no row where there is none."""
    return database.frame(
        SENTENCE,
        "SELECT sentence_id, start_char, end_char FROM sentences "
        "WHERE doc_row = $doc_row AND sentence_id = $sentence_id",
        {"doc_row": doc_row, "sentence_id": sentence_id},
    )
