"""What a query found in a sentence, as spans to mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.queries.searching.nodes import Node
from analysis.queries.searching.search import Search, hits


def spans_of(places: Iterable[tuple[int, int]]) -> str:
    """Places in a sentence as the spans of SENTENCE_ROWS.

    >>> spans_of([(0, 4), (9, 12)])
    '0-4:found 9-12:found'
    """
    return " ".join(f"{start}-{end}:found" for start, end in places)


def found_spans(search: Search, queries: Sequence[str], texts: Iterable[str]) -> list[str]:
    """For each text the spans of what the queries find in it. Raises QueryFault."""
    nodes: list[Node] = [search.expanded(query) for query in queries]
    return [spans_of(sorted({hit for node in nodes for hit in hits(node, text)})) for text in texts]
