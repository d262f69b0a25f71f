"""The claims of a view, and the reports that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.queries.engine.conditions import facts_where
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows
from analysis.schema import Column, Table
from display import day_words
from display.evidence.marking import Span, spans_of
from display.safe import is_empty
from display.view import View
from sharing.quoting import Quote, quote

MOST_WORTH = "-worth"
SOURCES = Table(
    name="sources",
    row="a report with a claim of the view",
    columns=(
        Column("doc_id", "str", "id of the report", nullable=False),
        Column("source_id", "str", "the file or the id of the report", nullable=False),
        Column("title", "str", "headline"),
        Column("publisher", "str", "who published it"),
        Column("published", "day", "when it was published"),
        Column("published_from", "str", "where the day of publication comes from", nullable=False),
        Column("url", "str", "address of the report"),
        Column("author", "str", "who wrote it"),
        Column("n_facts", "int64", "claims of the view in it", unit="facts", nullable=False),
    ),
    key=("doc_id",),
)


def claims_of(view: View, most: int) -> list[Row]:
    """FACT_ROWS of the view, those of most worth first, `most` at most."""
    return records(fact_rows(view.database, view.selection, page=(0, most), order=MOST_WORTH))


def sources_of(database: Database, selection: Selection) -> pd.DataFrame:
    """SOURCES, the newest first."""
    condition = facts_where(selection)
    columns = ", ".join(f"d.{column.name}" for column in SOURCES.columns[:-1])
    sql = f"""
SELECT {columns}, n AS n_facts
FROM (SELECT f.doc_row, count(*) AS n FROM facts f WHERE {condition.sql} GROUP BY 1) JOIN documents d USING (doc_row)
ORDER BY d.published DESC NULLS LAST, d.doc_id"""
    return database.frame(SOURCES, sql, condition.params)


def evidence_of(row: Row, has_texts: bool) -> Quote:
    """The sentence of a row of FACT_ROWS with its parts to mark."""
    return quote(str(row["sentence"]), tuple(spans_of(row["spans"])), has_texts)


def title_of(row: Row) -> str:
    """The headline, or the name of the file.

    >>> title_of({"title": None, "source_id": "a/b.txt"}), title_of({"title": "Ice broke", "source_id": "b.txt"})
    ('a/b.txt', 'Ice broke')
    """
    return str(row["source_id"] if is_empty(row["title"]) else row["title"])


def speaker_of(row: Row) -> str:
    """Who says so; empty where the report itself does."""
    return "" if is_empty(row["source"]) else str(row["source"])


def said_when(row: Row) -> str:
    """When it was said, in words; empty where that is not stated."""
    return day_words.days(row["said_first_day"], row["said_end_day"])


def marks_of(spans: Sequence[Span]) -> list[list[object]]:
    """Spans as a browser takes them: start, end, and the name of the part."""
    return [[span.start, span.end, span.classes.removeprefix("d-")] for span in spans]
