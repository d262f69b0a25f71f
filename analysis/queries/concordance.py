"""Which sentences does a query find, in which order, and what stands beside the words?"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.queries.conditions import sentences_where
from analysis.queries.database import Database
from analysis.queries.export import Query
from analysis.queries.rows import SENTENCE_ROWS
from analysis.queries.searching.marks import found_spans
from analysis.queries.searching.match import matched
from analysis.queries.selection import Cut, Cuts, Selection
from analysis.schema import Table
from analysis.text.indexed_words import index_keys

CONCORDANCE = Table(
    name="concordance",
    row="a sentence that a query finds, with the headline or file of its report; its line is aligned on its first span",
    columns=SENTENCE_ROWS.columns,
    key=("sentence_id",),
)
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
    """CONCORDANCE of the selection; `page` is the first row and how many. Raises QueryFault.

    By words only the MOST_SORTED newest sentences are sorted; the page says so, and that there are more.
    """
    condition = sentences_where(selection, (Cut("found", query),))
    if order in BY_WORDS:
        ids = _sorted_ids(database, selection, query, order)[page[0] : page[0] + page[1]]
        rank = "list_position($ids::VARCHAR[], s.sentence_id)"
        picked = "SELECT s.* FROM sentences s WHERE s.sentence_id IN (SELECT unnest($ids::VARCHAR[]))"
        params: dict[str, object] = {"ids": ids}
    else:
        rank = f"{BY_DATE[order]}, d.title, s.doc_id, s.start_char"
        picked = (
            f"SELECT s.* FROM sentences s JOIN documents d USING (doc_id) WHERE {condition.sql} "
            f"ORDER BY {rank} LIMIT $limit OFFSET $offset"
        )
        params = condition.params | {"offset": page[0], "limit": page[1]}
    frame = database.frame(CONCORDANCE, LINES_SQL.format(picked=picked, rank=rank), params)
    spans = found_spans(database.search, [query], frame["sentence"])
    return CONCORDANCE.frame({name: spans if name == "spans" else frame[name].array for name in frame.columns})


LINES_SQL = """
WITH picked AS ({picked})
SELECT s.doc_id, s.sentence_id, s.text AS sentence, NULL::VARCHAR AS spans,
       coalesce(d.title, d.source_id) AS title, d.publisher, d.published, d.published_from, d.url,
       (SELECT string_agg(theme, '; ' ORDER BY theme) FROM themes h WHERE h.sentence_id = s.sentence_id) AS themes
FROM picked s JOIN documents d USING (doc_id) ORDER BY {rank}"""


def _sorted_ids(database: Database, selection: Selection, query: str, order: str) -> list[str]:
    """The ids of the MOST_SORTED newest sentences, in the order of their words; those without such words come last."""
    condition = sentences_where(selection, (Cut("found", query),))
    found = database.rows(
        f"SELECT s.sentence_id, s.text FROM sentences s JOIN documents d USING (doc_id) WHERE {condition.sql} "
        f"ORDER BY {BY_DATE['newest report']}, s.doc_id, s.start_char LIMIT {MOST_SORTED}",
        condition.params,
    )
    node, beside = database.search.expanded(query), BY_WORDS[order]
    ranked = []
    for place, (sentence_id, text) in enumerate(found):
        keys = index_keys(text)
        spans = matched(node, keys) or []
        words = beside(keys, *min(spans)) if spans else []
        ranked.append((not words, words, place, sentence_id))
    return [sentence_id for *_, sentence_id in sorted(ranked)]


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
