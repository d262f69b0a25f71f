"""Small multiples: a strip of columns over time for each theme, person or publisher, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts.look import FADED, PATTERN, plain
from pages.parts.charts.time import WIDTH, time_axis
from pages.parts.palette import GREY
from pages.parts.safe import label

STRIP, HEAD, GAP, FOOT = 40, 18, 14, 34  # pixels
SLOT = HEAD + STRIP + GAP


@dataclass(frozen=True)
class Strip:
    """The look of a strip: its words, its colour and pattern, and whether the filters take it away."""

    name: str
    colour: str
    pattern: str = ""
    is_outside: bool = False


def multiples(rows: pd.DataFrame, strips: Sequence[Strip], bucket: str) -> go.Figure:
    """A strip for each lane of FACTS_PER_LANE, in their order, each with a height of its own."""
    figure = go.Figure()
    lanes = list(dict.fromkeys(rows["lane"]))
    drawn = len(lanes) * SLOT
    for number, (lane, strip) in enumerate(zip(lanes, strips, strict=True)):
        own = rows[rows["lane"] == lane]
        axis, top = str(number + 1) if number else "", number * SLOT
        figure.add_bar(**_columns(own, strip, bucket), yaxis=f"y{axis}")
        figure.update_layout({f"yaxis{axis}": _axis(1 - (top + HEAD) / drawn, drawn, int(own["n_facts"].max()))})
        figure.add_annotation(
            text=f"<b>{label(strip.name, 34)}</b>  {int(own['n_facts'].sum()):,}",
            x=0,
            xref="paper",
            xanchor="left",
            y=1 - top / drawn,
            yref="paper",
            yanchor="top",
            showarrow=False,
        )
    figure.update_xaxes(**time_axis(rows["bucket"], bucket), anchor="free", position=0)
    figure = plain(figure, height=drawn + FOOT + 16)
    return figure.update_layout(bargap=0.1)


def _axis(top: float, drawn: int, most: int) -> dict[str, object]:
    """The upright axis of a strip: only its base is drawn."""
    return {
        "domain": [max(0.0, top - STRIP / drawn), top],
        "range": [0, most * 1.05],
        "showticklabels": False,
        "showgrid": False,
        "zeroline": True,
    }


def _columns(own: pd.DataFrame, strip: Strip, bucket: str) -> dict[str, object]:
    colour = GREY if strip.is_outside else strip.colour
    marker: dict[str, object] = {"color": colour, "opacity": 0.4 if strip.is_outside else 1}
    if strip.pattern:
        marker["pattern"] = {"shape": strip.pattern, "fillmode": "replace", "fgcolor": colour, **PATTERN}
    return {
        "x": own["bucket"].dt.strftime("%Y-%m-%d").tolist(),
        "y": [int(n) for n in own["n_facts"]],
        "customdata": [int(number) for number in own.index],
        "name": label(strip.name),
        "width": WIDTH[bucket],
        "offset": 0,
        "marker": marker,
        "hovertext": [
            f"{label(strip.name, 60)}, {words.bucket(day, bucket)}: {words.count(int(n), 'fact')}"
            for day, n in zip(own["bucket"], own["n_facts"], strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": FADED,
    }
