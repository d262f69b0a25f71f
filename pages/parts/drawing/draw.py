"""A chart on the page: its title, what it shows in a sentence, the figure or its table, and what was opened in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from display.chart import Chart, Mark
from display.charts import CONFIG
from pages.parts import address
from pages.parts.drawing.saving import Saved, given, kinds
from pages.parts.drawing.tools import Tools, draw_tools
from pages.parts.saying import say

__all__ = ["Chart", "Mark", "draw", "mark_of_cell", "pick_of", "say"]

CHART, TABLE = "Chart", "Table"


def draw(chart: Chart) -> Mark | None:
    """Draw the chart; the mark that is open, if one is.

    A mark is opened by a click in the chart, by a click in its table, or from a list, which does the same by keyboard.
    What is open is in the URL. A chart of one bar has no figure: its sentence says the same.
    """
    openable = {mark.label: mark for mark in chart.marks if mark.n_rows}
    asked = address.value(pick_of(chart.key))
    opened = openable.get(asked)
    if asked and opened is None:
        address.leave_out(chart.title, asked)
    is_table = address.value(_shown_as(chart)) == TABLE
    with st.container(key=f"chart-{chart.key}", border=True, height="stretch"):
        draw_tools(chart.key, _tools(chart, openable, opened, is_table), partial(_answer, chart))
        if is_table:
            _table(chart)
        elif not chart.is_one_bar:
            _figure(chart)
    return opened


def pick_of(key: str) -> str:
    """The key of the URL that says what is open in the chart with this key."""
    return f"open-{key}"


def _shown_as(chart: Chart) -> str:
    """The key of the URL that says whether its table is shown."""
    return f"as-{chart.key}"


def _asked(chart: Chart) -> str:
    """The key of the session state with the file that was asked for, until the browser has it."""
    return f"_asked-{chart.key}"


def _tools(chart: Chart, openable: Mapping[str, Mark], opened: Mark | None, is_table: bool) -> Tools:
    asked = st.session_state.pop(_asked(chart), None)
    return {
        "title": chart.title,
        "takeaway": chart.takeaway,
        "views": (CHART, TABLE) if is_table or not chart.is_one_bar else (),
        "view": TABLE if is_table else CHART,
        "files": kinds(has_picture=not (is_table or chart.is_one_bar)),
        "opens": chart.opens,
        "marks": [(mark.label, mark.n_rows) for mark in openable.values()],
        "open": opened.label if opened else None,
        "given": given(asked, Saved(f"figure-{chart.key}", chart.title, chart.takeaway, chart.table)),
    }


def _answer(chart: Chart, what: str, words: str) -> None:
    """Do what was clicked in the tools of the chart."""
    if what == "open":
        _open(chart, next((place for place, mark in enumerate(chart.marks) if mark.label == words), None))
    elif what == "view":
        address.write({_shown_as(chart): [TABLE] if words == TABLE else []})
    elif words in kinds():
        st.session_state[_asked(chart)] = words


def _table(chart: Chart) -> None:
    name = f"table-{chart.key}"
    numbers = chart.table.select_dtypes("number").columns

    def opened() -> None:
        cells = st.session_state[name]["selection"]["cells"]
        number = mark_of_cell(chart, *cells[0]) if cells else None
        _open(chart, number)

    st.dataframe(
        chart.table,
        hide_index=True,
        key=name,
        on_select=opened,
        selection_mode="single-cell",
        column_config={name: st.column_config.NumberColumn(format="localized") for name in numbers}
        | {name: st.column_config.Column(help=meaning) for name, meaning in chart.meanings.items()},
        placeholder="",
        alt=chart.title,
        lazy=False,
    )


def mark_of_cell(chart: Chart, row: int, column: str) -> int | None:
    """The number of the mark that a cell of the table opens."""
    if chart.cells:
        return chart.cells.get((row, column))
    return row if row < len(chart.marks) else None


def _figure(chart: Chart) -> None:
    name = f"figure-{chart.key}"

    def opened() -> None:
        points = st.session_state[name]["selection"]["points"]
        _open(chart, _number(points[0]) if points else None)

    st.plotly_chart(
        chart.figure,
        key=name,
        on_select=opened,
        selection_mode="points",
        config=CONFIG,
        alt=f"{chart.title}. {chart.takeaway}",
    )


def _open(chart: Chart, number: int | None) -> None:
    """Open a mark, or close what is open; for callbacks."""
    mark = chart.marks[number] if number is not None else None
    address.write({pick_of(chart.key): [mark.label] if mark and mark.n_rows else []})


def _number(point: dict[str, object]) -> int | None:
    """The number of the mark that was clicked; None for a line that stands for nothing by itself."""
    value = point.get("customdata")
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    return int(value) if isinstance(value, int | float) else None
