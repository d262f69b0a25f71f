"""What kind of plan a planned fact is."""

from __future__ import annotations

from analysis.fields.cut import NONE
from display import words
from display.fields.cells import whole
from display.fields.choice import choice
from display.fields.entry import Grouping, LedgerColumn, Section

PLAN = choice(
    "plan",
    "Kind of plan",
    "event_upcoming",
    words.PLAN | {NONE: words.NO_PLAN},
    section=Section(title="Kind of plan", rank=3),
    grouping=Grouping(title="Kind of plan", rank=3),
    column=LedgerColumn(
        key="kind of plan",
        title="Kind of plan",
        values=lambda rows: rows["plan"].map(words.PLAN),
        cuts=whole("plan", "plan"),
        width=110,
        help="Of what is planned: pledged, announced, intended or expected",
    ),
)
