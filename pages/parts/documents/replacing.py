"""One report: its file, and another file in its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from analysis.corpus import file_of
from analysis.queries.documents import whole_ids
from analysis.queries.engine.database import Database, Row
from display.safe import label_markdown
from pages.parts.data import data_folder, kept_user_store
from pages.parts.documents.access import may_change
from pages.parts.documents.adding import keep, knows_its_inputs, look, taking_away
from pages.parts.documents.entries import removals
from pages.parts.documents.listing import name_of
from pages.parts.documents.look_html import looked_at
from pages.parts.documents.looking import Given
from pages.parts.documents.rebuild import last_build, start_build
from pages.parts.drawing.draw import say

LARGEST = 100_000_000  # bytes of a file that is handed to the browser
ONE, ROUND, FAULT = "one-report", "_replace-round", "_replace-fault"


def file_and_replace(database: Database, rows: Sequence[Row]) -> None:
    """Let the user choose one of READ_AS, save its file, and put another file in its place."""
    with st.expander("The file of a report, and another in its place", key="one-report-box"):
        names = {row["doc_id"]: f"{name_of(row)} ({row['source_id']})" for row in rows}
        doc_id = st.selectbox(
            "Report",
            list(names),
            index=None,
            format_func=lambda key: names.get(key, str(key)),
            placeholder="Choose a report of this page",
            key=ONE,
        )
        if doc_id in names:
            _download(database, str(doc_id))
            _replace(database, str(doc_id))
        if fault := st.session_state.pop(FAULT, ""):
            st.error(fault)


def _download(database: Database, doc_id: str) -> None:
    path = _file(database, doc_id)
    if path is None:
        say("Its file is not where it was, or it is a record with an id of its own.", "d-note")
        return
    st.download_button(
        "Save its file",
        data=path.read_bytes,
        file_name=path.name,
        mime="application/octet-stream",
        icon=":material/download:",
        on_click="ignore",
        key="save-file",
    )


def _file(database: Database, doc_id: str) -> Path | None:
    """The file of a report, where it is there and small enough."""
    try:
        path = file_of(data_folder(), whole_ids(database, [doc_id]).get(doc_id, ""))
        return path if path and path.stat().st_size <= LARGEST else None
    except (OSError, ValueError):  # a name that is too long, or has a zero byte
        return None


def _replace(database: Database, doc_id: str) -> None:
    running = last_build(data_folder())
    if not knows_its_inputs() or (running and not running.is_over):
        return
    dropped = st.file_uploader("Put this file in its place", key=f"replace-{st.session_state.get(ROUND, 0)}")
    if dropped is None:
        return
    file = Given(dropped.name, dropped.getvalue())
    (found,) = look([file], "replace")
    st.html(looked_at([found]))
    if found.reports:
        st.button("Replace", type="primary", on_click=_put, args=(database, doc_id, file), key="replace")


def _put(database: Database, doc_id: str, file: Given) -> None:
    """Keep the file, take the report out and build anew; where that cannot be, all is as before."""
    if not may_change():
        return
    out, new = data_folder(), list[Path]()

    def as_before() -> None:
        taking_away(new)()
        kept_user_store().bring_back([doc_id])

    try:
        store = kept_user_store()
        source_id = keep(out, file, new)
        store.remove_reports(removals(database, [doc_id], source_id))
        start_build(out, undo=as_before)
    except OSError as fault:
        taking_away(new)()
        st.session_state[FAULT] = f"It was not replaced: {label_markdown(fault)}. Press again to try again."
    else:
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
