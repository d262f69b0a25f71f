"""Where in a report are the words that a filter looks for?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.queries.engine.conditions import sentences_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.report import PLACES
from analysis.queries.searching.search import hits


def places_found(database: Database, doc_row: int, queries: Sequence[str]) -> pd.DataFrame:
    """PLACES of what the queries find in the sentences of the report, in the order of the text. Raises QueryFault."""
    condition = sentences_where(Selection.of(words=tuple(queries)))
    sql = f"SELECT s.start_char, s.text FROM sentences s WHERE s.doc_row = $doc_row AND {condition.sql} ORDER BY 1"
    sentences = database.rows(sql, condition.params | {"doc_row": doc_row}) if queries else []
    nodes = [database.search.expanded(query) for query in queries] if sentences else []
    found = [
        (start + hit.start, start + hit.end)
        for start, text in sentences
        for hit in sorted({hit for node in nodes for hit in hits(node, text)})
    ]
    rows = [{"start_char": a, "end_char": b, "mark_id": f"hit-{number}"} for number, (a, b) in enumerate(found)]
    return PLACES.from_rows(rows)
