"""A drag over the columns of the timeline makes their time the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analysis.fields.days import period
from analysis.queries.engine.database import Database
from analysis.queries.windows import OFFSETS
from display import day_words
from display.charts.time import time_axis
from pages.parts.browser.source import script, style
from pages.parts.timeline.zoom import zoom_to
from pages.parts.view import noun

KEY = "brush"
CALENDAR = {"day": "D", "month": "MS", "year": "YS", "decade": "10YS"}

_BRUSH = st.components.v2.component(
    "dossier_brush",
    css=style("brush.css"),
    js=script("brush.js"),
)


def data_of(counts: pd.DataFrame, bucket: str, placed: pd.DataFrame) -> Mapping[str, object]:
    """What the browser is told of the columns of FACTS_PER_BUCKET, at least one row, in the chart "time"; `placed` has
    what the time of a column lets through, also where that is not drawn."""
    first, end = time_axis(counts["bucket"], bucket)["range"]
    columns = columns_of(placed, bucket, first, end)
    return {"figure": "figure-time", "end": end, "columns": columns, "nouns": [noun(1), noun()]}


def brush(database: Database, data: Mapping[str, object], bucket: str) -> None:
    """Let the user drag over the columns of the timeline; `data_of` gives the data."""
    _BRUSH(
        key=KEY,
        data=data,
        height="content",
        width="content",
        on_chosen_change=lambda: _choose(database, bucket),
    )


def columns_of(counts: pd.DataFrame, bucket: str, first: str, end: str) -> list[tuple[str, str, int]]:
    """First day, words and number of facts of each column from one day to another; an empty one is there too."""
    days = pd.date_range(first, end, freq=CALENDAR[bucket], inclusive="left", unit="s")
    totals = counts.groupby("bucket")["n_facts"].sum().to_dict()
    return [(day.date().isoformat(), day_words.bucket(day, bucket), int(totals.get(day, 0))) for day in days]


def span_of(chosen: object, bucket: str) -> str:
    """The period from the first day of one column to the last day of another; nothing for what makes no sense.

    >>> span_of(["2024-03-01", "2024-05-01"], "month"), span_of(["2024-03-02", "2024-03-01"], "day")
    ('2024-03-01..2024-05-31', '')
    """
    if not isinstance(chosen, Sequence) or isinstance(chosen, str) or len(chosen) != 2:
        return ""
    try:
        first, last = (date.fromisoformat(str(day)) for day in chosen)
    except ValueError:
        return ""
    end = pd.Timestamp(last) + OFFSETS[bucket] - pd.Timedelta(days=1)
    return period(first, end.date()) if first <= last else ""


def _choose(database: Database, bucket: str) -> None:
    state = st.session_state.get(KEY)
    if span := span_of(state.get("chosen") if state else None, bucket):
        zoom_to(database, span)
