"""Bars: how many of each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts.look import BAR, FADED, PATTERN, plain
from pages.parts.palette import GREY, INK, STATUS_COLOUR, STATUS_PATTERN, theme_colour, theme_pattern
from pages.parts.safe import label

OUT = " outside the filters"
OUTSIDE = 0.4  # how much of its colour a bar keeps that the filters take away


def bars(
    names: Sequence[str],
    values: Sequence[int],
    colours: Sequence[str] | None = None,
    unit: str = "",
    outside: Sequence[bool] = (),
) -> go.Figure:
    """Horizontal bars in the given order, the first on top; grey where `outside` says that the filters take it away."""
    places = list(range(len(names)))
    is_outside = list(outside) or [False] * len(names)
    own = list(colours) if colours else [INK] * len(names)
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=list(values),
            y=places,
            customdata=places,
            text=[f"{value:,}" for value in values],
            textposition="outside",
            cliponaxis=False,
            hovertext=[
                f"{label(name, 80)}: {words.count(int(value), unit.removesuffix('s'))}{OUT if is_out else ''}"
                for name, value, is_out in zip(names, values, is_outside, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": [GREY if is_out else colour for colour, is_out in zip(own, is_outside, strict=True)],
                "opacity": [OUTSIDE if is_out else 1 for is_out in is_outside],
            },
            unselected=FADED,
        )
    )
    figure.update_yaxes(
        tickvals=places,
        ticktext=[label(name, 26) for name in names],
        autorange="reversed",
        showgrid=False,
        ticks="",
        automargin=True,
    )
    figure.update_xaxes(visible=False, range=[0, max([*values, 1]) * 1.12])
    return plain(figure, height=BAR * len(places) + 24)


def status_bars(counts: pd.DataFrame) -> go.Figure:
    """Bars of FACTS_BY_STATUS, each in the look of its status."""
    statuses = [str(status) for status in counts["status"]]
    out = outside(counts)
    values = [int(n) for n in counts["n_facts"]]
    figure = bars([words.STATUS[s] for s in statuses], values, unit="facts", outside=out)
    colours = [GREY if is_out else STATUS_COLOUR[status] for status, is_out in zip(statuses, out, strict=True)]
    shapes = [STATUS_PATTERN[status] for status in statuses]
    figure.update_traces(
        marker={
            "color": colours,
            "pattern": {"shape": shapes, "fillmode": "replace", "fgcolor": colours, **PATTERN},
            "line": {"width": 1.5, "color": colours},
        }
    )
    return figure


def theme_bars(counts: pd.DataFrame, themes: Sequence[str], value: str = "n_facts", unit: str = "facts") -> go.Figure:
    """Bars of a frame with the columns `theme` and `value`, each in the colour of its theme."""
    names = [str(name) for name in counts["theme"]]
    colours = [theme_colour(name, themes) for name in names]
    figure = bars(
        [words.theme(name) for name in names], [int(n) for n in counts[value]], colours, unit, outside(counts)
    )
    shapes = [theme_pattern(name, themes) for name in names]
    if any(shapes):
        pattern = {"shape": shapes, "fillmode": "replace", "fgcolor": colours, **PATTERN}
        figure.update_traces(marker={"pattern": pattern})
    return figure


def outside(counts: pd.DataFrame) -> list[bool]:
    """Which rows the filters take away, where the frame says so."""
    return [bool(is_out) for is_out in counts["is_outside"]] if "is_outside" in counts else [False] * len(counts)
