"""The kind of event, and the group of its kind."""

from __future__ import annotations

from analysis.fields.cut import NONE
from display import words
from display.fields.cells import whole
from display.fields.choice import choice
from display.fields.entry import Grouping, LedgerColumn, Section

EVENT_CLASS = choice(
    "event_class",
    "Kind of event",
    "category",
    words.EVENT_CLASS | {NONE: words.NO_CLASS},
    section=Section(title="Kind of event", rank=8),
    grouping=Grouping(title="Kind of event", rank=10),
    column=LedgerColumn(
        key="kind of event",
        title="Kind of event",
        values=lambda rows: rows["event_class"].map(words.EVENT_CLASS),
        cuts=whole("event_class", "event_class"),
        width=130,
        help="One of the sixteen kinds of PLOVER; empty where none fits",
        rank=15,
    ),
)
EVENT_GROUP = choice("event_group", "Group of events", "category", words.EVENT_GROUP | {NONE: words.NO_CLASS})
