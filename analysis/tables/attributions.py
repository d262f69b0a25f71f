"""Attributions: a row says who says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, SENTENCE_ID, span_columns
from analysis.tables.entities import EntityIds
from analysis.tables.entry import Entry
from analysis.text.records import Attribution, Reference

ATTRIBUTIONS = Table(
    name="attributions",
    row="one source with the cue and the content of what it says",
    columns=(
        Column("attribution_id", "str", "id of the attribution", nullable=False),
        DOC_ID,
        SENTENCE_ID,
        *span_columns("source_", nullable=True),
        Column("source_entity_id", "str", "the entity that speaks, or that is spoken for"),
        *span_columns("cue_", nullable=True),
        *span_columns("content_"),
        Column("is_quote", "bool", "whether the content stands in quotation marks", nullable=False),
        Column("rule", "str", "the rule that found it", nullable=False),
        Column("source", "str", "the words for the source; a pronoun's antecedent where that is clear"),
        Column("cue_lemma", "str", "the cue in its plain form; empty for a colon"),
    ),
    key=("attribution_id",),
)

COPIED = tuple(
    name for name in Attribution.__struct_fields__ if name not in ("sentence", "source", "source_mention", "cue_lemma")
)


def attributions(entries: Sequence[Entry], ids: EntityIds) -> pd.DataFrame:
    """The table ATTRIBUTIONS, by document and place."""
    return ATTRIBUTIONS.from_rows([row for entry in entries for row in _rows(entry, ids)])


def _rows(entry: Entry, ids: EntityIds) -> Iterator[dict[str, Any]]:
    references = {(one.start_char, one.end_char): one for one in entry.report.references}
    for number, attribution in enumerate(entry.report.attributions):
        named = {
            "attribution_id": entry.attribution_id(number),
            "doc_id": entry.doc_id,
            "sentence_id": entry.sentence_id(attribution.sentence),
            "cue_lemma": attribution.cue_lemma or None,
        }
        yield (
            {name: getattr(attribution, name) for name in COPIED} | named | _source(entry, ids, references, attribution)
        )


def _source(
    entry: Entry, ids: EntityIds, references: dict[tuple[int, int], Reference], attribution: Attribution
) -> dict[str, str | None]:
    """The words and the entity of the source: those of the reference that fills its span, else its own."""
    start_char, end_char = attribution.source_start_char, attribution.source_end_char
    if start_char is None or end_char is None:
        return {"source": None, "source_entity_id": None}
    words, mention = attribution.source, attribution.source_mention
    if (reference := references.get((start_char, end_char))) is not None:
        words, mention = reference.antecedent, reference.mention
    named = None if mention is None else ids[entry.doc_id, entry.report.mentions[mention].chain]
    return {"source": words or entry.article.text[start_char:end_char], "source_entity_id": named}
