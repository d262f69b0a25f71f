"""The sentences of a snapshot that a query finds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import tantivy
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from analysis.index import FOLDER, ROW, WORDS, open_index
from analysis.queries.searching.compile import compiled
from analysis.queries.searching.expand import Expander, Taken
from analysis.queries.searching.match import apart, matched
from analysis.queries.searching.names import NameForms
from analysis.queries.searching.nodes import Node
from analysis.queries.searching.parse import SHORT, parse
from analysis.row_sets import bitmap, in_bitmap
from analysis.scratch import ScratchFolder
from analysis.text.indexed_words import index_keys, indexed_words

Rows = npt.NDArray[np.int32]
Ask = Callable[[str, Mapping[str, Any]], list[tuple[Any, ...]]]

KEPT = 24  # answers; of a million sentences each takes at most half a megabyte
ALL = 2**31 - 1


class Hit(NamedTuple):
    """Something that the query found in a sentence; half-open, in characters."""

    start: int
    end: int


class Search:
    """Answers queries. Threads may share it."""

    def __init__(self, snapshot: Path, ask: Ask) -> None:
        """Of the snapshot in the folder; `ask` answers SQL over its tables. Raises NoIndex."""
        self._links = ScratchFolder("search")
        self._index = open_index(snapshot / FOLDER, self._links.path)
        self._searcher = self._index.searcher()
        self._ask = ask
        self._expander = Expander(self, lambda: self.names)
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    @cached_property
    def names(self) -> NameForms:
        """The name forms of the snapshot."""
        rows = self._ask("SELECT entity_id, text, n_mentions FROM aliases ORDER BY entity_id, text", {})
        return NameForms((str(entity_id), str(text), int(n)) for entity_id, text, n in rows)

    @cached_property
    def n_rows(self) -> int:
        """The rows of the table `sentences`."""
        return int(self._ask("SELECT count(*) FROM sentences", {})[0][0])

    @property
    def n_sentences(self) -> int:
        """The sentences in the index."""
        return self._searcher.num_docs

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin so, in how many sentences each is."""
        return self._searcher.terms_with_prefix(WORDS, prefix)

    def frequency(self, key: str) -> int:
        """In how many sentences the word is."""
        return self._searcher.doc_freq(WORDS, key)

    def near(self, key: str, most: int) -> list[str]:
        """The words of the sentences that one or two letters tell from this one, the nearest and commonest first."""
        known = dict(self.beginning(""))
        found = extract(key, known.keys(), scorer=OSA.distance, score_cutoff=1 if len(key) <= SHORT else 2, limit=None)
        return [word for word, *_ in sorted(found, key=lambda one: (one[1], -known[one[0]], one[0]))][:most]

    def bits(self, query: str) -> bytes:
        """The rows of `sentences` that the query finds, as a bitmap; cached. Raises QueryFault."""
        with self._lock:
            if query in self._kept:
                self._kept.move_to_end(query)
                return self._kept[query]
        found = self._packed(self.rows(query))
        with self._lock:
            self._kept[query] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def rows(self, query: str) -> Rows:
        """The rows of `sentences` that the query finds, in order. Raises QueryFault."""
        node = self.expanded(query)
        asked = compiled(node, self._index.schema)
        rows = self._rows(asked.query)
        return rows if asked.is_exact else self._looked_at(node, rows)

    def expanded(self, query: str) -> Node:
        """The query with the words of the snapshot. Raises QueryFault."""
        return self._expander.expanded(parse(query))

    def taken(self, query: str) -> list[Taken]:
        """What the prefixes, spellings and names of the query were taken for. Raises QueryFault."""
        return self._expander.taken(parse(query))

    def texts(self, rows: Rows | Sequence[int]) -> dict[int, str]:
        """The words of these rows of `sentences`."""
        sql = f"SELECT s.sentence_row, s.text FROM sentences s WHERE {in_bitmap('s', 'sentences', 'rows')}"
        return dict(self._ask(sql, {"rows": self._packed(rows)}))

    def best(self, keys: Sequence[str], most: int) -> Rows:
        """The rows of the sentences with most of these words, the rare ones counting most (BM25)."""
        schema, query = self._index.schema, tantivy.Query
        terms = [(tantivy.Occur.Should, query.term_query(schema, WORDS, key, index_option="freq")) for key in keys]
        hits = self._searcher.search(query.boolean_query(terms), limit=most, count=False).hits
        rows = self._searcher.fast_field_values(ROW, [address for _, address in hits])
        return np.array(rows, np.int32)

    def _packed(self, rows: Rows | Sequence[int]) -> bytes:
        """These rows of `sentences` as a bitmap, one bit per row."""
        return bitmap(np.asarray(rows, np.int64), self.n_rows)

    def _rows(self, query: tantivy.Query) -> Rows:
        hits = self._searcher.search(
            query, limit=max(self.n_sentences, 1), count=False, order_by_field=ROW, order=tantivy.Order.Asc
        ).hits
        return np.fromiter((row for row, _ in hits), np.int32, len(hits))

    def _looked_at(self, node: Node, rows: Rows) -> Rows:
        """Of these rows those whose sentence has the words where the query wants them."""
        if not len(rows):
            return rows
        kept = [row for row, text in self.texts(rows).items() if matched(node, index_keys(text)) is not None]
        return np.array(sorted(kept), np.int32)


def hits(node: Node, text: str) -> list[Hit]:
    """What the expanded query finds in the text, in order; none where only other words were to be left out."""
    words = indexed_words(text)
    spans = matched(node, [word.key for word in words]) or []
    return [Hit(words[start].start, words[end - 1].end) for start, end in apart(spans)]
