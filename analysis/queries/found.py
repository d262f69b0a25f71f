"""How many sentences does a query find, and where are they: in which themes, publishers, reports, and when?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.searching.lexer import QueryFault
from analysis.schema import Column, Table

N_SENTENCES = Column("n_sentences", "int64", "its sentences that the query finds", unit="sentences", nullable=False)
N_REPORTS = Column("n_reports", "int64", "reports that these stand in", unit="reports", nullable=False)
N_INDEPENDENT = Column(
    "n_independent", "int64", "of these, those that are no copy of another", unit="reports", nullable=False
)
FIRST = Column("first_day", "day", "day of the first of these reports")
LAST = Column("last_day", "day", "day of the last of them")

FOUND = Table(
    name="found",
    row="how much a query finds: one row",
    columns=(N_SENTENCES, N_REPORTS, N_INDEPENDENT, FIRST, LAST),
    key=("n_sentences",),
)
FOUND_BY = Table(
    name="found_by",
    row="a theme, publisher, report or time, and what the query finds in it",
    columns=(
        Column("value", "str", "its value as the field of a filter; empty for none", nullable=False),
        Column("name", "str", "what it is called, for a report its headline, or its file"),
        N_SENTENCES,
        N_REPORTS,
    ),
    key=("value",),
)
QUERIES = Table(
    name="queries",
    row="a query of a list, and how much it finds",
    columns=(
        Column("query", "str", "the query as it is written", nullable=False),
        N_SENTENCES,
        N_REPORTS,
        FIRST,
        LAST,
        Column("fault", "str", "why it cannot be read; empty where it can"),
    ),
    key=("query",),
)

TIMES = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
MOST_COLUMNS = 48  # days, then months, are counted when there are no more between the first and the last
GROUPS = {
    "theme": ("coalesce(h.theme, '')", "NULL", "LEFT JOIN themes h USING (sentence_row)"),
    "publisher": ("coalesce(d.publisher, '')", "NULL", ""),
    "document": ("s.doc_id", "any_value(coalesce(d.title, d.source_id))", ""),
}
MOST = 12  # bars


def found(database: Database, selection: Selection, query: str) -> pd.DataFrame:
    """FOUND. Raises QueryFault."""
    condition = sentences_where(selection, (Cut("words", query),))
    sql = f"""
SELECT count(*) AS n_sentences, count(DISTINCT s.doc_row) AS n_reports, count(DISTINCT d.text_id) AS n_independent,
       min(d.published) AS first_day, max(d.published) AS last_day
FROM sentences s JOIN documents d USING (doc_row) WHERE {condition.sql}"""
    return database.frame(FOUND, sql, condition.params)


def found_by(database: Database, selection: Selection, query: str, field: str, most: int = MOST) -> pd.DataFrame:
    """FOUND_BY by a field of GROUPS, the largest first, `most` at most. Raises QueryFault."""
    value, name, join = GROUPS[field]
    condition = sentences_where(selection, (Cut("words", query),))
    sql = f"""
SELECT {value} AS value, {name}::VARCHAR AS name, count(*) AS n_sentences, count(DISTINCT s.doc_row) AS n_reports
FROM sentences s JOIN documents d USING (doc_row) {join} WHERE {condition.sql}
GROUP BY 1 ORDER BY n_sentences DESC, n_reports DESC, value LIMIT $most"""
    return database.frame(FOUND_BY, sql, condition.params | {"most": most})


def bucket_of(first_day: pd.Timestamp, last_day: pd.Timestamp) -> str:
    """By what to count the reports between two days: day, month or year.

    >>> bucket_of(pd.Timestamp("2024-01-30"), pd.Timestamp("2024-02-02"))
    'day'
    """
    if (last_day - first_day).days < MOST_COLUMNS:
        return "day"
    months = 12 * (last_day.year - first_day.year) + last_day.month - first_day.month
    return "month" if months < MOST_COLUMNS else "year"


def found_over_time(database: Database, selection: Selection, query: str, bucket: str) -> pd.DataFrame:
    """FOUND_BY by the day, month or year of publication, in order; without the reports that have no day, and without
    the times between that have nothing. Raises QueryFault."""
    condition = sentences_where(selection, (Cut("words", query),))
    sql = f"""
SELECT strftime(d.published, '{TIMES[bucket]}') AS value, NULL::VARCHAR AS name,
       count(*) AS n_sentences, count(DISTINCT s.doc_row) AS n_reports
FROM sentences s JOIN documents d USING (doc_row) WHERE {condition.sql} AND d.published IS NOT NULL
GROUP BY 1 ORDER BY 1"""
    return database.frame(FOUND_BY, sql, condition.params)


def queries(database: Database, selection: Selection, asked: Sequence[str]) -> pd.DataFrame:
    """QUERIES in the order asked; a query that can't be read finds nothing and says why.

    The sentences of the selection are read once; each query then only picks among them.
    """
    condition = sentences_where(selection)
    chosen = database.frame(PLACES, PLACES_SQL.format(where=condition.sql), condition.params)
    rows = chosen["row"].to_numpy()
    report = np.full(database.search.n_rows, -1, np.int64)
    day = np.full(database.search.n_rows, NO_DAY, np.int64)
    report[rows], day[rows] = chosen["report"], chosen["day"]
    return QUERIES.from_rows([_counted(database, query, report, day) for query in asked])


NO_DAY = -(10**6)  # long before any calendar
PLACES = Table(
    name="places",
    row="a sentence of the selection",
    columns=(
        Column("row", "int64", "its row in the table of sentences", nullable=False),
        Column("report", "int64", "number of its report", nullable=False),
        Column("day", "int64", "day of publication", unit="days since 1970", nullable=False),
    ),
    key=("row",),
)
PLACES_SQL = f"""
SELECT s.sentence_row AS row, s.doc_row AS report,
       coalesce(epoch(d.published)::BIGINT // 86400, {NO_DAY}) AS day
FROM sentences s JOIN documents d USING (doc_row) WHERE {{where}}"""


def _counted(
    database: Database, query: str, report: npt.NDArray[np.int64], day: npt.NDArray[np.int64]
) -> dict[str, object]:
    """A row of QUERIES; `report` and `day` are by row of the table of sentences."""
    row: dict[str, object] = {"query": query, "n_sentences": 0, "n_reports": 0}
    try:
        rows = database.search.rows(query)
    except QueryFault as fault:
        return row | {"fault": fault.message}
    rows = rows[report[rows] >= 0]
    days = day[rows][day[rows] != NO_DAY]
    row |= {"n_sentences": len(rows), "n_reports": len(np.unique(report[rows]))}
    if len(days):
        row |= {"first_day": _day(days.min()), "last_day": _day(days.max())}
    return row


def _day(number: np.int64) -> pd.Timestamp:
    return pd.Timestamp(int(number), unit="D")
