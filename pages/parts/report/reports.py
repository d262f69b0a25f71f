"""Which report is open: chosen among those of the selection, by its headline, or as the neighbour of another."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from analysis.queries.database import Database, Row, records
from analysis.queries.report import n_reports, neighbours, report, reports
from analysis.queries.selection import Selection
from pages.parts import address, words
from pages.parts.drawing.draw import say
from pages.parts.evidence.record import title_of
from pages.parts.filters import selected

MOST = 300  # reports in the list; the others are found by the words of their headline
ANOTHER: dict[str, list[str]] = {key: [] for key in ("fact", "sentence", "through", "at", "find", "part")}


def choose_report(database: Database, selection: Selection) -> Row | None:
    """Let the user choose a report; the one of the address comes first, then the newest."""
    total = n_reports(database, selection)
    looked_for = address.value("headline") if total > MOST else ""
    known = {row["doc_id"]: _label(row) for row in records(reports(database, selection, MOST, looked_for))}
    asked = address.value("doc")
    opened = records(report(database, asked)) if asked else []
    beside = records(neighbours(database, selection, asked)) if opened else []
    if opened and asked not in known:
        known = {asked: _label(opened[0]) if beside else f"{_label(opened[0])} (outside the filters)"} | known
    if asked and not opened:
        say("The report of this link is not in this collection any more. Here is another one.")
    if not known:
        return None
    doc_id = asked if opened else next(iter(known))
    place = beside or records(neighbours(database, selection, doc_id))
    _controls(database, known, doc_id, (total, place[0] if place else None))
    return opened[0] if opened else records(report(database, doc_id))[0]


def _controls(database: Database, known: dict[str, str], doc_id: str, where: tuple[int, Row | None]) -> None:
    total, place = where
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choose-report"):
        if total > MOST:
            st.text_input("Find a headline", width=200, placeholder="Words", **address.held_text("headline"))
        st.session_state["doc-choice"] = doc_id
        st.selectbox(
            f"Report ({words.count(total, 'report')} in the selection)",
            list(known),
            format_func=lambda key: known.get(key, key),
            key="doc-choice",
            on_change=_chosen,
        )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="other-reports"):
        _neighbour("Previous report", ":material/chevron_left:", place["previous_id"] if place else None)
        _neighbour("Next report", ":material/chevron_right:", place["next_id"] if place else None)
        if place:
            say(f"{place['place']:,} of {place['n_reports']:,}, the newest first", "d-note")
        st.button(
            "Only this report",
            key="only-report",
            icon=":material/filter_alt:",
            help="Show the facts of this report alone, on every page",
            on_click=selected.only,
            args=(database, (cut("document", doc_id),)),
        )


def _neighbour(label: str, icon: str, doc_id: object) -> None:
    known = isinstance(doc_id, str)
    key = label.split()[0].lower()
    st.button(label, key=f"{key}-report", icon=icon, disabled=not known, on_click=_open, args=(doc_id,))


def _chosen() -> None:
    _open(st.session_state["doc-choice"])


def _open(doc_id: str) -> None:
    address.write(ANOTHER | {"doc": [doc_id] if doc_id else []})


def _label(row: Row) -> str:
    day: str = f", {words.day(row['published'])}" if pd.notna(row["published"]) else ""
    return f"{title_of(row['title'], row['source_id'])} ({words.publisher(row['publisher'])}{day})"
