"""What became of it."""

from __future__ import annotations

from display import words
from display.fields.cells import shown, whole
from display.fields.choice import choice
from display.fields.entry import Charted, Grouping, LedgerColumn, Section

STATUS = choice(
    "status",
    "Status",
    "task_alt",
    words.STATUS,
    section=Section(title="Status", rank=2, is_open=True, mark="look"),
    grouping=Grouping(title="Status", rank=2),
    column=LedgerColumn(
        key="status",
        title="Status",
        values=shown("status", lambda value: words.STATUS[value]),
        cuts=whole("status", "status"),
        width=90,
        help="Done, planned, possible, denied, negated (said not to be so) or requested",
        rank=2,
    ),
    charted=Charted(one="status", many="statuses", by="Done, planned or denied", colours="status"),
)
