"""Charts side by side, and under them the sentences of what is open in each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.drawing.draw import Chart, Mark, draw
from pages.parts.evidence.evidence import evidence
from pages.parts.frame import View, rerun_if_filtered


def row(view: View, *charts: Chart | None, widths: Sequence[int] = ()) -> None:
    """Draw the charts that there are, side by side, then what is open. With `widths` a chart alone does not grow."""
    shown = [chart for chart in charts if chart is not None]
    if shown:
        _row(view, shown, widths)


@st.fragment
def _row(view: View, charts: Sequence[Chart], widths: Sequence[int]) -> None:
    """A fragment: opening a mark reruns it alone, not the page."""
    rerun_if_filtered()
    if len(charts) == 1 and not widths:
        marks = [draw(charts[0])]
    else:
        marks = [_drawn(*place) for place in zip(st.columns(widths or len(charts)), charts, strict=False)]
    for chart, mark in zip(charts, marks, strict=True):
        if mark:
            evidence(view.database, mark.within(view.selection), mark, chart.key, view.themes)


def _drawn(column: DeltaGenerator, chart: Chart) -> Mark | None:
    with column:
        return draw(chart)
