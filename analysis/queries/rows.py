"""The rows behind a number: facts, or sentences, each with its words, the spans to mark and its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from analysis.fields import FIELDS
from analysis.fields.cut import Cuts
from analysis.fields.field import RowColumn
from analysis.fields.sql import joins_of
from analysis.queries.engine.conditions import IS_CLAIM, Condition, facts_where, sentences_where, with_facts
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.few_facts import ENTITY_KEYS, ROW_COLUMNS, few_facts
from analysis.queries.searching.marks import found_spans
from analysis.schema import Column, Table

DOC_ID = Column("doc_id", "str", "the report that it stands in", nullable=False)
SENTENCE_ID = Column("sentence_id", "str", "the sentence that it stands in", nullable=False)
EVIDENCE = (
    DOC_ID,
    SENTENCE_ID,
    Column("sentence", "str", "the words of the sentence", nullable=False),
    Column("spans", "str", "what to mark: `start-end:kind` parted by blanks, in characters into the sentence"),
    Column("title", "str", "headline of the report; beside a sentence its file where it has none"),
    Column("publisher", "str", "who published the report"),
    Column("published", "day", "when the report was published"),
    Column("published_from", "str", "where the day of publication comes from", nullable=False),
    Column("url", "str", "address of the report"),
)
FACT_ROWS = Table(
    name="fact_rows",
    row="a fact with its sentence and its report",
    columns=(
        Column("fact_id", "str", "id of the fact", nullable=False),
        *EVIDENCE,
        Column("start_char", "int64", "first character of the fact", unit="characters into the text", nullable=False),
        Column("source_id", "str", "the file or the id of the report"),
        *(column.spec for column in ROW_COLUMNS),
    ),
    key=("fact_id",),
)
SENTENCE_ROWS = Table(
    name="sentence_rows",
    row="a sentence with its report",
    columns=(*EVIDENCE, Column("themes", "str", "its themes, parted by `; `")),
    key=("sentence_id",),
)

SORTS = {name: field.sort for name, field in FIELDS.items() if field.sort}
# Orders by other names; a `-` turns an order round. What a fact does not state comes last, either way.
ORDERS = {"newest report": "-published", "when, earliest first": "period"}
AS_THEY_STAND = "as they stand"


def _span(part: str) -> str:
    return (
        f"CASE WHEN f.{part}_start_char >= s.start_char AND f.{part}_end_char <= s.end_char THEN "
        f"(f.{part}_start_char - s.start_char) || '-' || (f.{part}_end_char - s.start_char) || ':{part}' END"
    )


FACT_SPANS = ", ".join(_span(part) for part in ("actor", "action", "target", "place"))

# The words that say the time, cut out of the sentence.
TIMEX = "substr(s.text, (t.start_char - s.start_char + 1)::BIGINT, (t.end_char - t.start_char)::BIGINT)"


def _select(column: RowColumn) -> str:
    """The column in the SELECT of FACT_SQL."""
    name = column.spec.name
    if column.table == "timexes":
        return f"{TIMEX} AS {name}"
    if column.table == "entities":
        return f"e_{column.of}.name AS {name}"
    if column.table == "attributions" and column.default is not None:
        return f"coalesce(a.{name}, {column.default}) AS {name}"
    return f"{column.table[0]}.{name}"


# FACT_ROWS of all facts, to be narrowed by a WHERE.
FACT_SQL = f"""
SELECT f.fact_id, f.doc_id, f.sentence_id, s.text AS sentence, concat_ws(' ', {FACT_SPANS}) AS spans,
       d.title, d.publisher, d.published, d.published_from, d.url, f.start_char, d.source_id,
       {", ".join(map(_select, ROW_COLUMNS))}
FROM facts f JOIN documents d USING (doc_row) JOIN sentences s USING (sentence_row)
LEFT JOIN attributions a ON a.attribution_id = f.attribution_id
LEFT JOIN timexes t ON t.timex_id = f.timex_id AND t.sentence_id = f.sentence_id
{" ".join(f"LEFT JOIN entities e_{key} ON e_{key}.entity_id = f.{key}" for key in ENTITY_KEYS)}
"""


def n_facts(database: Database, selection: Selection, cuts: Cuts = ()) -> int:
    """How many facts `fact_rows` has."""
    condition = facts_where(selection, cuts)
    if cuts or condition.parts[:1] != [IS_CLAIM]:
        return database.number(f"SELECT count(*) FROM facts f WHERE {condition.sql}", condition.params)
    return n_claims_and_facts(database, selection)[0]


def n_claims_and_facts(database: Database, selection: Selection) -> tuple[int, int]:
    """How many claims the filters let through, and how many facts: one pass counts both, as every page says both."""
    condition = facts_where(replace(selection, details=True))
    is_one = (
        condition.sql == facts_where(replace(selection, details=False)).sql
    )  # asked for by its id, it counts anyway
    sql = f"SELECT count(*) FILTER ({'true' if is_one else IS_CLAIM}), count(*) FROM facts f WHERE {condition.sql}"
    ((n_claims, n_every),) = database.rows(sql, condition.params)
    return int(n_claims), int(n_every)


def reports_behind(database: Database, selection: Selection, cuts: Cuts = (), of_facts: bool = True) -> tuple[int, int]:
    """In how many reports the facts, or the sentences, of the selection stand that the cuts let through, and how many
    of these reports are no copy of another of them."""
    if not of_facts:
        where = sentences_where(selection, cuts)
        condition = Condition([f"d.doc_row IN (SELECT s.doc_row FROM sentences s WHERE {where.sql})"], where.params)
    elif cuts:
        where = facts_where(selection, cuts)
        condition = Condition([f"d.doc_row IN (SELECT f.doc_row FROM facts f WHERE {where.sql})"], where.params)
    else:
        condition = with_facts(selection)
    sql = f"SELECT count(*), count(DISTINCT d.text_id) FROM documents d WHERE {condition.sql}"
    ((n_reports, n_independent),) = database.rows(sql, condition.params)
    return int(n_reports), int(n_independent)


def fact_rows(
    database: Database,
    selection: Selection,
    cuts: Cuts = (),
    page: tuple[int, int] = (0, 50),
    order: str = "newest report",
) -> pd.DataFrame:
    """FACT_ROWS of the selection that the cuts let through, words marked; `page` is the first row and how many."""
    condition = facts_where(selection, cuts)
    rows = facts_at(database, _rows_of_facts(database, condition, page, order))
    return _with_found(database, FACT_ROWS, rows, (*selection.only, *cuts))


def rows_called(database: Database, fact_ids: Iterable[str]) -> list[int]:
    """The row numbers of the facts with these ids, in order; ids that the snapshot does not have are left out."""
    ids = {"ids": sorted(set(fact_ids))}
    if not ids["ids"]:
        return []
    sql = "SELECT f.fact_row FROM facts f WHERE list_contains($ids::VARCHAR[], f.fact_id) ORDER BY 1"
    return [row for (row,) in database.rows(sql, ids)]


def n_sentences(database: Database, selection: Selection, cuts: Cuts = ()) -> int:
    """How many sentences `sentence_rows` has."""
    condition = sentences_where(selection, cuts)
    return database.number(f"SELECT count(*) FROM sentences s WHERE {condition.sql}", condition.params)


def sentence_rows(
    database: Database, selection: Selection, cuts: Cuts = (), page: tuple[int, int] = (0, 50)
) -> pd.DataFrame:
    """SENTENCE_ROWS of the selection that the cuts let through, the newest report first; the cuts' words marked."""
    condition = sentences_where(selection, cuts)
    picked = database.rows(
        f"SELECT s.sentence_row FROM sentences s JOIN documents d USING (doc_row) WHERE {condition.sql} "
        "ORDER BY d.published DESC NULLS LAST, s.doc_id, s.start_char LIMIT $limit OFFSET $offset",
        condition.params | {"offset": page[0], "limit": page[1]},
    )
    rows = sentences_at(database, [row for (row,) in picked], *_sentence_spans(cuts))
    return _with_found(database, SENTENCE_ROWS, rows, (*selection.only, *cuts))


def sentences_at(
    database: Database, rows: list[int], spans: str = "SELECT NULL::VARCHAR", params: dict[str, object] | None = None
) -> pd.DataFrame:
    """SENTENCE_ROWS of these rows of the table of sentences, in this order; `spans` is a query for the spans of `s`.

    The texts of other sentences are not read from the file.
    """
    return database.frame(SENTENCE_ROWS, SENTENCES_SQL.format(spans=spans), {"rows": rows, **(params or {})})


SENTENCES_SQL = """
WITH s AS MATERIALIZED (SELECT * FROM sentences WHERE sentence_row IN (SELECT unnest($rows::INTEGER[]))),
d AS MATERIALIZED (
  SELECT doc_row, coalesce(title, source_id) AS title, publisher, published, published_from, url
  FROM documents WHERE doc_row IN (SELECT doc_row FROM s)),
h AS MATERIALIZED (
  SELECT sentence_row, string_agg(theme, '; ' ORDER BY theme) AS themes
  FROM themes WHERE sentence_row IN (SELECT sentence_row FROM s) GROUP BY 1)
SELECT s.doc_id, s.sentence_id, s.text AS sentence, ({spans}) AS spans,
       d.title, d.publisher, d.published, d.published_from, d.url, h.themes
FROM s JOIN d USING (doc_row) LEFT JOIN h USING (sentence_row)
ORDER BY list_position($rows::INTEGER[], s.sentence_row)"""


def _with_found(database: Database, table: Table, rows: pd.DataFrame, cuts: Cuts) -> pd.DataFrame:
    """The rows with the spans of what the words of the cuts find beside the others."""
    queries = [cut.value for cut in cuts if cut.field == "words"]
    if not queries or rows.empty:
        return rows
    found = found_spans(database.search, queries, rows["sentence"])
    spans = [f"{old} {new}".strip() for old, new in zip(rows["spans"].fillna(""), found, strict=True)]
    return table.frame({name: spans if name == "spans" else rows[name].array for name in rows.columns})


def _rows_of_facts(database: Database, condition: Condition, page: tuple[int, int], order: str) -> list[int]:
    """The row numbers of the page in the table of facts, in order."""
    rank = rank_of(order)
    sql = f"""
SELECT f.fact_row FROM facts f {joins_of(rank)}
WHERE {condition.sql} ORDER BY {rank} LIMIT $limit OFFSET $offset"""
    found = database.rows(sql, condition.params | {"offset": page[0], "limit": page[1]})
    return [row for (row,) in found]


def facts_at(database: Database, rows: Sequence[int]) -> pd.DataFrame:
    """FACT_ROWS of these rows of the table of facts, in this order; only what they point to is read."""
    return database.kept((FACT_ROWS.name, *rows), lambda: FACT_ROWS.from_rows(few_facts(database, rows)))


def rank_of(order: str) -> str:
    """The ORDER BY of an order, in SQL; ties are broken by the row number, which follows the place in the report.

    >>> rank_of("-period")
    'f.first_day DESC NULLS LAST, f.fact_row'
    """
    if order == AS_THEY_STAND:
        return "f.start_char ASC NULLS LAST, f.fact_row"
    named = ORDERS.get(order, order)
    way = "DESC" if named.startswith("-") else "ASC"
    sort = SORTS[named.removeprefix("-")]
    return ", ".join((*sort.within, f"{sort.sql} {way} NULLS LAST", "f.fact_row"))


MARKED = {name: field.marked for name, field in FIELDS.items() if field.marked}


def _sentence_spans(cuts: Cuts) -> tuple[str, dict[str, object]]:
    """A query for the spans of the words that the cuts are about, and its parameters."""
    found: list[str] = []
    params: dict[str, object] = {}
    for number, cut in enumerate(cut for cut in cuts if cut.field in MARKED):
        marked = MARKED[cut.field]
        params[f"mark{number}"] = cut.value
        found.append(
            f"SELECT start_char, end_char, '{marked.kind}' AS kind FROM {marked.table} x "
            f"WHERE x.sentence_row = s.sentence_row AND x.{marked.column} = $mark{number}"
        )
    if not found:
        return "SELECT NULL::VARCHAR", {}
    each = "(x.start_char - s.start_char) || '-' || (x.end_char - s.start_char) || ':' || kind"
    return f"SELECT string_agg({each}, ' ' ORDER BY x.start_char) FROM ({' UNION ALL '.join(found)}) x", params
