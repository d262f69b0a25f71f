"""The look that all figures share."""

from __future__ import annotations

import plotly.graph_objects as go

CONFIG = {"displayModeBar": False, "responsive": True}
BAR = 34  # pixels: a label of one line and air around it
PATTERN = {"solidity": 0.4, "size": 7}
# How days are written along an axis: in two lines and few, so that they have room on a telephone.
ACROSS = {
    "type": "date",
    "showgrid": True,
    "nticks": 5,
    "tickangle": 0,
    "tickformatstops": [
        {"dtickrange": [None, "M1"], "value": "%-d %b<br>%Y"},
        {"dtickrange": ["M1", "M12"], "value": "%b<br>%Y"},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ],
}
FADED = {"marker": {"opacity": 0.35}}


def plain(figure: go.Figure, height: int) -> go.Figure:
    """The figure in the look that all charts share, at this height in pixels."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 24, "t": 8, "b": 8},
        bargap=0.35,
        dragmode=False,
        clickmode="event+select",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None, "traceorder": "normal"},
    )
    if not figure.layout.showlegend:
        figure.update_layout(showlegend=False)
    # Without it plotly fails on a click on a bar that has a text.
    figure.update_traces(selected={"marker": {"opacity": 1}}, selector={"type": "bar"})
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    return figure
