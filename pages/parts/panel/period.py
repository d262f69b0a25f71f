"""What the filter for the period shows: when the facts begin, and which days are let through or hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analysis.queries.database import Database
from analysis.queries.histogram import Axis, axis, bars, facts_per_bar
from analysis.queries.selection import Selection, days_of
from pages.parts import words
from pages.parts.naming import NAMINGS

FIELD = "period"
BY = {"day": "day", "month": "month", "year": "year"}


def period_section(database: Database, selection: Selection, is_open: bool) -> dict[str, Any]:
    """The section: the bars, if it is open, and the days that are chosen."""
    chosen, hidden = selection.values(FIELD), selection.hidden(FIELD)
    first, last = days_of(chosen[0]) if chosen else (None, None)
    section: dict[str, Any] = {
        "first": str(first or ""),
        "last": str(last or ""),
        "only": len(chosen),
        "hidden": [{"value": value, "label": NAMINGS[FIELD].show(database, value)} for value in hidden],
    }
    along = _axis(database.snapshot.name, database) if is_open else None
    return section | (_bars(database, selection, along) if along else {})


def _bars(database: Database, selection: Selection, along: Axis) -> dict[str, Any]:
    counts = _counts(database.snapshot.name, selection.without(FIELD), along, database)
    drawn = [(first, last, counts.get(first, 0)) for first, last in bars(along)]
    return {
        "bars": [[str(first), str(last), n, _named(first, along)] for first, last, n in drawn],
        "takeaway": _takeaway(counts, along),
    }


def _takeaway(counts: dict[date, int], along: Axis) -> str:
    """What the bars show, in words."""
    if not counts:
        return "No fact here has a date."
    most = max(counts, key=lambda day: counts[day])
    return f"Facts by the {BY[along.bucket]} they begin in; most in {_named(most, along)}: {counts[most]:,}."


def _named(day: date, along: Axis) -> str:
    return words.bucket(pd.Timestamp(day), along.bucket)


@st.cache_data(max_entries=4, show_spinner=False)
def _axis(snapshot: str, _database: Database) -> Axis | None:
    return axis(_database)


@st.cache_data(max_entries=200, show_spinner=False)
def _counts(snapshot: str, selection: Selection, along: Axis, _database: Database) -> dict[date, int]:
    return facts_per_bar(_database, selection, along)
