"""The charts of a report: those of the dashboard, as plotly.js takes them, with a table of the same numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from display.chart import Chart
from display.charts.look import CONFIG
from display.pictures.named import most_named
from display.pictures.over_time import by_time
from display.pictures.overview import by_publisher, by_status, by_theme
from display.safe import text
from display.view import View
from sharing.html import table_html

FILTERS = ("theme", "status")  # charts of which a click on a bar filters the claims; fields of the report's filters


CHARTS: Mapping[str, Callable[[View], Chart | None]] = {
    "theme": by_theme,
    "status": by_status,
    "time": by_time,
    "named": most_named,
    "publisher": by_publisher,
}


def charts_of(view: View) -> list[Chart]:
    """The charts that the view has."""
    return [chart for key in CHARTS if (chart := chart_of(view, key))]


def chart_of(view: View, key: str) -> Chart | None:
    """The chart with this key, if the view has it."""
    chart = CHARTS[key](view) if key in CHARTS else None
    return chart if chart is not None and len(chart.table) else None


def chart_html(chart: Chart) -> str:
    """The place of a chart: its title, what it shows in a sentence, and its table to fold out."""
    key, title, takeaway = text(chart.key), text(chart.title), text(chart.takeaway)
    return (
        f'<figure class="chart"><figcaption><h3>{title}</h3><p>{takeaway}</p></figcaption>'
        f'<div class="plot" id="chart-{key}" role="img" aria-label="{title}. {takeaway}"></div>'
        f"<details><summary>The numbers as a table</summary>{table_html(*cells_of(chart.table))}</details></figure>"
    )


def cells_of(table: pd.DataFrame) -> tuple[list[str], list[Sequence[object]]]:
    """The heads and the rows of a table."""
    return [str(name) for name in table.columns], [list(row) for row in table.itertuples(index=False)]


def chart_data(chart: Chart) -> dict[str, Any]:
    """What the browser draws: the figure, and for each mark the value of the filter that it stands for."""
    figure = json.loads(chart.figure.to_json())
    values = [mark.cuts[0].value if mark.cuts else "" for mark in chart.marks] if chart.key in FILTERS else []
    return {"key": chart.key, "data": figure["data"], "layout": figure["layout"], "config": CONFIG, "values": values}
