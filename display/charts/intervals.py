"""Shares with their intervals as a plotly figure."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from display.charts.look import BAR, figure, name_axis
from display.palette import INK
from display.safe import label


def intervals(names: Sequence[str], precision: pd.DataFrame) -> go.Figure:
    """A point a row of PRECISION on a scale from 0 to 100 %, with a line from the low to the high end."""
    shares = precision["precision"]
    trace = {
        "type": "scatter",
        "x": shares.tolist(),
        "y": list(range(len(names))),
        "mode": "markers",
        "marker": {"color": INK, "size": 11},
        "error_x": {
            "array": (precision["high"] - shares).tolist(),
            "arrayminus": (shares - precision["low"]).tolist(),
            "color": INK,
            "thickness": 1.5,
        },
        "hovertext": [label(name, 80) for name in names],
        "hovertemplate": "%{hovertext}: %{x:.0%}<extra></extra>",
    }
    xaxis = {"range": [0, 1.02], "tickformat": ".0%", "dtick": 0.25}
    return figure([trace], BAR * len(names) + 60, xaxis=xaxis, yaxis=name_axis(names))
