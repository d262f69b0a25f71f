"""The rows behind a number: facts, or sentences, each with its words, the spans to mark and its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.queries.engine.conditions import Condition, facts_where, sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Cuts, Selection
from analysis.queries.few_facts import few_facts
from analysis.queries.fields import ENTITY_FIELDS
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
FIRST_DAY = Column("first_day", "day", "first day of the time that it covers")
END_DAY = Column("end_day", "day", "the day after its last day")

FACT_ROWS = Table(
    name="fact_rows",
    row="a fact with its sentence and its report",
    columns=(
        Column("fact_id", "str", "id of the fact", nullable=False),
        *EVIDENCE,
        Column("start_char", "int64", "first character of the fact", unit="characters into the text", nullable=False),
        Column("actor", "str", "who does it"),
        Column("action", "str", "what is done", nullable=False),
        Column("target", "str", "whom or what it is done to"),
        Column("place", "str", "where"),
        FIRST_DAY,
        END_DAY,
        Column("precision", "str", "how exactly the text says the time"),
        Column("day_from", "str", "where its day is told: clause, sentence, passage, or the report's own"),
        Column("said_first_day", "day", "first day on which it was said"),
        Column("said_end_day", "day", "the day after the last on which it was said"),
        Column("timex", "str", "the words that say the time"),
        Column("event_class", "str", "PLOVER class"),
        Column("certainty", "str", "how sure the text is", nullable=False),
        Column("polarity", "str", "affirmed or negated", nullable=False),
        Column("tense", "str", "time of the event seen from the text"),
        Column("status", "str", "what became of it", nullable=False),
        Column("plan", "str", "what kind of plan a planned one is"),
        Column("source", "str", "who says so; empty where the report says it itself"),
        Column("is_quote", "bool", "whether it stands in quotation marks", nullable=False),
        Column("theme", "str", "theme of the fact"),
        Column("is_main", "bool", "whether it is the main event of its report", nullable=False),
        Column("is_claim", "bool", "whether a reader would write it into the ledger", nullable=False),
        Column("claim_of", "str", "the claim that it belongs to"),
        Column("claim", "str", "it as a sentence that can be read alone"),
        Column("claim_spans", "str", "where the pieces of that sentence stand, `start-end` parted by blanks"),
        Column("worth", "float64", "how likely a reader would write it", unit="0 to 1", nullable=False),
        Column("rule", "str", "the rule that found it", nullable=False),
        Column("score", "float64", "how probable it is that the row is right", nullable=False),
        Column("how", "str", "how its fields were found"),
        Column("actor_name", "str", "name of the entity that acts"),
        Column("target_name", "str", "name of the entity that it is done to"),
        Column("place_name", "str", "name of the entity of the place"),
        Column("actor_entity_id", "str", "the entity that acts"),
        Column("target_entity_id", "str", "the entity that it is done to"),
        Column("place_entity_id", "str", "the entity of the place"),
        Column("attribution_id", "str", "the attribution that says it; empty where the report says it itself"),
        Column("source_entity_id", "str", "the entity that says so"),
        Column("recipient", "str", "to whom, or for whom, it is done"),
        Column("recipient_name", "str", "name of the entity that it is done for"),
        Column("recipient_entity_id", "str", "the entity that it is done for"),
        Column("themes", "str", "the names of all its themes, with MARK between them"),
        Column("amounts", "str", "the numbers in it, in the words of the text, parted by `; `"),
        Column("episode", "str", "the event that it tells, by the same key in all reports"),
        Column("source_id", "str", "the file or the id of the report"),
    ),
    key=("fact_id",),
)
SENTENCE_ROWS = Table(
    name="sentence_rows",
    row="a sentence with its report",
    columns=(*EVIDENCE, Column("themes", "str", "its themes, parted by `; `")),
    key=("sentence_id",),
)

# What facts can be sorted by.
SORTS = {
    "who": "lower(f.actor)",
    "what": "lower(f.action)",
    "to whom": "lower(f.target)",
    "for whom": "lower(f.recipient)",
    "where": "lower(f.place)",
    "when": "f.first_day",
    "said on": "f.said_first_day",
    "status": "f.status",
    "kind of plan": "f.plan",
    "certainty": "f.certainty",
    "who says so": "lower(a.source)",
    "theme": "f.theme",
    "kind of event": "f.event_class",
    "publisher": "lower(f.told_by)",
    "published": "f.told_on",
    "report": "lower(d.title)",
    "trust": "f.score",
    "worth": "f.worth",
    "main": "f.is_main",
    "place in the report": "f.start_char",
}
# Orders by other names; a `-` turns an order round. What a fact does not state comes last, either way.
ORDERS = {
    "newest report": "-published",
    "when, earliest first": "when",
    "as they stand": "place in the report",
}


def _span(part: str) -> str:
    return (
        f"CASE WHEN f.{part}_start_char >= s.start_char AND f.{part}_end_char <= s.end_char THEN "
        f"(f.{part}_start_char - s.start_char) || '-' || (f.{part}_end_char - s.start_char) || ':{part}' END"
    )


FACT_SPANS = ", ".join(_span(part) for part in ("actor", "action", "target", "place"))

FACT_SQL = f"""
SELECT f.fact_id, f.doc_id, f.sentence_id, s.text AS sentence, concat_ws(' ', {FACT_SPANS}) AS spans,
       d.title, d.publisher, d.published, d.published_from, d.url,
       f.start_char, f.actor, f.action, f.target, f.place, f.first_day, f.end_day, f.precision,
       f.day_from, f.said_first_day, f.said_end_day,
       substr(s.text, (t.start_char - s.start_char + 1)::BIGINT, (t.end_char - t.start_char)::BIGINT) AS timex,
       f.event_class, f.certainty, f.polarity, f.tense, f.status, f.plan,
       a.source, coalesce(a.is_quote, false) AS is_quote,
       f.theme, f.is_main, f.is_claim, f.claim_of, f.claim, f.claim_spans, f.worth, f.rule, f.score, f.how,
       ea.name AS actor_name, et.name AS target_name, ep.name AS place_name,
       f.actor_entity_id, f.target_entity_id, f.place_entity_id, f.attribution_id, a.source_entity_id,
       f.recipient, er.name AS recipient_name, f.recipient_entity_id, f.themes, m.amounts, f.episode, d.source_id
FROM facts f JOIN documents d USING (doc_row) JOIN sentences s USING (sentence_row)
LEFT JOIN attributions a ON a.attribution_id = f.attribution_id
LEFT JOIN timexes t ON t.timex_id = f.timex_id AND t.sentence_id = f.sentence_id
LEFT JOIN entities ea ON ea.entity_id = f.actor_entity_id
LEFT JOIN entities et ON et.entity_id = f.target_entity_id
LEFT JOIN entities ep ON ep.entity_id = f.place_entity_id
LEFT JOIN entities er ON er.entity_id = f.recipient_entity_id
LEFT JOIN (SELECT fact_row, string_agg(text, '; ' ORDER BY start_char) AS amounts FROM amounts GROUP BY 1) m
  ON m.fact_row = f.fact_row
"""


def n_facts(database: Database, selection: Selection, cuts: Cuts = ()) -> int:
    """How many facts `fact_rows` has."""
    condition = facts_where(selection, cuts)
    return database.number(f"SELECT count(*) FROM facts f WHERE {condition.sql}", condition.params)


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
    """The rows of the table of facts with these ids, in order; those that are no more are left out."""
    ids = {"ids": sorted(set(fact_ids))}
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

    Only these are read from the file: picking them among a million sentences must not read what those say.
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
    """The rows of the page in the table of facts, in order."""
    rank = rank_of(order)
    joins = [join for alias, join in SORTED_BY.items() if f"{alias}." in rank]
    sql = f"""
SELECT f.fact_row FROM facts f {" ".join(joins)}
WHERE {condition.sql} ORDER BY {rank} LIMIT $limit OFFSET $offset"""
    found = database.rows(sql, condition.params | {"offset": page[0], "limit": page[1]})
    return [row for (row,) in found]


def facts_at(database: Database, rows: Sequence[int]) -> pd.DataFrame:
    """FACT_ROWS of these rows of the table of facts, in this order; only what they point to is read."""
    return database.kept((FACT_ROWS.name, *rows), lambda: FACT_ROWS.from_rows(few_facts(database, rows)))


SORTED_BY = {
    "d": "JOIN documents d ON d.doc_row = f.doc_row",
    "a": "LEFT JOIN attributions a ON a.attribution_id = f.attribution_id",
}


def rank_of(order: str) -> str:
    """What to order facts by, in SQL; facts of one value as they stand in their reports.

    >>> rank_of("-when")
    'f.first_day DESC NULLS LAST, f.fact_row'
    """
    named = ORDERS.get(order, order)
    way = "DESC" if named.startswith("-") else "ASC"
    return f"{SORTS[named.removeprefix('-')]} {way} NULLS LAST, f.fact_row"


MARKED = {"term": ("term_occurrences", "term", "term")} | dict.fromkeys(
    ENTITY_FIELDS, ("mentions", "entity_id", "name")
)


def _sentence_spans(cuts: Cuts) -> tuple[str, dict[str, object]]:
    """A query for the spans of the words that the cuts are about, and its parameters."""
    found: list[str] = []
    params: dict[str, object] = {}
    for number, cut in enumerate(cut for cut in cuts if cut.field in MARKED):
        table, column, kind = MARKED[cut.field]
        params[f"mark{number}"] = cut.value
        found.append(
            f"SELECT start_char, end_char, '{kind}' AS kind FROM {table} x "
            f"WHERE x.sentence_row = s.sentence_row AND x.{column} = $mark{number}"
        )
    if not found:
        return "SELECT NULL::VARCHAR", {}
    each = "(x.start_char - s.start_char) || '-' || (x.end_char - s.start_char) || ':' || kind"
    return f"SELECT string_agg({each}, ' ' ORDER BY x.start_char) FROM ({' UNION ALL '.join(found)}) x", params
