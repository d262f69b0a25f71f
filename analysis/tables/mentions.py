"""Mentions: a row is a name in a text."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID, span_columns
from analysis.tables.entities import EntityIds
from analysis.tables.entry import Entry

MENTIONS = Table(
    name="mentions",
    row="a name in a text",
    columns=(
        Column("mention_id", "str", "id of the mention", nullable=False),
        DOC_ID,
        SENTENCE_ID,
        *span_columns(),
        Column("text", "str", "the words as they stand", nullable=False),
        Column("label", "str", "OntoNotes label", nullable=False),
        Column("entity_id", "str", "whom it stands for", nullable=False),
        Column("role", "str", "title or office beside the name"),
        Column("rule", "str", "why it is taken for a name of this label"),
    ),
    key=("mention_id",),
)


def mentions(entries: Sequence[Entry], entity_ids: EntityIds) -> pd.DataFrame:
    """The table MENTIONS, by document and place."""
    return MENTIONS.from_rows(
        [
            {
                "mention_id": entry.mention_id(number),
                "doc_id": entry.doc_id,
                "sentence_id": entry.sentence_id(mention.sentence),
                "start_char": mention.start_char,
                "end_char": mention.end_char,
                "text": mention.text,
                "label": mention.label,
                "entity_id": entity_ids[entry.doc_id, mention.chain],
                "role": mention.role or None,
                "rule": mention.rule or None,
            }
            for entry in entries
            for number, mention in enumerate(entry.report.mentions)
        ]
    )
