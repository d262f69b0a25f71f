"""A list of queries from a file: how much each finds, and the way to its sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries.export import csv_file, query_of_frame
from analysis.queries.found import queries
from analysis.queries.searching.files import LARGEST, MOST, MalformedQueries, queries_of
from pages.parts import words
from pages.parts.filters.about import about
from pages.parts.frame import View
from pages.parts.saying import say
from pages.parts.search.asking import set_query

COLUMNS = {
    "Query": st.column_config.TextColumn(width="large"),
    "Sentences": st.column_config.NumberColumn(format="localized"),
    "Reports": st.column_config.NumberColumn(format="localized"),
    "First published": st.column_config.DateColumn(format="D MMM YYYY"),
    "Last published": st.column_config.DateColumn(format="D MMM YYYY"),
}


def many(view: View) -> None:
    """Draw the way to ask a list of queries at once."""
    with st.expander("Many queries at once", icon=":material/list:"):
        say(
            "A text file with a query on each line, or a CSV file with the queries in its first column; "
            f"up to {MOST:,} queries and {LARGEST // 1000:,} KB. The filters apply."
        )
        file = st.file_uploader("File with queries", type=["txt", "csv"], key="queries-file", max_upload_size=1)
        if file is None:
            return
        try:
            asked = queries_of(file.name, file.getvalue())
        except MalformedQueries as fault:
            st.error(str(fault), icon=":material/error:")
            return
        _table(view, asked)


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
        column_config=COLUMNS,
        placeholder="",
        alt="How much each query finds",
        lazy=False,
    )
    chosen = st.selectbox(
        "Ask one of them", list(counts["query"]), index=None, key="queries-choice", placeholder="Choose a query"
    )
    st.button("Show its sentences", disabled=not chosen, on_click=set_query, args=(chosen or "",), key="queries-ask")
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
