"""Tables that are filled row by row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.schema import Table
from analysis.tables import TABLES
from analysis.tables.document_map import document_map
from analysis.tables.fact_entities import fact_entities
from analysis.tables.fact_themes import FACT_THEMES
from analysis.tables.sentence_terms import sentence_terms, vocabulary
from analysis.tables.term_matrix import term_matrix


@dataclass
class Tables:
    """Rows by the name of their table."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, **values: Any) -> None:
        """Add a row."""
        self.rows[table].append(values)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Every table, the ones without rows empty."""
        made = {table.name: _frame(table, self.rows[table.name]) for table in TABLES}
        words = vocabulary(made["term_occurrences"])
        return made | {
            "fact_entities": fact_entities(made["facts"], made["mentions"], made["attributions"]),
            "fact_themes": _fact_themes(made["facts"]),
            "vocabulary": words,
            "sentence_terms": sentence_terms(made["term_occurrences"], words),
            "document_map": document_map(None, term_matrix(made["document_terms"])),
        }


def _fact_themes(facts: pd.DataFrame) -> pd.DataFrame:
    """Each fact has the one theme that its row names."""
    themed = facts[facts["theme"].notna()]
    rows = [
        {"fact_id": row.fact_id, "theme": row.theme, "weight": 1.0, "evidence": row.action, "evidence_spans": None}
        for row in themed.itertuples()
    ]
    return _frame(FACT_THEMES, rows)


def _frame(table: Table, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return table.from_rows(rows) if rows else table.empty()
