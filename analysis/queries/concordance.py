"""Which sentences does a query find, in which order, and what stands beside the words?"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.queries.conditions import sentences_where
from analysis.queries.database import Database
from analysis.queries.export import Query
from analysis.queries.rows import SENTENCE_ROWS, sentences_at
from analysis.queries.searching.marks import found_spans
from analysis.queries.searching.match import matched
from analysis.queries.selection import Cut, Cuts, Selection
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


def concordance(
    database: Database, selection: Selection, query: str, page: tuple[int, int] = (0, 50), order: str = ORDERS[0]
) -> pd.DataFrame:
    """SENTENCE_ROWS that the query finds, with what it finds as spans: a line is aligned on the first of them.

    `page` is the first row and how many. Raises QueryFault. By words only the MOST_SORTED newest sentences are sorted;
    the page says so, and that there are more.
    """
    if order in BY_WORDS:
        picked = _by_words(database, selection, query, order)[page[0] : page[0] + page[1]]
    else:
        picked = _by_date(database, selection, query, page, order)
    rows = sentences_at(database, picked)
    spans = found_spans(database.search, [query], rows["sentence"])
    return SENTENCE_ROWS.frame({name: spans if name == "spans" else rows[name].array for name in rows.columns})


def _by_date(database: Database, selection: Selection, query: str, page: tuple[int, int], order: str) -> list[int]:
    """The rows of a page, the sentences of a report in its order."""
    condition = sentences_where(selection, (Cut("words", query),))
    found = database.rows(
        f"SELECT s.sentence_row FROM sentences s JOIN documents d USING (doc_id) WHERE {condition.sql} "
        f"ORDER BY {BY_DATE[order]}, s.sentence_row LIMIT $limit OFFSET $offset",
        condition.params | {"offset": page[0], "limit": page[1]},
    )
    return [row for (row,) in found]


def _by_words(database: Database, selection: Selection, query: str, order: str) -> list[int]:
    """The MOST_SORTED newest rows, in the order of their words; those without such words come last."""
    newest = _by_date(database, selection, query, (0, MOST_SORTED), "newest report")
    texts = database.search.texts(newest)
    node, beside = database.search.expanded(query), BY_WORDS[order]
    ranked = []
    for place, row in enumerate(newest):
        keys = index_keys(texts[row])
        spans = matched(node, keys) or []
        words = beside(keys, *min(spans)) if spans else []
        ranked.append((not words, words, place, row))
    return [row for *_, row in sorted(ranked)]


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
