"""Small multiples: a strip of columns over time for each theme, person or publisher, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from display import day_words, words
from display.charts.bars import OUTSIDE
from display.charts.look import FADED, HOVER, Part, figure, iso, pattern
from display.charts.time import WIDTH, time_axis
from display.palette import GREY
from display.safe import label
from display.view import CLAIMS

STRIP, HEAD, GAP, FOOT = 26, 17, 7, 34  # pixels
SLOT = HEAD + STRIP + GAP


@dataclass(frozen=True)
class Strip:
    """The look of a strip: its words, its colour and pattern, and whether the filters take it away."""

    name: str
    colour: str
    pattern: str = ""
    is_outside: bool = False


class Column(NamedTuple):
    """A column of a strip: the number of its mark, the day on which it begins, its facts."""

    number: int
    day: pd.Timestamp
    n_facts: int


def multiples(rows: pd.DataFrame, strips: Sequence[Strip], bucket: str, unit: str = CLAIMS) -> go.Figure:
    """A strip for each lane of FACTS_PER_LANE, in their order, each with a height of its own."""
    lanes: dict[str, list[Column]] = {}
    for number, (lane, day, n_facts) in enumerate(zip(rows["lane"], rows["bucket"], rows["n_facts"], strict=True)):
        lanes.setdefault(lane, []).append(Column(number, day, int(n_facts)))
    drawn = len(lanes) * SLOT
    traces, notes, axes = [], [], {}
    for number, (own, strip) in enumerate(zip(lanes.values(), strips, strict=True)):
        axis, top = str(number + 1) if number else "", 1 - number * SLOT / drawn
        traces.append({**_columns(own, strip, bucket, unit), "yaxis": f"y{axis}"})
        notes.append(_note(strip.name, sum(column.n_facts for column in own), top))
        axes[f"yaxis{axis}"] = _axis(top - HEAD / drawn, drawn, max(column.n_facts for column in own))
    return figure(
        traces,
        drawn + FOOT + 16,
        xaxis={**time_axis(rows["bucket"], bucket), "anchor": "free", "position": 0},
        **axes,
        annotations=notes,
        bargap=0.1,
    )


def _note(name: str, total: int, top: float) -> Part:
    """The name of a strip and all its facts, above its columns."""
    return {
        "text": f"<b>{label(name, 34)}</b>  {total:,}",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yref": "paper",
        "yanchor": "top",
        "showarrow": False,
    }


def _axis(top: float, drawn: int, most: int) -> Part:
    """The upright axis of a strip: its base, and as its one number the most, as each strip has a scale of its own."""
    return {
        "domain": [max(0.0, top - STRIP / drawn), top],
        "range": [0, most * 1.05],
        "tickvals": [most],
        "ticktext": [f"{most:,}"],
        "side": "right",
        "ticks": "",
        "showgrid": False,
        "zeroline": True,
    }


def _columns(own: Sequence[Column], strip: Strip, bucket: str, unit: str) -> Part:
    colour = GREY if strip.is_outside else strip.colour
    marker: Part = {"color": colour, "opacity": OUTSIDE if strip.is_outside else 1}
    if strip.pattern:
        marker["pattern"] = pattern(strip.pattern, colour)
    return {
        "type": "bar",
        "x": iso(column.day for column in own),
        "y": [column.n_facts for column in own],
        "customdata": [column.number for column in own],
        "name": label(strip.name),
        "width": WIDTH[bucket],
        "offset": 0,
        "marker": marker,
        "hovertext": [
            f"{label(strip.name, 60)}, {day_words.bucket(column.day, bucket)}: {words.number_of(column.n_facts, unit)}"
            for column in own
        ],
        "hovertemplate": HOVER,
        "unselected": FADED,
    }
