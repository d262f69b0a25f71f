"""A chart on the page: its title, what it shows in a sentence, the figure or its table, and what was opened in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.queries.selection import Cuts
from pages.parts.charts import CONFIG
from pages.parts.safe import text

CHART, TABLE = "Chart", "Table"


@dataclass(frozen=True)
class Mark:
    """Something of a chart that can be opened: its words, the cuts that give its rows, and how many there are."""

    label: str
    cuts: Cuts
    n_rows: int
    unit: str = "facts"


@dataclass(frozen=True)
class Chart:
    """A chart to draw. `key` names it in the address; a mark's place in `marks` is its `customdata` in the figure."""

    key: str
    title: str
    takeaway: str
    figure: go.Figure
    marks: Sequence[Mark]
    table: pd.DataFrame
    opens: str = "Show the sentences behind"


def draw(chart: Chart) -> Mark | None:
    """Draw the chart; the mark that is open, if one is.

    A mark is opened by a click in the chart or from the select box, which does the same by keyboard and is in the
    address.
    """
    pick = f"open-{chart.key}"
    openable = {mark.label: mark for mark in chart.marks if mark.n_rows}
    with st.container(key=f"chart-{chart.key}", border=True, height="stretch"):
        view = _head(chart)
        say(chart.takeaway)
        _figure_or_table(chart, view, pick)
        if not openable:
            return None
        st.space("stretch")
        chosen = st.selectbox(
            chart.opens,
            list(openable),
            index=None,
            key=pick,
            bind="query-params",
            placeholder=f"{chart.opens} …",
            label_visibility="collapsed",
        )
    return openable.get(chosen) if chosen else None


def _head(chart: Chart) -> str:
    """The title, and beside it the choice between the chart and its table."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        st.html(f'<h2 class="d-title">{text(chart.title)}</h2>', width="content")
        view = st.segmented_control(
            "Shown as",
            [CHART, TABLE],
            default=CHART,
            required=True,
            key=f"as-{chart.key}",
            label_visibility="collapsed",
        )
    return view or CHART


def say(words: str, kind: str = "d-say") -> None:
    """A paragraph of plain words in one of the looks of style.css."""
    st.html(f'<p class="{kind}">{text(words)}</p>')


def _figure_or_table(chart: Chart, view: str, pick: str) -> None:
    if view == TABLE:
        numbers = chart.table.select_dtypes("number").columns
        st.dataframe(
            chart.table,
            hide_index=True,
            key=f"table-{chart.key}",
            column_config={name: st.column_config.NumberColumn(format="localized") for name in numbers},
            placeholder="",
            alt=chart.title,
            lazy=False,
        )
        return
    name = f"figure-{chart.key}"

    def opened() -> None:
        points = st.session_state[name]["selection"]["points"]
        number = _number(points[0]) if points else None
        st.session_state[pick] = None if number is None else chart.marks[number].label

    st.plotly_chart(
        chart.figure,
        key=name,
        on_select=opened,
        selection_mode="points",
        config=CONFIG,
        alt=f"{chart.title}. {chart.takeaway}",
    )


def _number(point: dict[str, object]) -> int | None:
    """The number of the mark that was clicked; None for a line that stands for nothing by itself."""
    value = point.get("customdata")
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    return int(value) if isinstance(value, int | float) else None
