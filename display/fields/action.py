"""What is done."""

from __future__ import annotations

from analysis.fields.cut import Cut
from display.fields.cells import plain
from display.fields.entry import Entry, LedgerColumn

ACTION = Entry(
    field="action",
    title="Does what",
    icon="bolt",
    chip="Does what: {}",
    column=LedgerColumn(
        key="what",
        title="Does what",
        values=plain("action"),
        cuts=lambda row: [Cut("action", str(row["action"]).lower())],
        width=110,
        rank=9,
    ),
)
