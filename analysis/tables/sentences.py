"""Sentences: a row is one sentence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, span_columns
from analysis.tables.entry import Entry

SENTENCES = Table(
    name="sentences",
    row="one sentence, or one caption or line of noise",
    columns=(
        Column("sentence_id", "str", "id of the sentence", nullable=False),
        DOC_ID,
        *span_columns(),
        Column(
            "kind",
            "str",
            "what it is; only headings and body are analysed",
            allowed=("heading", "body", "caption", "noise"),
            nullable=False,
        ),
        Column("text", "str", "the words as they stand", nullable=False),
    ),
    key=("sentence_id",),
)


def sentences(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table SENTENCES, by document and place."""
    return SENTENCES.from_rows(
        [
            {
                "sentence_id": entry.sentence_id(number),
                "doc_id": entry.doc_id,
                "start_char": sentence.start_char,
                "end_char": sentence.end_char,
                "kind": sentence.kind,
                "text": entry.article.text[sentence.start_char : sentence.end_char],
            }
            for entry in entries
            for number, sentence in enumerate(entry.report.sentences)
        ]
    )
