"""The claim as a sentence, and the claim that a detail belongs to."""

from __future__ import annotations

from display.fields.cells import plain
from display.fields.entry import Entry, LedgerColumn

CLAIM = Entry(
    field="claim",
    title="Belongs to the claim",
    icon="format_quote",
    chip="Belongs to the claim {}",
    column=LedgerColumn(
        key="claim",
        title="Claim",
        values=plain("claim"),
        width=400,
        help="What is claimed, as a sentence that can be read alone",
        rank=1,
    ),
)
