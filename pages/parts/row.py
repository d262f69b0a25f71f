"""Charts side by side, and under them the sentences of what is open in each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.parts.draw import Chart, draw
from pages.parts.evidence import evidence
from pages.parts.frame import View


def row(view: View, *charts: Chart | None, widths: Sequence[int] = ()) -> None:
    """Draw the charts that there are, side by side, then what is open. With `widths` a chart alone does not grow."""
    shown = [chart for chart in charts if chart is not None]
    if not shown:
        return
    columns = st.columns(widths or len(shown))
    marks = []
    for column, chart in zip(columns, shown, strict=False):
        with column:
            marks.append(draw(chart))
    for chart, mark in zip(shown, marks, strict=True):
        evidence(*view[:2], mark, chart.key, view.themes)
