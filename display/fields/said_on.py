"""The day on which it was said."""

from __future__ import annotations

import pandas as pd

from display import day_words
from display.fields.cells import days
from display.fields.days import find_day, show_day
from display.fields.entry import Entry, LedgerColumn


def _cells(rows: pd.DataFrame) -> list[str]:
    return [day_words.days(*bounds) for bounds in zip(rows["said_first_day"], rows["said_end_day"], strict=True)]


SAID_ON = Entry(
    field="said_on",
    title="Said on",
    icon="event_note",
    show=show_day,
    find=find_day,
    chip="Said {}",
    is_plain=True,
    column=LedgerColumn(
        key="said on",
        title="Said on",
        values=_cells,
        cuts=days("said_first_day", "said_on"),
        width=130,
        help="The day on which it was said, where the text tells it",
        rank=5,
        order="days",
        is_downwards=True,
    ),
)
