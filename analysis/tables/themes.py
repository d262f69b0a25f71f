"""Themes: a row is a theme of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID
from analysis.tables.entry import Entry

THEMES = Table(
    name="themes",
    row="a theme of a sentence",
    columns=(
        DOC_ID,
        SENTENCE_ID,
        Column("theme", "str", "name of the theme", nullable=False),
        Column("score", "float64", "weight of the words that earned it", nullable=False),
        Column("evidence", "str", "the words that earned it, parted by `; `", nullable=False),
        Column(
            "evidence_spans", "str", "their spans, `start-end` parted by blanks", unit="characters into documents.text"
        ),
    ),
    key=("sentence_id", "theme"),
)


def themes(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table THEMES, by document, place and falling score."""
    return THEMES.from_rows(
        [
            {
                "doc_id": entry.doc_id,
                "sentence_id": entry.sentence_id(match.sentence),
                "theme": match.theme,
                "score": match.score,
                "evidence": "; ".join(entry.article.text[start:end] for start, end in match.evidence),
                "evidence_spans": " ".join(f"{start}-{end}" for start, end in match.evidence),
            }
            for entry in entries
            for match in entry.report.themes
        ]
    )
