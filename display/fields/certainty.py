"""How sure the text is."""

from __future__ import annotations

from display import words
from display.fields.cells import shown, whole
from display.fields.choice import choice
from display.fields.entry import Grouping, LedgerColumn, Section

CERTAINTY = choice(
    "certainty",
    "How sure the text is",
    "help",
    words.CERTAINTY,
    chip="{} in the text",
    section=Section(title="How sure the text is", rank=9),
    grouping=Grouping(title="How sure", rank=11),
    column=LedgerColumn(
        key="certainty",
        title="How sure",
        values=shown("certainty", lambda value: words.CERTAINTY[value]),
        cuts=whole("certainty", "certainty"),
        width=100,
        help="How sure the text is",
    ),
)
