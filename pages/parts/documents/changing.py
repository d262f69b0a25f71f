"""Putting right what was read: the day of many reports at once, reports taken out and brought back, one replaced.

What is said is kept in the user store, and every build applies it; no file of the user is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analysis.queries.documents import EARLIEST, whole_ids
from analysis.queries.engine.database import Database, Row, records
from analysis.user_store.records import ReportDay
from display import day_words, words
from display.dates import order
from display.safe import label_markdown, shortened
from pages.parts.choose import choose
from pages.parts.data import data_folder, kept_user_store
from pages.parts.documents.access import may_change
from pages.parts.documents.adding import knows_its_inputs
from pages.parts.documents.entries import n_not_shown, now, removals
from pages.parts.documents.listing import dated, dated_from, name_of
from pages.parts.documents.rebuild import start_build
from pages.parts.documents.replacing import file_and_replace
from pages.parts.documents.running import offer_build
from pages.parts.drawing.draw import say
from pages.parts.view import View

LIST, CHANGE = "list", "change"
SHOWN = "documents-as"
ISOLATED = "\u2068{}\u2069"  # words of another direction turn none around them
SHOWS_LATER = "It shows when the reports have been built anew."
DAY, SAID, BACK = "new-day", "_documents-said", "bring-back"


def choose_mode(is_allowed: bool) -> bool:
    """Let the user see the list or change what is in it; whether it is to be changed."""
    if not (is_allowed and knows_its_inputs()):
        return False
    return choose("Shown as", {LIST: "List", CHANGE: "Set days, take out"}, LIST, SHOWN) == CHANGE


def change_reports(view: View, rows: pd.DataFrame) -> None:
    """Let the user tick reports of READ_AS, and say what is to be done with them."""
    kind, said = st.session_state.pop(SAID, ("", ""))
    if said:
        (st.error if kind == "error" else st.success)(said)
    _offer_build(view.database)
    found = records(rows)
    if found:
        _form(view.database, found)
        file_and_replace(view.database, found)
    else:
        say("No report fits. Take away words or a choice above.")
    _taken_out()


def _offer_build(database: Database) -> None:
    with suppress(OSError):  # `_taken_out` says it
        offer_build(n_not_shown(database, kept_user_store()))


def _form(database: Database, found: Sequence[Row]) -> None:
    ids = [row["doc_id"] for row in found]
    st.button("Tick all of this page", on_click=_tick, args=(ids, True), icon=":material/done_all:", key="tick-all")
    with st.form("change-reports", border=True):
        with st.container(gap="xxsmall", key="ticks"):
            for row in found:
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    _day_of_row(row)
                    st.checkbox(_label(row), key=_ticked(row["doc_id"]))
            st.form_submit_button("Save changed days", on_click=_save_days, args=(database, found), key="save-days")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.date_input(
                "Day of all ticked",
                value=None,
                key=DAY,
                min_value=EARLIEST,
                max_value=date.today(),
                width=180,
                format=order().field,
            )
            for name, done in (("Set the day", _set_days), ("As it was read", _forget_days), ("Take out", _take_out)):
                st.form_submit_button(name, on_click=partial(_do, done, database, ids))
    say(
        "A day that you set is kept and holds for every build from now on. What is taken out stays where it is on the "
        "disk, and can be brought back.",
        "d-note",
    )


def _day_of_row(row: Row) -> None:
    """The day of a report, to be changed in its place; without one where it has none that can be."""
    st.date_input(
        f"Day of {shortened(name_of(row), 60)}",
        value=_possible_day(row),
        key=_day_key(row),
        min_value=EARLIEST,
        max_value=date.today(),
        format=order().field,
        label_visibility="collapsed",
        width=150,
    )


def _day_key(row: Row) -> str:
    return f"day-{row['doc_id']}-{row['published']}"  # a day that a build has changed is shown anew


def _possible_day(row: Row) -> date | None:
    day: date | None = None if pd.isna(row["published"]) else row["published"].date()
    return day if day and EARLIEST <= day <= date.today() else None


def _save_days(database: Database, found: Sequence[Row]) -> None:
    """Keep the days that were changed in their rows, and build anew."""
    if not may_change():
        return
    chosen = {row["doc_id"]: st.session_state.get(_day_key(row)) for row in found}
    days = {row["doc_id"]: chosen[row["doc_id"]] for row in found if chosen[row["doc_id"]] != _possible_day(row)}
    changed = {doc_id: day for doc_id, day in days.items() if isinstance(day, date)}
    if not changed:
        st.session_state[SAID] = ("error", "Change the day of a report first.")
        return
    try:
        places, at = whole_ids(database, list(changed)), now()
        kept_user_store().set_days([ReportDay(doc_id, places[doc_id], day, at) for doc_id, day in changed.items()])
        start_build(data_folder())
    except OSError as fault:
        st.session_state[SAID] = ("error", f"It was not saved: {label_markdown(fault)}. Press again to try again.")
    else:
        said = f"{words.count(len(changed), 'changed day')} kept. {SHOWS_LATER}"
        st.session_state[SAID] = ("success", said)


def _label(row: Row) -> str:
    origin = f" ({dated_from(row)})" if dated_from(row) else ""
    begins = shortened(str(row["first_lines"]).removeprefix(str(row["title"] or "")).strip(), 90)
    name = label_markdown(shortened(name_of(row), 90))
    more = " · ".join((f"{dated(row)}{origin}", shortened(row["source_id"], 60), begins))
    return f"**{ISOLATED.format(name)}** · {label_markdown(more)}"


def _ticked(doc_id: str) -> str:
    return f"tick-{doc_id}"


def _tick(ids: Sequence[str], is_ticked: bool) -> None:
    for doc_id in ids:
        st.session_state[_ticked(doc_id)] = is_ticked


def _do(done: Callable[[Database, list[str]], str], database: Database, ids: Sequence[str]) -> None:
    """Do it with the ticked reports and build anew; say what was done, or why it was not."""
    ticked = [doc_id for doc_id in ids if st.session_state.get(_ticked(doc_id))]
    if not may_change():
        return
    if not ticked:
        st.session_state[SAID] = ("error", "Tick the reports first.")
        return
    try:
        said = done(database, ticked)
        if said:
            start_build(data_folder())
            _tick(ticked, False)
            st.session_state[SAID] = ("success", f"{said} {SHOWS_LATER}")
    except OSError as fault:
        st.session_state[SAID] = ("error", f"It was not saved: {label_markdown(fault)}. Press again to try again.")


def _set_days(database: Database, ticked: list[str]) -> str:
    day = st.session_state.get(DAY)
    if not isinstance(day, date) or not EARLIEST <= day <= date.today():
        st.session_state[SAID] = ("error", "Choose a day first, one that is not in the future.")
        return ""
    places, at = whole_ids(database, ticked), now()
    kept_user_store().set_days([ReportDay(doc_id, places[doc_id], day, at) for doc_id in ticked])
    return f"The day of {words.count(len(ticked), 'report')} is kept: {day_words.day(pd.Timestamp(day))}."


def _forget_days(database: Database, ticked: list[str]) -> str:
    kept_user_store().forget_days(ticked)
    return f"The day of {words.count(len(ticked), 'report')} will be read from its file again."


def _take_out(database: Database, ticked: list[str]) -> str:
    kept_user_store().remove_reports(removals(database, ticked))
    return f"{words.count(len(ticked), 'report')} will be taken out."


def _taken_out() -> None:
    """List what is taken out, and let the user bring it back."""
    try:
        out = kept_user_store().removed()
    except OSError as fault:
        st.warning(f"{label_markdown(fault)}.")
        return
    if not out:
        return
    named = {one.doc_id: f"{shortened(one.title, 80)} ({shortened(one.source_id, 60)})" for one in out}
    with st.container(border=True, key="taken-out"):
        st.multiselect(
            f"Taken out: {words.count(len(out), 'report')}",
            list(named),
            format_func=lambda doc_id: named.get(doc_id, str(doc_id)),
            placeholder="Choose what to bring back",
            key=BACK,
        )
        st.button("Bring back", on_click=_bring_back, key="bring-back-button")


def _bring_back() -> None:
    chosen = list(st.session_state.get(BACK, ()))
    if not chosen or not may_change():
        return
    try:
        kept_user_store().bring_back(chosen)
        start_build(data_folder())
    except OSError as fault:
        st.session_state[SAID] = ("error", f"It was not saved: {label_markdown(fault)}. Press again to try again.")
    else:
        st.session_state[BACK] = []
        st.session_state[SAID] = ("success", f"{words.count(len(chosen), 'report')} will be there again.")
