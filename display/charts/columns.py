"""Plain columns in the given order, for a small picture over time."""

from __future__ import annotations

import re
from collections.abc import Sequence

import plotly.graph_objects as go

from display.charts.look import FADED, count_axis, figure
from display.day_words import short_months
from display.palette import INK
from display.safe import label
from display.view import CLAIMS

YEAR = re.compile(r"\d{4}")
MOST_LABELS = 6  # so that they fit the width of a phone
FEW = 12  # places for columns, so that a single one does not fill the picture


def columns(names: Sequence[str], values: Sequence[int], unit: str = CLAIMS) -> go.Figure:
    """A column for each name; of many names only some are written."""
    places = list(range(len(names)))
    room = max(len(names), FEW)
    step = -(-room // MOST_LABELS)
    trace = {
        "type": "bar",
        "x": places,
        "y": list(values),
        "customdata": places,
        "hovertext": [label(name, 80) for name in names],
        "hovertemplate": f"%{{hovertext}}: %{{y:,}} {unit}<extra></extra>",
        "marker": {"color": INK},
        "unselected": FADED,
    }
    xaxis = {
        "tickvals": places[::step],
        "ticktext": [_in_two_lines(label(short_months(name), 18)) for name in names[::step]],
        "tickangle": 0,
        "showgrid": False,
        "range": [-0.5, room - 0.5],
    }
    return figure([trace], 240, xaxis=xaxis, yaxis=count_axis(max([*values, 1])))


def _in_two_lines(name: str) -> str:
    """The name of a time with its year in a line by itself, the last or the first as in the name.

    >>> [_in_two_lines(name) for name in ("4 Mar 2024", "Mar 4, 2024", "2024 Mar 4", "2024")]
    ['4 Mar<br>2024', 'Mar 4<br>2024', '2024<br>Mar 4', '2024']
    """
    first, _, rest = name.partition(" ")
    if rest and YEAR.fullmatch(first):
        return f"{first}<br>{rest}"
    return "<br>".join(name.rsplit(" ", 1)).replace(",<br>", "<br>")
