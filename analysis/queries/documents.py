"""Which reports are there, as what was each read, and what is left to do with them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.queries.engine.conditions import Condition, documents_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

EARLIEST = date(1800, 1, 1)  # what claims to be older is a wrong date: hardly a report of that time is kept as text
FIRST_LINES = 400  # characters of the text
ENGLISH = "en"
UNREAD = "unread"
# What is left to do, each a condition on reports `d`; inputs that could not be read are no reports.
WORK = {
    "undated": "d.published IS NULL",
    "inferred": "d.published_from = 'inferred'",
    "impossible": "(d.published > $latest::TIMESTAMP OR d.published < $earliest::TIMESTAMP)",
    "set": "d.published_from = 'user'",
    "copies": "d.copy_of IS NOT NULL",
    "foreign": f"d.language <> '{ENGLISH}'",
    "failed": "d.doc_id IN (SELECT doc_id FROM unreadable WHERE doc_id IS NOT NULL)",
}
BY_TITLE = "lower(coalesce(d.title, d.source_id)), d.doc_id"
SORTS = {
    "newest": f"d.published DESC NULLS LAST, {BY_TITLE}",
    "oldest": f"d.published NULLS LAST, {BY_TITLE}",
    "title": BY_TITLE,
    "file": "d.source_id, d.doc_id",
    "publisher": f"lower(d.publisher) NULLS LAST, {BY_TITLE}",
    "words": f"d.n_words DESC, {BY_TITLE}",
    "claims": f"n_claims DESC, {BY_TITLE}",
}

READ_AS = Table(
    name="read_as",
    row="a report and what it was read as",
    columns=(
        Column("doc_id", "str", "id of the report", nullable=False),
        Column("title", "str", "headline"),
        Column("source_id", "str", "path of its file, or the record's id", nullable=False),
        Column("publisher", "str", "who published it"),
        Column("author", "str", "who wrote it"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("language", "str", "ISO 639-1 code", nullable=False),
        Column("n_words", "int64", "words that are analysed", unit="words", nullable=False),
        Column("n_claims", "int64", "its claims", unit="claims", nullable=False),
        Column("copy_of", "str", "id of the report that it is a copy of"),
        Column("first_lines", "str", "the beginning of the text", nullable=False),
    ),
    key=("doc_id",),
)
LEFT_TO_DO = Table(
    name="left_to_do",
    row="how many reports and inputs there are of a kind",
    columns=(
        Column("kind", "str", "one of WORK, or `unread`", nullable=False),
        Column("n", "int64", "how many", nullable=False),
    ),
    key=("kind",),
)
VALUES = Table(
    name="report_values",
    row="a value that reports have",
    columns=(
        Column("value", "str", "the value", nullable=False),
        Column("n_reports", "int64", "reports with it", unit="reports", nullable=False),
    ),
    key=("value",),
)
NOT_READ = Table(
    name="not_read",
    row="an input that could not be read",
    columns=(
        Column("source_id", "str", "path of the file, with the record's line where it is one", nullable=False),
        Column("reason", "str", "why, and what to do", nullable=False),
        Column("n_of_reason", "int64", "inputs with this reason", unit="inputs", nullable=False),
    ),
    key=("source_id",),
)


@dataclass(frozen=True)
class Asked:
    """Which reports are asked for: with these words in title, file, publisher or author, one of WORK, where the day
    comes from, the language. Empty asks for all. `today` is the day on which dates are judged."""

    today: date
    words: str = ""
    work: str = ""
    dated_by: str = ""
    language: str = ""


def read_as(
    database: Database, selection: Selection, asked: Asked, rows: tuple[int, int], sort: str = "newest"
) -> pd.DataFrame:
    """READ_AS of the selection in an order of SORTS: of `rows` the first, from 0, and how many."""
    condition = reports_where(selection, asked)
    sql = f"""
SELECT d.doc_id, d.title, d.source_id, d.publisher, d.author, d.published, d.published_from, d.language, d.n_words,
  coalesce(c.n, 0) AS n_claims, d.copy_of, left(d.text, {FIRST_LINES}) AS first_lines
FROM documents d LEFT JOIN (SELECT doc_row, count(*) AS n FROM facts WHERE is_claim GROUP BY 1) c USING (doc_row)
WHERE {condition.sql} ORDER BY {SORTS[sort]} LIMIT $most OFFSET $first"""
    return database.frame(READ_AS, sql, condition.params | {"first": rows[0], "most": rows[1]})


def n_asked(database: Database, selection: Selection, asked: Asked) -> int:
    """How many reports are asked for."""
    condition = reports_where(selection, asked)
    return database.number(f"SELECT count(*) FROM documents d WHERE {condition.sql}", condition.params)


def left_to_do(database: Database, selection: Selection, today: date) -> pd.DataFrame:
    """LEFT_TO_DO: a row for each of WORK of which there are reports in the selection, and for inputs not read."""
    condition = documents_where(selection)
    counts = ", ".join(f"count(*) FILTER ({sql})" for sql in WORK.values())
    unread = "(SELECT count(*) FROM unreadable WHERE doc_id IS NULL)"
    sql = f"SELECT {counts}, {unread} FROM documents d WHERE {condition.sql}"
    (numbers,) = database.rows(sql, condition.params | _days(today))
    return LEFT_TO_DO.from_rows([{"kind": kind, "n": n} for kind, n in zip((*WORK, UNREAD), numbers, strict=True) if n])


def values_of(database: Database, selection: Selection, column: str) -> pd.DataFrame:
    """VALUES of `language` or `published_from` of the reports, the commonest first."""
    condition = documents_where(selection)
    sql = f"""
SELECT d.{column} AS value, count(*) AS n_reports FROM documents d WHERE {condition.sql}
GROUP BY 1 ORDER BY n_reports DESC, value"""
    return database.frame(VALUES, sql, condition.params)


def not_read(database: Database, words: str, rows: tuple[int, int]) -> pd.DataFrame:
    """NOT_READ with these words in file or reason, those with the commonest reason first."""
    condition = _with_words(words, "source_id", "reason")
    sql = f"""
SELECT source_id, reason, count(*) OVER (PARTITION BY reason) AS n_of_reason
FROM unreadable WHERE doc_id IS NULL AND {condition.sql}
ORDER BY n_of_reason DESC, reason, source_id LIMIT $most OFFSET $first"""
    return database.frame(NOT_READ, sql, condition.params | {"first": rows[0], "most": rows[1]})


def n_not_read(database: Database, words: str) -> int:
    """How many inputs could not be read that have these words in file or reason."""
    condition = _with_words(words, "source_id", "reason")
    sql = f"SELECT count(*) FROM unreadable WHERE doc_id IS NULL AND {condition.sql}"
    return database.number(sql, condition.params)


def whole_ids(database: Database, doc_ids: Sequence[str]) -> dict[str, str]:
    """The source_id of each of these reports as its source has it: the database cuts it for the screen."""
    found = pd.read_parquet(
        database.snapshot.path("documents"),
        columns=["doc_id", "source_id"],
        filters=[("doc_id", "in", list(doc_ids))] if doc_ids else None,
    )
    return dict(zip(found["doc_id"], found["source_id"], strict=True)) if doc_ids else {}


def reports_where(selection: Selection, asked: Asked) -> Condition:
    """The reports `d` of the selection that are asked for."""
    condition = documents_where(selection)
    words = _with_words(asked.words, "d.title", "d.source_id", "d.publisher", "d.author")
    condition.add(words.sql, **words.params)
    if asked.work in WORK:
        condition.add(WORK[asked.work], **(_days(asked.today) if asked.work == "impossible" else {}))
    if asked.dated_by:
        condition.add("d.published_from = $dated_by", dated_by=asked.dated_by)
    if asked.language:
        condition.add("d.language = $language", language=asked.language)
    return condition


def _with_words(words: str, *columns: str) -> Condition:
    """Rows with each of the words in one of the columns."""
    condition = Condition()
    said = f"lower(concat_ws(' ', {', '.join(columns)}))"
    for number, word in enumerate(words.lower().split()):
        condition.add(f"contains({said}, $word{number})", **{f"word{number}": word})
    return condition


def _days(today: date) -> dict[str, str]:
    latest = today + timedelta(days=1)  # it may be tomorrow where the report was published
    return {"latest": latest.isoformat(), "earliest": EARLIEST.isoformat()}
