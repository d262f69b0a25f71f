"""Which sentences have these words, and which are like this one?"""

from __future__ import annotations

from collections.abc import Iterable
from math import log

import pandas as pd

from analysis.queries.engine.database import Database, records
from analysis.queries.rows import SENTENCE_ROWS, sentences_at
from analysis.queries.searching.marks import spans_of
from analysis.queries.searching.search import Search
from analysis.schema import Column, Table
from analysis.text.indexed_words import index_keys, indexed_words

# Sentences are like each other by the words that they share, over all words of both, the rarer a word the heavier. Of
# forty sentences of agency reports, those that told the same had from 0.3 up; below 0.2 only a name or two were shared.
LIKE = 0.2
RAREST = 16  # words of the sentence that are looked for
LOOKED_AT = 60  # sentences with most of them, for each that is wanted ten

LIKE_SENTENCES = Table(
    name="like_sentences",
    row="a sentence of another report that is like a sentence",
    columns=(
        *SENTENCE_ROWS.columns,
        Column("likeness", "float64", "the share of words in common, rare words weighing more", unit="0 to 1"),
    ),
    key=("sentence_id",),
)


def like_sentences(database: Database, sentence_id: str, most: int = 5) -> pd.DataFrame:
    """LIKE_SENTENCES of the sentence, the most alike first, then the newest; what they share is marked.

    No row for an unknown sentence and for one that nothing is like. Raises NoIndex.
    """
    own = database.rows("SELECT doc_id, text FROM sentences WHERE sentence_id = $id", {"id": sentence_id})
    doc_id, text = own[0] if own else ("", "")
    weights = _Weights(database.search)
    keys = frozenset(index_keys(text))
    rarest = sorted(keys, key=lambda key: (-weights[key], key))[:RAREST]
    rows = database.search.best(rarest, LOOKED_AT + 10 * most).tolist() if rarest else []
    found = []
    for row in records(sentences_at(database, rows)):
        shared = keys & set(index_keys(row["sentence"]))
        whole = keys | set(index_keys(row["sentence"]))
        likeness = weights.of(shared) / (weights.of(whole) or 1.0)
        if row["doc_id"] != doc_id and likeness >= LIKE:
            found.append(row | {"likeness": round(likeness, 4), "spans": _spans(row["sentence"], shared, weights)})
    newest = sorted(found, key=lambda row: (pd.isna(row["published"]), -_day(row["published"]), row["sentence_id"]))
    return LIKE_SENTENCES.from_rows(sorted(newest, key=lambda row: -row["likeness"])[:most])


def _day(value: pd.Timestamp) -> int:
    return 0 if pd.isna(value) else value.toordinal()


class _Weights(dict[str, float]):
    """What a word weighs: the rarer, the more (inverse document frequency)."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search

    def __missing__(self, key: str) -> float:
        self[key] = weight = log((self._search.n_sentences + 1) / (self._search.frequency(key) + 0.5))
        return weight

    def of(self, keys: Iterable[str]) -> float:
        """What the words weigh together, in an order that does not depend on chance."""
        return sum(max(self[key], 0.0) for key in sorted(keys))


def _spans(text: str, keys: frozenset[str] | set[str], weights: _Weights) -> str:
    """The words of the text among the keys, without the light ones, as the spans of SENTENCE_ROWS."""
    light = max((weights[key] for key in sorted(keys)), default=0.0) / 2
    words = [word for word in indexed_words(text) if word.key in keys and weights[word.key] >= light]
    return spans_of([(word.start, word.end) for word in words])
