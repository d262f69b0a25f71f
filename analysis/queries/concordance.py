"""Which sentences does a query find, in which order, and what stands beside the words?"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.fields.cut import Cut, Cuts
from analysis.queries.engine.conditions import sentences_where
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.export import Query
from analysis.queries.rows import SENTENCE_ROWS, sentences_at
from analysis.queries.searching.marks import spans_of
from analysis.queries.searching.match import Spans, apart, matched
from analysis.queries.searching.nodes import Node
from analysis.queries.searching.search import Hit, hits
from analysis.schema import Column, Table
from analysis.text.indexed_words import index_keys

BY_DATE = {
    "newest report": "d.published DESC NULLS LAST",
    "oldest report": "d.published ASC NULLS LAST",
}
BESIDE = 3  # words beside what was found that decide the order
BY_WORDS: dict[str, Callable[[list[str], int, int], list[str]]] = {
    "word before": lambda keys, start, end: keys[max(start - BESIDE, 0) : start][::-1],
    "word after": lambda keys, start, end: keys[end : end + BESIDE],
    "the words found": lambda keys, start, end: keys[start : end + BESIDE],
}
ORDERS = (*BY_DATE, *BY_WORDS)
MOST_SORTED = 5_000  # sentences that are sorted by their words: a tenth of a second
LINES = Table(
    name="lines",
    row="a hit of a query in a sentence, with the sentence and its report",
    columns=(
        *SENTENCE_ROWS.columns,
        Column("number", "int64", "which hit of the sentence it is, from 0", nullable=False),
    ),
    key=("sentence_id", "number"),
)


def n_hits(database: Database, selection: Selection, query: str) -> int:
    """How many hits the query has in the MOST_SORTED newest sentences that it finds. Raises QueryFault."""
    texts, node = _newest(database, selection, query)
    return sum(len(_hits(node, keys)) for keys in map(index_keys, texts.values()))


def lines(
    database: Database, selection: Selection, query: str, page: tuple[int, int] = (0, 50), order: str = ORDERS[0]
) -> pd.DataFrame:
    """LINES of the query. The first span is the hit of the line, which is aligned on it; then come the others.

    By date `page` is the first sentence and how many, each with all its hits; by words it is the first hit and how
    many, of the MOST_SORTED newest sentences alone: the page says so. Raises QueryFault.
    """
    if order in BY_WORDS:
        picked = _by_words(database, selection, query, order)[page[0] : page[0] + page[1]]
    else:
        picked = [(row, None) for row in _by_date(database, selection, query, page, order)]
    rows = list(dict.fromkeys(row for row, _ in picked))
    node = database.search.expanded(query)
    sentences = dict(zip(rows, records(sentences_at(database, rows)), strict=True))
    found = {row: hits(node, sentence["sentence"]) for row, sentence in sentences.items()}
    return LINES.from_rows(
        [
            sentences[row] | {"number": one, "spans": _aligned_on(found[row], one)}
            for row, number in picked
            for one in (range(len(found[row])) if number is None else [number])
        ]
    )


def _aligned_on(found: list[Hit], number: int) -> str:
    """The hits as spans, this one first."""
    return spans_of([found[number], *found[:number], *found[number + 1 :]])


def _by_date(database: Database, selection: Selection, query: str, page: tuple[int, int], order: str) -> list[int]:
    """The rows of a page, the sentences of a report in its order."""
    condition = sentences_where(selection, (Cut("words", query),))
    found = database.rows(
        f"SELECT s.sentence_row FROM sentences s JOIN documents d USING (doc_row) WHERE {condition.sql} "
        f"ORDER BY {BY_DATE[order]}, s.sentence_row LIMIT $limit OFFSET $offset",
        condition.params | {"offset": page[0], "limit": page[1]},
    )
    return [row for (row,) in found]


def _by_words(database: Database, selection: Selection, query: str, order: str) -> list[tuple[int, int | None]]:
    """The hits of the MOST_SORTED newest rows, each with its number, in the order of the words beside them; those
    without such words come last."""
    texts, node = _newest(database, selection, query)
    ranked = []
    for place, (row, text) in enumerate(texts.items()):
        keys = index_keys(text)
        for number, (start, end) in enumerate(_hits(node, keys)):
            words = BY_WORDS[order](keys, start, end)
            ranked.append((not words, words, place, number, row))
    return [(row, number) for *_, number, row in sorted(ranked)]


def _newest(database: Database, selection: Selection, query: str) -> tuple[dict[int, str], Node]:
    """The words of the MOST_SORTED newest sentences by row, in order, and the query to look for in them."""
    rows = _by_date(database, selection, query, (0, MOST_SORTED), "newest report")
    texts = database.search.texts(rows)
    return {row: texts[row] for row in rows}, database.search.expanded(query)


def _hits(node: Node, keys: list[str]) -> Spans:
    return apart(matched(node, keys) or [])


def exported_sentences(selection: Selection, cuts: Cuts) -> Query:
    """Every sentence of the selection that the cuts let through, the newest report first, with its report."""
    condition = sentences_where(selection, cuts)
    sql = f"""
SELECT s.text AS sentence, d.title, d.publisher, d.published, d.published_from, d.url,
       (SELECT string_agg(theme, '; ' ORDER BY theme) FROM themes h WHERE h.sentence_id = s.sentence_id) AS themes,
       s.doc_id, s.sentence_id
FROM sentences s JOIN documents d USING (doc_id) WHERE {condition.sql}
ORDER BY {BY_DATE["newest report"]}, d.title, s.doc_id, s.start_char"""
    return sql, condition.params
