"""Bars: how many of each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts.look import BAR, FADED, PATTERN, plain
from pages.parts.palette import INK, STATUS_COLOUR, STATUS_PATTERN, theme_colour
from pages.parts.safe import label


def bars(
    names: Sequence[str], values: Sequence[int], colours: Sequence[str] | None = None, unit: str = ""
) -> go.Figure:
    """Horizontal bars in the given order, the first on top."""
    places = list(range(len(names)))
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=list(values),
            y=places,
            customdata=places,
            text=[f"{value:,}" for value in values],
            textposition="outside",
            cliponaxis=False,
            hovertext=[label(name, 80) for name in names],
            hovertemplate=f"%{{hovertext}}: %{{x:,}} {unit}<extra></extra>",
            marker={"color": list(colours) if colours else INK},
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
    figure = bars([words.STATUS[s] for s in statuses], [int(n) for n in counts["n_facts"]], unit="facts")
    colours = [STATUS_COLOUR[status] for status in statuses]
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
    return bars([words.theme(name) for name in names], [int(n) for n in counts[value]], colours, unit)
