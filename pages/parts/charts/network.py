"""Names as points, and the ties between them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.database import records
from pages.parts.charts.look import FADED, plain
from pages.parts.palette import GREY, INK
from pages.parts.safe import label


def network(named: pd.DataFrame, pairs: pd.DataFrame, places: dict[str, tuple[float, float]]) -> go.Figure:
    """Names as points, a line between two that one sentence names, thicker for more; `places` by entity_id."""
    figure = go.Figure()
    most = max([int(n) for n in pairs["n_sentences"]] or [1])
    for pair in records(pairs):
        ends = [places[pair["left_id"]], places[pair["right_id"]]]
        figure.add_scatter(
            x=[x for x, _ in ends],
            y=[y for _, y in ends],
            mode="lines",
            line={"width": 1 + 5 * pair["n_sentences"] / most, "color": GREY},
            opacity=0.35,
            hoverinfo="skip",
        )
    largest = max([int(n) for n in named["n_sentences"]] or [1])
    figure.add_scatter(
        x=[places[str(key)][0] for key in named["entity_id"]],
        y=[places[str(key)][1] for key in named["entity_id"]],
        customdata=list(range(len(named))),
        mode="markers+text",
        text=[label(name, 22) for name in named["name"]],
        textposition="top center",
        hovertext=[label(name, 80) for name in named["name"]],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "size": [12 + 26 * (int(n) / largest) ** 0.5 for n in named["n_sentences"]],
            "symbol": [SYMBOL_OF_KIND.get(str(kind), "triangle-up") for kind in named["label"]],
            "color": INK,
            "opacity": 0.9,
        },
        unselected=FADED,
    )
    figure.update_xaxes(visible=False, range=[-1.25, 1.25])
    figure.update_yaxes(visible=False, range=[-1.15, 1.25])
    return plain(figure, height=560)


SYMBOL_OF_KIND = {"PERSON": "circle", "ORG": "square", "GPE": "diamond", "LOC": "diamond", "FAC": "diamond"}
