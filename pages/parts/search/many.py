"""A list of queries from a file: how much each finds, and the way to its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.queries.export import csv_file, query_of_frame
from analysis.queries.found import queries
from analysis.queries.searching.files import LARGEST, MOST, MalformedQueries, queries_of
from analysis.queries.searching.parse import LONGEST
from analysis.user_store.database import NotKept
from display import words
from display.dates import order
from display.safe import label_markdown
from pages.parts import address
from pages.parts.data import open_user_store, read_user_store, writer
from pages.parts.filters.about import about
from pages.parts.filters.views import name_of
from pages.parts.frame import View
from pages.parts.saying import say
from pages.parts.search.asking import set_query
from pages.parts.search.kept import KEPT, LIST, kept_lists

LONGEST_ADDRESS = 2_000  # characters of queries in a URL: longer ones are cut by some programs
NUMBER = "_queries_file"
FAULT = "_queries_fault"
GONE = "The list of queries of this link is not kept here (any more). Choose the file again."
COUNTS, DAYS = ("Sentences", "Reports"), ("First published", "Last published")


def many(view: View) -> None:
    """Draw the way to ask a list of queries at once."""
    asked = asked_queries()
    is_asked = bool(asked or address.value(KEPT))
    with st.expander("Many queries at once", icon=":material/list:", expanded=is_asked):
        say(
            "A text file with a query on each line, or a CSV file with the queries in its first column; "
            f"up to {MOST:,} queries and {LARGEST // 1000:,} KB. The filters apply. A link to this page keeps the list."
        )
        _upload()
        kept_lists()
        if asked:
            _table(view, asked)
        elif address.value(KEPT):
            st.warning(GONE, icon=":material/link_off:")


def asked_queries() -> tuple[str, ...]:
    """The list of queries that the URL has, or that is kept under its id; without a list none."""
    kept = address.value(KEPT)
    said = read_user_store(lambda written: written.list_of(kept)) if kept else address.values(LIST)
    return tuple(dict.fromkeys(one.strip()[: LONGEST + 1] for one in said if one.strip()))[:MOST]


def ask_all(asked: Sequence[str], name: str = "") -> None:
    """Ask this list: a short one is in the URL, a long one is kept under an id and this name; for callbacks.

    Raises NotKept.
    """
    if len(urlencode([(LIST, query) for query in asked])) <= LONGEST_ADDRESS:
        address.write({LIST: list(asked), KEPT: []})
    else:
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        address.write({LIST: [], KEPT: [open_user_store().keep_list(asked, name, now, writer())]})


def _upload() -> None:
    """Let a file be chosen. A list that was read is that of the address, and the field is empty again; of a file that
    is none it says why."""
    number = st.session_state.setdefault(NUMBER, 0)
    key = f"queries-file-{number}"

    def chosen() -> None:
        file = st.session_state[key]
        try:
            if file:
                ask_all(queries_of(file.name, file.getvalue()), name_of(PurePath(file.name).stem))
        except MalformedQueries:
            return
        except NotKept as fault:
            st.session_state[FAULT] = f"The list was not saved: {label_markdown(fault)}. Choose the file again later."
        st.session_state[NUMBER] = number + 1

    if FAULT in st.session_state:
        st.error(st.session_state.pop(FAULT), icon=":material/error:")
    file = st.file_uploader("File with queries", type=["txt", "csv"], key=key, max_upload_size=1, on_change=chosen)
    if file is None:
        return
    try:
        queries_of(file.name, file.getvalue())
    except MalformedQueries as fault:
        st.error(str(fault), icon=":material/error:")


def _columns() -> dict[str, Any]:
    """How the columns are drawn."""
    known = st.column_config
    return {
        "Query": known.TextColumn(width="large"),
        **{name: known.NumberColumn(format="localized") for name in COUNTS},
        **{name: known.DateColumn(format=order().column) for name in DAYS},
    }


def _table(view: View, asked: Sequence[str]) -> None:
    """A row for each query; a click asks it."""
    counts = queries(view.database, view.selection, asked)
    table = shown(counts)

    def opened() -> None:
        rows = st.session_state["queries-table"]["selection"]["rows"]
        if rows:
            set_query(str(counts["query"].iloc[rows[0]]))

    faults = int(counts["fault"].notna().sum())
    none = int((counts["n_sentences"] == 0).sum()) - faults
    some = len(counts) - none - faults
    say(
        f"Of {words.count(len(counts), 'query', 'queries')}, {some:,} found something, {none:,} found nothing and "
        f"{faults:,} could not be read. Click a row to see its sentences."
    )
    st.dataframe(
        table,
        hide_index=True,
        key="queries-table",
        on_select=opened,
        selection_mode="single-row",
        column_config=_columns(),
        placeholder="",
        alt="How much each query finds",
        lazy=False,
    )
    chosen = st.selectbox(
        "Ask one of them", list(counts["query"]), index=None, key="queries-choice", placeholder="Choose a query"
    )
    st.button("Show its sentences", disabled=not chosen, on_click=set_query, args=(chosen or "",), key="queries-ask")
    st.button("Close the list", on_click=ask_all, args=((),), key="queries-away")
    st.download_button(
        "Save the table (CSV)",
        data=lambda: csv_file(view.database, query_of_frame(table), about(view.database, view.selection)),
        file_name="queries.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="queries-save",
    )


def shown(counts: pd.DataFrame) -> pd.DataFrame:
    """QUERIES in the words of the screen."""
    return pd.DataFrame(
        {
            "Query": counts["query"],
            "Sentences": counts["n_sentences"],
            "Reports": counts["n_reports"],
            "First published": counts["first_day"],
            "Last published": counts["last_day"],
            "What is wrong": counts["fault"],
        }
    )
