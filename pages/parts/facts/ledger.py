"""The ledger: a page of facts as a table, any value of it to filter by, the record of a fact, and all as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cuts
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.export import About, Query, csv_file, parquet_file
from analysis.queries.facts import exported_facts
from analysis.queries.rows import SORTS, fact_rows, n_facts
from display.fields import ENTRIES
from pages.parts import address
from pages.parts.evidence.record import record_box
from pages.parts.facts import columns
from pages.parts.facts.columns import AT_FIRST, BY_TITLE, COLUMNS, FIELD_OF
from pages.parts.facts.value_bar import value_bar
from pages.parts.filters.about import about
from pages.parts.timeline.single import single_labels
from pages.parts.view import View, counted, noun

PAGE = 50
ROW = 66  # pixels: three lines; Streamlit wraps the words of rows higher than four lines of its base font
TALLEST = 38 + 9 * ROW
WIDTHS = (12, 9)  # of the table, and of the record beside it
SHOWN, SENTENCES, TABLE = "shown", "sentences", "table"
VIEWS = {SENTENCES: "Sentences", TABLE: "Table"}
# The keys of the URL for what is open, without values.
OPEN: dict[str, list[str]] = {"fact": [], "value": [], "way": [], "sentences": []}
FROM_THE_FIRST: dict[str, list[str]] = OPEN | {"page": []}
SORTED_BY = [column.key for name, column in columns.BY_FIELD.items() if name in SORTS]
WAY_WORDS = {
    "words": {"up": "A to Z", "down": "Z to A"},
    "days": {"up": "Earliest first", "down": "Latest first"},
    "numbers": {"up": "Least first", "down": "Most first"},
}


def ledger(view: View, cuts: Cuts, order: str, names: Sequence[str]) -> None:
    """Draw the facts that the cuts let through, and beside the table the record of one, the first until another is
    opened."""
    database, selection, _ = view
    total = n_facts(database, selection, cuts)
    left, right = st.columns(WIDTHS, gap="medium")
    with left:
        table = st.container()
        first = (_page_number(total) - 1) * PAGE
    rows = fact_rows(database, selection, cuts, (first, PAGE), order)
    with right, st.container(key="ledger-beside"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ledger-open"):
            row, name = _open(view, rows, names, first)
        if row:
            record_box(view, row, "ledger-record", partial(value_bar, view, row, name, cuts) if name else None)
    with table:
        _table(rows, names)


def choose_view() -> str:
    """Let the user see the claims as sentences or as a table; a link to the record of a fact opens the table."""
    default = TABLE if address.value("fact") else SENTENCES
    chosen = st.segmented_control(
        "Shown as",
        list(VIEWS),
        required=True,
        format_func=lambda key: VIEWS.get(key, str(key)),
        label_visibility="collapsed",
        **first_page(address.held(SHOWN, VIEWS, default)),
    )
    return str(chosen or default)


def settings(is_table: bool) -> tuple[str, list[str]]:
    """Let the user choose the order, and of a table the columns."""
    first = first_page(address.held("sort", SORTED_BY, "worth"))
    sort = st.selectbox("Sorted by", SORTED_BY, format_func=_title, width=205, **first)
    way_words = WAY_WORDS[COLUMNS[sort].order]
    way = st.segmented_control(
        "Order",
        list(way_words),
        required=True,
        format_func=lambda key: way_words.get(key, str(key)),
        label_visibility="collapsed",
        **first_page(address.held("order", way_words, "down" if COLUMNS[sort].is_downwards else "up")),
    )
    order = f"{'-' if way == 'down' else ''}{FIELD_OF[sort]}"
    if not is_table:
        return order, []
    with st.popover("Columns", icon=":material/view_column:"):
        chosen = st.pills(
            "Columns of the table",
            list(COLUMNS),
            selection_mode="multi",
            format_func=_with_icon,
            wrap=True,
            **address.held_many("columns", COLUMNS, AT_FIRST),
        )
    names = [name for name in COLUMNS if name in chosen] or list(AT_FIRST)
    return order, names


def first_page(held: address.Held) -> address.Held:
    """The same, and a change goes back to the first page of the ledger."""

    def changed(*args: object) -> None:
        held["on_change"](*args)
        address.write(FROM_THE_FIRST)

    return {"key": held["key"], "on_change": changed, "args": held["args"]}


def _page_number(total: int) -> int:
    n_pages = -(-total // PAGE)
    if n_pages < 2:
        return 1
    return st.pagination(n_pages, **address.held_page("page", n_pages))


def _table(rows: pd.DataFrame, names: Sequence[str]) -> None:
    """Draw the table; a click on a value writes its fact and its column into the URL."""
    content = " ".join([*rows["fact_id"], *names])
    name = f"ledger-{blake2b(content.encode(), digest_size=8).hexdigest()}"  # other facts: nothing is clicked

    def clicked() -> None:
        cells = st.session_state[name]["selection"]["cells"]
        place = cells[0] if cells and cells[0][0] < len(rows) else None
        opened = {"fact": [rows["fact_id"].iloc[place[0]]], "value": [BY_TITLE[place[1]]]} if place else {}
        address.write(OPEN | opened)

    with st.container(key="ledger"):
        st.dataframe(
            columns.shown(rows, names),
            hide_index=True,
            key=name,
            on_select=clicked,
            selection_mode="single-cell",
            height=min(38 + ROW * len(rows), TALLEST),
            row_height=ROW,
            column_config=columns.config(names),
            placeholder="",
            alt=f"{noun().capitalize()}, one a row",
            lazy=False,
        )


def _open(view: View, rows: pd.DataFrame, names: Sequence[str], first: int) -> tuple[Row | None, str]:
    """The fact and the column that are open; select boxes choose them by keyboard."""
    database, selection, _ = view
    labels = {
        key: f"{number}. {label}"
        for number, (key, label) in enumerate(zip(rows["fact_id"], single_labels(rows), strict=True), first + 1)
    }
    known = {row["fact_id"]: row for row in records(rows)}
    asked = address.value("fact")
    if asked and asked not in known:
        other = fact_rows(database, selection.without_filters(), (cut("fact", asked),))
        known |= {row["fact_id"]: row for row in records(other)}
        labels |= dict(zip(other["fact_id"], single_labels(other), strict=True))
    chosen = st.selectbox(
        "Show the record of",
        list(known),
        format_func=lambda key: labels.get(key, key),
        placeholder=f"Show the {noun(1)} …",
        label_visibility="collapsed",
        **address.held("fact", known, next(iter(known), None)),
    )
    options = [name for name in names if chosen and COLUMNS[name].cuts(known[chosen])]
    name = st.selectbox(
        "Filter by its",
        options,
        format_func=_title,
        placeholder="Filter by its …",
        label_visibility="collapsed",
        disabled=not options,
        width=150,
        **address.held("value", options),
    )
    return (known[chosen] if chosen else None), name or ""


def _title(name: object) -> str:
    return COLUMNS[str(name)].title if name in COLUMNS else str(name)


def _with_icon(name: object) -> str:
    return f":material/{ENTRIES[FIELD_OF[str(name)]].icon}: {_title(name)}" if name in COLUMNS else str(name)


def download(database: Database, selection: Selection, cuts: Cuts, total: int) -> None:
    """Offer every fact that is shown as a file, which is made when the button is clicked."""
    name = "facts" if selection.is_everything() and not cuts else "facts-selection"
    with st.container(horizontal=True, gap="small", key="ledger-files"):
        for kind, ending, make in (("CSV", "csv", csv_file), ("Parquet", "parquet", parquet_file)):
            st.download_button(
                f"Download {counted(total)} ({kind})",
                data=partial(_file, database, selection, cuts, make),
                file_name=f"{name}.{ending}",
                mime="text/csv" if ending == "csv" else "application/vnd.apache.parquet",
                icon=":material/download:",
                on_click="ignore",
            )


def _file(
    database: Database, selection: Selection, cuts: Cuts, make: Callable[[Database, Query, About], bytes]
) -> bytes:
    return make(database, exported_facts(selection, cuts), about(database, selection, cuts))
