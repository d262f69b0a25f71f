"""Unreadable: a row is an input that could not be read, or a report that could not be analysed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.read.article import Unreadable
from analysis.schema import Column, Table
from analysis.tables.entry import Entry

UNREADABLE = Table(
    name="unreadable",
    row="an input that could not be read, or a report that could not be analysed",
    columns=(
        Column("source_id", "str", "path of the file, with the record's line where it is one", nullable=False),
        Column("reason", "str", "why, and what to do, in a sentence", nullable=False),
        Column("doc_id", "str", "the report that could not be analysed; empty for an input that could not be read"),
    ),
    key=("source_id", "doc_id"),
)


def unreadable(inputs: Sequence[Unreadable], entries: Sequence[Entry] = ()) -> pd.DataFrame:
    """The table UNREADABLE, by source_id; the first reason counts where an input has several."""
    reasons: dict[tuple[str, str], str] = {(one.source_id, ""): one.reason for one in reversed(inputs)}
    reasons |= {(e.article.source_id, e.doc_id): e.failed.reason for e in entries if e.failed}
    return UNREADABLE.from_rows(
        [{"source_id": s, "reason": why, "doc_id": d or None} for (s, d), why in sorted(reasons.items())]
    )
