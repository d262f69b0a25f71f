"""Shares with their intervals as a plotly figure."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts import BAR, plain
from pages.parts.palette import INK
from pages.parts.safe import label


def intervals(names: Sequence[str], precision: pd.DataFrame) -> go.Figure:
    """A point a row of PRECISION on a scale from 0 to 100 %, with a line from the low to the high end."""
    places = list(range(len(names)))
    figure = go.Figure(
        go.Scatter(
            x=precision["precision"],
            y=places,
            mode="markers",
            marker={"color": INK, "size": 11},
            error_x={
                "array": precision["high"] - precision["precision"],
                "arrayminus": precision["precision"] - precision["low"],
                "color": INK,
                "thickness": 1.5,
            },
            hovertext=[label(name, 80) for name in names],
            hovertemplate="%{hovertext}: %{x:.0%}<extra></extra>",
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
    figure.update_xaxes(range=[0, 1.02], tickformat=".0%", dtick=0.25)
    return plain(figure, height=BAR * len(places) + 60)
