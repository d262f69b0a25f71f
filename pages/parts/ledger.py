"""The ledger: a page of facts as a table, one of them chosen, all of them as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.queries.database import Database, Row, records
from analysis.queries.export import About, Query, csv_file, parquet_file
from analysis.queries.facts import exported_facts
from analysis.queries.rows import ORDERS, fact_rows
from analysis.queries.selection import Selection
from pages.parts import address, words
from pages.parts.about import about
from pages.parts.panels.timeline import single_labels

PAGE = 50


def choose_page(total: int) -> tuple[tuple[int, int], str]:
    """Let the user choose the order and the page; the first row and how many, and the order."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        order = st.selectbox(
            "Sorted by",
            list(ORDERS),
            format_func=str.capitalize,
            width=260,
            **address.held("sort", ORDERS, next(iter(ORDERS))),
        )
        number = 1
        if total > PAGE:
            pages = -(-total // PAGE)
            number = st.pagination(pages, **address.held("page", range(1, pages + 1), 1))
    return ((number - 1) * PAGE, PAGE), order if order in ORDERS else next(iter(ORDERS))


def table(database: Database, selection: Selection, page: tuple[int, int], order: str) -> Row | None:
    """Draw the page of the ledger; the fact that is chosen in it, if one is."""
    rows = fact_rows(database, selection, (), page, order)
    event = st.dataframe(
        shown(rows),
        hide_index=True,
        key="ledger",
        on_select="rerun",
        selection_mode="single-row",
        height=min(38 + 35 * len(rows), 560),
        row_height=35,
        column_config=COLUMNS,
        placeholder="",
        alt="Facts, one a row",
        lazy=False,
    )
    labels = single_labels(rows)
    clicked = [number for number in event["selection"]["rows"] if number < len(rows)]
    chosen = st.selectbox(
        "Show the record of",
        range(len(rows)),
        index=clicked[0] if clicked else None,
        format_func=lambda number: f"{page[0] + number + 1}. {labels[number]}",
        placeholder="Choose a fact, or click its row",
        key=f"record-{page[0]}-{order}-{clicked}",
    )
    return None if chosen is None else records(rows)[chosen]


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """FACT_ROWS in the words of the screen."""
    return pd.DataFrame(
        {
            "Who": rows["actor"],
            "Does what": rows["action"],
            "To whom or what": rows["target"],
            "Where": rows["place"],
            "When": [words.days(a, b) for a, b in zip(rows["first_day"], rows["end_day"], strict=True)],
            "Status": [words.STATUS[status] for status in rows["status"]],
            "Who says so": rows["source"],
            "Theme": [words.theme(theme) for theme in rows["theme"]],
            "Kind of event": rows["event_class"].map(words.EVENT_CLASS),
            "Publisher": [words.publisher(publisher) for publisher in rows["publisher"]],
            "Published": rows["published"],
        }
    )


COLUMNS = {
    "Who": st.column_config.TextColumn(width=190),
    "Does what": st.column_config.TextColumn(width=130),
    "To whom or what": st.column_config.TextColumn(width=220),
    "Where": st.column_config.TextColumn(width=110),
    "When": st.column_config.TextColumn(width=140),
    "Status": st.column_config.TextColumn(width=90, help="Done, planned, possible, denied or requested"),
    "Who says so": st.column_config.TextColumn(width=160, help="Empty where the report says it itself"),
    "Theme": st.column_config.TextColumn(width=110),
    "Kind of event": st.column_config.TextColumn(width=130),
    "Publisher": st.column_config.TextColumn(width=140),
    "Published": st.column_config.DateColumn(width=110, format="D MMM YYYY"),
}


def download(database: Database, selection: Selection, total: int) -> None:
    """Offer every fact of the selection as a file, which is made when the button is clicked."""
    name = "facts" if selection.is_everything() else "facts-selection"
    with st.container(horizontal=True, gap="small"):
        for kind, ending, make in (("CSV", "csv", csv_file), ("Parquet", "parquet", parquet_file)):
            st.download_button(
                f"Download {words.count(total, 'fact')} ({kind})",
                data=partial(_file, database, selection, make),
                file_name=f"{name}.{ending}",
                mime="text/csv" if ending == "csv" else "application/vnd.apache.parquet",
                icon=":material/download:",
                on_click="ignore",
            )


def _file(database: Database, selection: Selection, make: Callable[[Database, Query, About], bytes]) -> bytes:
    return make(database, exported_facts(selection), about(database, selection))
