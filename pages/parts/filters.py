"""The filters in the sidebar: each field with its values and how many facts each would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analysis.queries import filters as known_values
from analysis.queries.database import Database, records
from analysis.queries.facets import facet_values
from analysis.queries.selection import Cut, Selection, days_of, period
from pages.parts import selected
from pages.parts.naming import NAMINGS

FIELDS = ("theme", "status", "person", "organisation", "place", "publisher")
MORE = ("country", "event_class", "certainty", "said_by")
MOST = 200
# Wide, so that the period of a link is never outside because the reports of today are of other days.
CALENDAR = (date(1900, 1, 1), date(2099, 12, 31))


def draw_filters(database: Database, selection: Selection) -> None:
    """Draw the filters in the sidebar."""
    with st.sidebar:
        _words(database, selection)
        for field in FIELDS:
            _values(database, selection, field)
        _period(database, selection)
        with st.expander("More filters", expanded=any(selection.values(field) for field in MORE)):
            for field in MORE:
                _values(database, selection, field)


def _values(database: Database, selection: Selection, field: str) -> None:
    found = facet_values(database, selection, field, MOST)
    counts = {str(row["value"]): int(row["n_facts"]) for row in records(found)}
    chosen = [value for value in selection.values(field) if value not in counts]
    labels = _labels(database, field, [*counts, *chosen], counts)
    key = f"filter-{field}"
    st.session_state[key] = list(selection.values(field))
    st.multiselect(
        NAMINGS[field].title,
        list(labels),
        format_func=lambda value: labels.get(value, value),
        key=key,
        placeholder="All",
        on_change=_chosen,
        args=(database, field, key),
    )


def _labels(database: Database, field: str, values: Sequence[str], counts: Mapping[str, int]) -> dict[str, str]:
    return {value: f"{NAMINGS[field].show(database, value)} · {counts.get(value, 0):,}" for value in values}


def _chosen(database: Database, field: str, key: str) -> None:
    _set(database, field, list(st.session_state[key]))


def _set(database: Database, field: str, values: Sequence[str]) -> None:
    now = selected.read(database).selection
    kept = tuple(cut for cut in now.only if cut.field != field)
    selected.set_to(database, Selection(kept + tuple(Cut(field, value) for value in values), now.hide))


def _words(database: Database, selection: Selection) -> None:
    st.session_state["words"] = next(iter(selection.values("words")), "")
    st.text_input(NAMINGS["words"].title, key="words", type="search", max_chars=200, on_change=_typed, args=(database,))


def _typed(database: Database) -> None:
    said = st.session_state["words"].strip()
    _set(database, "words", [said] if said else [])


def _period(database: Database, selection: Selection) -> None:
    bounds = known_values.day_bounds(database)
    first, last = bounds["first_day"].iloc[0], bounds["last_day"].iloc[0]
    if pd.isna(first) or pd.isna(last):
        return
    chosen = selection.values("period")
    days = [day for day in days_of(chosen[0]) if day] if chosen else []
    st.session_state["period"] = tuple(days)
    st.date_input(
        NAMINGS["period"].title,
        min_value=min(first.date(), CALENDAR[0]),
        max_value=max(last.date(), CALENDAR[1]),
        key="period",
        format="DD/MM/YYYY",
        on_change=_picked,
        args=(database,),
    )


def _picked(database: Database) -> None:
    days = list(st.session_state["period"])
    _set(database, "period", [period(days[0], days[1] if len(days) > 1 else None)] if days else [])
