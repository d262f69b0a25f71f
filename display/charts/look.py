"""The look that all figures share.

A chart is traces and axes as plain dictionaries in the words of plotly.js, made into a figure in one go and without
plotly's checks, which take longer than all the rest of a page: the tests check every kind of figure instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from display.dates import ticks
from display.safe import label
from display.words import STATUS

Part = dict[str, Any]  # a trace, an axis, a note: whatever plotly.js takes by that name

CONFIG = {"displayModeBar": False, "responsive": True}
BAR = 30  # pixels: a label of one line and air around it
PATTERN = {"solidity": 0.4, "size": 7}
FADED = {"marker": {"opacity": 0.35}}
HOVER = "%{hovertext}<extra></extra>"
# How days are written along an axis: in two lines and few, so that they have room on a telephone.
ACROSS = {
    "type": "date",
    "showgrid": True,
    "nticks": 5,
    "tickangle": 0,
}
# From which to which distance of two ticks, in milliseconds or months, they are named as days, as months, as years.
TICK_RANGES = {"day": [None, "M1"], "month": ["M1", "M12"], "year": ["M12", None]}
DAY, FEW_DAYS = 86_400_000, 6  # milliseconds; on fewer days plotly marks parts of a day, and writes the day twice
LEGEND = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"}
LOOK = {
    "margin": {"l": 8, "r": 24, "t": 8, "b": 8},
    "bargap": 0.35,
    "dragmode": False,
    "clickmode": "event+select",
    "showlegend": False,
    "legend": LEGEND,
    # All that a figure here needs of Streamlit's own template, which has 7 kB; the browser adds fonts and colours.
    "template": {"data": {"scatter": [{"marker": {"line": {"width": 0}}}]}},
}


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that caches its dictionary: Streamlit calls `to_dict` on every run, which takes longer than all else of
    a chart that is drawn again. After the first call nothing may change the figure."""

    def to_dict(self) -> Part:
        """The figure in the words of plotly.js."""
        if "_written" not in vars(self):
            self._written: Part = super().to_dict()
        return self._written


def figure(traces: Sequence[Part], height: int, **layout: Any) -> go.Figure:
    """The traces, `height` pixels high, in the look that all charts share; `layout` adds to it or takes its place."""
    axes = {"xaxis": {}, "yaxis": {}} | {name: part for name, part in layout.items() if name[1:5] == "axis"}
    fixed = {name: {**axis, "fixedrange": True} for name, axis in axes.items()}
    data = [_selectable(trace) for trace in traces]
    return Drawn({"data": data, "layout": {**LOOK, "height": height, **layout, **fixed}}, _validate=False)


def _selectable(trace: Part) -> Part:
    """Without `selected` plotly fails on a click on a bar that has a text."""
    return {**trace, "selected": {"marker": {"opacity": 1}}} if trace["type"] == "bar" else trace


def name_axis(names: Sequence[str], longest: int = 26) -> Part:
    """An upright axis with a name for each row, the first on top."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": [label(name, longest) for name in names],
        "autorange": "reversed",
        "showgrid": False,
        "ticks": "",
        "automargin": True,
    }


def count_axis(most: int) -> Part:
    """An upright axis of whole numbers from nothing to `most`."""
    axis: Part = {"rangemode": "tozero", "tickformat": ",d", "nticks": 5}
    return {**axis, "dtick": 1} if most <= 5 else axis


def pattern(shape: str | Sequence[str], colour: str | Sequence[str]) -> Part:
    """The pattern of a bar, drawn in its colour."""
    return {"shape": shape, "fillmode": "replace", "fgcolor": colour, **PATTERN}


def iso(days: Iterable[pd.Timestamp]) -> list[str]:
    """Days as plotly reads them.

    >>> iso([pd.Timestamp("2024-03-01")])
    ['2024-03-01']
    """
    return [day.isoformat()[:10] for day in days]


def across(days: Sequence[str]) -> Part:
    """An axis over these days, as `iso` writes them.

    >>> across(["2024-03-01", "2024-03-03"])["dtick"] == DAY, "dtick" in across(["2024-03-01", "2024-05-03"])
    (True, False)
    """
    n_days = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days if days else 0
    stops = [{"dtickrange": apart, "value": ticks(bucket)} for bucket, apart in TICK_RANGES.items()]
    axis = {**ACROSS, "tickformatstops": stops}
    return {**axis, "dtick": DAY, "tick0": min(days)} if days and n_days < FEW_DAYS else axis


def spans(lines: Iterable[tuple[pd.Timestamp, pd.Timestamp, Any]]) -> Part:
    """The x and y of level lines, each from a first day to the day before an end, at a height; a gap between two."""
    found: Part = {"x": [], "y": []}
    for first_day, end_day, height in lines:
        found["x"] += [*iso((first_day, end_day - pd.Timedelta(days=1))), None]
        found["y"] += [height, height, None]
    return found


def by_status(statuses: Iterable[str], known: Iterable[str] = STATUS) -> dict[str, list[int]]:
    """The places at which each status stands, in the order of all legends.

    >>> by_status(["planned", "done", "planned"])
    {'done': [1], 'planned': [0, 2]}
    """
    found: dict[str, list[int]] = {status: [] for status in known}
    for place, status in enumerate(statuses):
        found[status].append(place)
    return {status: places for status, places in found.items() if places}
