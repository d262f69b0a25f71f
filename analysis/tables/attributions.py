"""Attributions: a row says who says what."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID, span_columns
from analysis.tables.entities import EntityIds
from analysis.tables.entry import Entry
from analysis.text.records import Attribution

ATTRIBUTIONS = Table(
    name="attributions",
    row="one source with the cue and the content of what it says",
    columns=(
        Column("attribution_id", "str", "id of the attribution", nullable=False),
        DOC_ID,
        SENTENCE_ID,
        *span_columns("source_", nullable=True),
        Column("source_entity_id", "str", "the entity named in the source"),
        *span_columns("cue_", nullable=True),
        *span_columns("content_"),
        Column("is_quote", "bool", "whether the content stands in quotation marks", nullable=False),
        Column("rule", "str", "the rule that found it", nullable=False),
        Column("source", "str", "the words for the source; a pronoun's antecedent where that is clear"),
    ),
    key=("attribution_id",),
)


def attributions(entries: Sequence[Entry], ids: EntityIds) -> pd.DataFrame:
    """The table ATTRIBUTIONS, by document and place."""
    return ATTRIBUTIONS.from_rows(
        [
            {name: getattr(a, name) for name in ATTRIBUTION_FIELDS}
            | {
                "attribution_id": entry.attribution_id(number),
                "doc_id": entry.doc_id,
                "sentence_id": entry.sentence_id(a.sentence),
            }
            | _source(entry, a, ids)
            for entry in entries
            for number, a in enumerate(entry.report.attributions)
        ]
    )


ATTRIBUTION_FIELDS = tuple(name for name in Attribution.__struct_fields__ if name not in ("sentence", "cue_lemma"))


def _source(entry: Entry, attribution: Attribution, ids: EntityIds) -> dict[str, str | None]:
    """The words and the entity of the source: the reference that fills it, else the first name in it."""
    start_char, end_char = attribution.source_start_char, attribution.source_end_char
    if start_char is None or end_char is None:
        return {"source": None, "source_entity_id": None}
    report, words = entry.report, entry.article.text[start_char:end_char]
    for reference in report.references:
        if (reference.start_char, reference.end_char) == (start_char, end_char):
            named = None if reference.mention is None else ids[entry.doc_id, report.mentions[reference.mention].chain]
            return {"source": reference.antecedent, "source_entity_id": named}
    inside = [m for m in report.mentions if start_char <= m.start_char and m.end_char <= end_char]
    chosen = next((m for label in SPEAKERS for m in inside if m.label == label), None)
    return {"source": words, "source_entity_id": ids[entry.doc_id, chosen.chain] if chosen else None}


SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
