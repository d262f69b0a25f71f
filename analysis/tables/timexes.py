"""Timexes: a row is one temporal expression (TIMEX3)."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID, END_DAY, FIRST_DAY, PRECISION, SENTENCE_ID, span_columns
from analysis.tables.entry import Entry

TIMEXES = Table(
    name="timexes",
    row="one temporal expression in one report",
    columns=(
        Column("timex_id", "str", "id of the expression", nullable=False),
        DOC_ID,
        SENTENCE_ID,
        *span_columns(),
        Column("type", "str", "TIMEX3 type", allowed=("DATE", "TIME", "DURATION", "SET"), nullable=False),
        Column("value", "str", "TIMEX3 value", nullable=False),
        FIRST_DAY,
        END_DAY,
        PRECISION,
        Column("anchor", "str", "what it is counted from: published, text (itself), or the words of another date"),
        Column("mod", "str", "TIMEX3 mod: START, MID, END, APPROX, MORE_THAN and others"),
        Column("quant", "str", "TIMEX3 quant of a SET: EVERY, EACH"),
        Column("freq", "str", "TIMEX3 freq of a SET: 2X is twice"),
    ),
    key=("timex_id",),
)


def timexes(entries: Sequence[Entry]) -> pd.DataFrame:
    """The table TIMEXES, by document and place."""
    return TIMEXES.from_rows(
        [
            {
                "timex_id": f"{entry.doc_id}-t{expression.start_char}",
                "doc_id": entry.doc_id,
                "sentence_id": entry.sentence_id(expression.sentence),
                "start_char": expression.start_char,
                "end_char": expression.end_char,
                "type": timex.type,
                "value": timex.value,
                "first_day": timex.first_day,
                "end_day": timex.end_day,
                "precision": timex.precision or "unknown",
                "anchor": timex.anchor or None,
                "mod": timex.mod or None,
                "quant": timex.quant or None,
                "freq": timex.freq or None,
            }
            for entry in entries
            for expression, timex in zip(entry.report.timexes, entry.timexes, strict=True)
        ]
    )
