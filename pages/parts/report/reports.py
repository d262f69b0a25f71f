"""Which report is open: chosen among those of the selection, by its headline, or as the neighbour of another."""

from __future__ import annotations

import streamlit as st

from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.report import beside, n_reports, place_among, report, reports
from display import words
from display.safe import is_empty
from pages.parts import address
from pages.parts.drawing.draw import say
from pages.parts.evidence.record import title_of
from pages.parts.filters import selected
from pages.parts.view import View, noun

MOST = 300  # reports in the list; the others are found by the words of their headline
ANOTHER: dict[str, list[str]] = {key: [] for key in ("fact", "sentence", "through", "at", "find", "part")}


def choose_report(view: View) -> Row | None:
    """Let the user choose a report; the one of the URL comes first, then the newest."""
    database, selection, _ = view
    asked = address.value("doc")
    opened = records(report(database, asked)) if asked else []
    if asked and not opened:
        address.leave_out("report", asked)
    place, total = place_among(database, selection, opened[0]) if opened else (1, n_reports(database, selection))
    known, is_all = _listed(database, selection, total)
    if opened and asked not in known:
        known = {asked: _label(opened[0]) if place else f"{_label(opened[0])} (outside the filters)"} | known
    if not known:
        return None
    row = opened[0] if opened else records(report(database, next(iter(known))))[0]
    if not opened and not is_all:
        place, total = place_among(database, selection, row)
    _controls(view, known, row, (place, total))
    return row


def _listed(database: Database, selection: Selection, total: int) -> tuple[dict[str, str], bool]:
    """The reports to choose from, and whether they are the newest of all, not those with the words of a headline."""
    looked_for = address.value("headline") if total > MOST else ""
    rows = records(reports(database, selection, MOST, looked_for))
    if looked_for and not rows:
        say(f"No headline has “{looked_for}”. Here are the newest reports.")
        looked_for, rows = "", records(reports(database, selection, MOST))
    return {row["doc_id"]: _label(row) for row in rows}, not looked_for


def _controls(view: View, known: dict[str, str], row: Row, where: tuple[int, int]) -> None:
    place, total = where
    of_all = f"{place:,} of {words.count(total, 'report')}, the newest first" if place else "outside the filters"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choose-report"):
        if total > MOST:
            st.text_input("Find a headline", width=180, placeholder="Words", **address.held_text("headline"))
        st.session_state["doc-choice"] = row["doc_id"]
        st.selectbox(
            f"Report {of_all}",
            list(known),
            format_func=lambda key: known.get(key, key),
            key="doc-choice",
            on_change=_chosen,
        )
        with st.container(horizontal=True, width="content", gap="small", key="other-reports"):
            _step(view, "Previous report", ":material/chevron_left:", row, -1 if place > 1 else 0)
            _step(view, "Next report", ":material/chevron_right:", row, 1 if 0 < place < total else 0)
            st.button(
                "Only this",
                key="only-report",
                icon=":material/filter_alt:",
                help=f"Show the {noun()} of this report alone, on every page",
                on_click=selected.only,
                args=(view.database, (cut("document", row["doc_id"]),)),
            )


def _step(view: View, label: str, icon: str, row: Row, step: int) -> None:
    """A button to the report before or after this one; without a step there is none."""
    here = {name: row[name] for name in ("doc_id", "title", "published")}
    st.button(
        label.split()[0],
        key=f"{label.split()[0].lower()}-report",
        icon=icon,
        disabled=not step,
        help=f"{label} of the selection",
        on_click=lambda: _open(beside(view.database, view.selection, here, step)),
    )


def _chosen() -> None:
    _open(st.session_state["doc-choice"])


def _open(doc_id: str) -> None:
    address.write(ANOTHER | {"doc": [doc_id] if doc_id else []})


def _label(row: Row) -> str:
    copy = "" if is_empty(row["copy_of"]) else " · a copy"
    return f"{title_of(row['title'], row['source_id'])} · {words.origin(row)}{copy}"
