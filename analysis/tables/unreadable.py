"""Unreadable: a row is an input that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.read.article import Unreadable
from analysis.schema import Column, Table

UNREADABLE = Table(
    name="unreadable",
    row="an input that could not be read",
    columns=(
        Column("source_id", "str", "path of the file, with the record's line where it is one", nullable=False),
        Column("reason", "str", "why, and what to do, in a sentence", nullable=False),
    ),
    key=("source_id",),
)


def unreadable(inputs: Sequence[Unreadable]) -> pd.DataFrame:
    """The table UNREADABLE, by source_id; the first reason counts where an input has several."""
    reasons = {one.source_id: one.reason for one in reversed(inputs)}
    return UNREADABLE.from_rows([{"source_id": s, "reason": r} for s, r in sorted(reasons.items())])
