"""Bars: how many of each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from display import words
from display.charts.look import BAR, FADED, HOVER, Part, figure, name_axis, pattern
from display.palette import GREY, INK, STATUS_COLOUR, STATUS_PATTERN, theme_colour, theme_pattern
from display.safe import label
from display.view import CLAIMS

OUT = " outside the filters"
OUTSIDE = 0.4  # how much of its colour a bar keeps that the filters take away


def bars(
    names: Sequence[str],
    values: Sequence[int],
    colours: Sequence[str] | None = None,
    unit: str = CLAIMS,
    outside: Sequence[bool] = (),
) -> go.Figure:
    """Horizontal bars in the given order, the first on top; grey where `outside` says that the filters take it away."""
    is_outside = list(outside) or [False] * len(names)
    colours = greyed(colours or [INK] * len(names), is_outside)
    return _bars(names, values, {"color": colours}, unit, is_outside)


def status_bars(counts: pd.DataFrame, unit: str = CLAIMS) -> go.Figure:
    """Bars of FACTS_BY_STATUS, each in the look of its status."""
    statuses = list(counts["status"])
    is_outside = outside(counts)
    colours = greyed([STATUS_COLOUR[status] for status in statuses], is_outside)
    marker = {
        "color": colours,
        "pattern": pattern([STATUS_PATTERN[status] for status in statuses], colours),
        "line": {"width": 1.5, "color": colours},
    }
    return _bars([words.STATUS[status] for status in statuses], counts["n_facts"].tolist(), marker, unit, is_outside)


def theme_bars(counts: pd.DataFrame, themes: Sequence[str], value: str = "n_facts", unit: str = CLAIMS) -> go.Figure:
    """Bars of a frame with the columns `theme` and `value`, each in the colour of its theme."""
    names = [str(name) for name in counts["theme"]]
    is_outside = outside(counts)
    colours = [theme_colour(name, themes) for name in names]
    marker: Part = {"color": greyed(colours, is_outside)}
    shapes = [theme_pattern(name, themes) for name in names]
    if any(shapes):
        marker["pattern"] = pattern(shapes, colours)
    return _bars([words.theme(name) for name in names], counts[value].tolist(), marker, unit, is_outside)


def _bars(
    names: Sequence[str], values: Sequence[int], marker: Part, unit: str, is_outside: Sequence[bool]
) -> go.Figure:
    texts = [f"{value:,}" for value in values]
    hovers = [
        f"{label(name, 80)}: {words.number_of(value, unit)}{OUT if is_out else ''}"
        for name, value, is_out in zip(names, values, is_outside, strict=True)
    ]
    trace = bar_trace(values, texts, hovers, {**marker, "opacity": opacities(is_outside)})
    return bar_figure([trace], names, max([*values, 1]) * 1.12)


def bar_trace(values: Sequence[float], texts: Sequence[str], hovers: Sequence[str], marker: Part) -> Part:
    """Horizontal bars, one for each row; bar n opens mark n."""
    places = list(range(len(values)))
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(values),
        "y": places,
        "customdata": places,
        "text": list(texts),
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": list(hovers),
        "hovertemplate": HOVER,
        "marker": marker,
        "unselected": FADED,
    }


def bar_figure(traces: Sequence[Part], names: Sequence[str], end: float, **layout: object) -> go.Figure:
    """Horizontal bars with their names; `end` leaves room for the text of the longest."""
    return figure(
        traces,
        BAR * len(names) + 24,
        xaxis={"visible": False, "range": [0, end]},
        yaxis=name_axis(names),
        **layout,
    )


def outside(counts: pd.DataFrame) -> list[bool]:
    """Which rows the filters take away, where the frame says so."""
    return [bool(is_out) for is_out in counts["is_outside"]] if "is_outside" in counts else [False] * len(counts)


def greyed(colours: Sequence[str], is_outside: Sequence[bool]) -> list[str]:
    """The colours, but grey for what the filters take away."""
    return [GREY if is_out else colour for colour, is_out in zip(colours, is_outside, strict=True)]


def opacities(is_outside: Sequence[bool]) -> list[float]:
    """How much of its colour each bar keeps."""
    return [OUTSIDE if is_out else 1 for is_out in is_outside]
