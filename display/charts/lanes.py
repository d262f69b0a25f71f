"""Facts on their days, in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from display import words
from display.charts.look import FADED, HOVER, Part, across, by_status, figure, iso, spans
from display.palette import GREY, STATUS_SYMBOL, theme_colour
from display.safe import label

SIGN = 0.02  # of the width of the picture: a sign and a little air


class Placed(NamedTuple):
    """A fact in the picture: its days, its row, its look, and the number of its mark and its text."""

    first_day: pd.Timestamp
    end_day: pd.Timestamp
    row: int
    status: str
    colour: str
    number: int


def lanes(facts: pd.DataFrame, themes: Sequence[str], texts: Sequence[str]) -> go.Figure:
    """Facts on their days, a lane for each `lane` of `facts`: a line for how long, a sign for the status, the colour of
    the theme, grey where `is_grey` says so. `facts` has lane, first_day, end_day, theme, status and the `number` of its
    mark and its text; the lanes stand in the order in which they first appear."""
    lane_of = [str(lane) for lane in facts["lane"]]
    first_days, end_days = facts["first_day"].tolist(), facts["end_day"].tolist()
    rows = _rows(lane_of, first_days, end_days)
    greys = facts["is_grey"] if "is_grey" in facts else [False] * len(facts)
    colours = [
        GREY if is_grey else theme_colour(theme, themes)
        for theme, is_grey in zip(facts["theme"].fillna(""), greys, strict=True)
    ]
    columns = (first_days, end_days, rows, facts["status"], colours, facts["number"].tolist())
    placed = [
        Placed(first_day=first, end_day=end, row=row, status=status, colour=colour, number=number)
        for first, end, row, status, colour, number in zip(*columns, strict=True)
    ]
    return figure(
        [*_lines(placed), *_signs(placed, texts)],
        90 + 26 * (max(rows, default=0) + 1),
        xaxis=across(iso([*first_days, *(day - pd.Timedelta(days=1) for day in end_days)])),
        yaxis=_axis(rows, lane_of),
        showlegend=True,
    )


def _rows(lane_of: Sequence[str], first_days: Sequence[pd.Timestamp], end_days: Sequence[pd.Timestamp]) -> list[int]:
    """A row for each fact, so that in a lane no two that overlap share one; the lanes one below the other."""
    rows, next_row = [0] * len(lane_of), 0
    room = (max(end_days) - min(first_days)) * SIGN if lane_of else pd.Timedelta(0)
    for lane in dict.fromkeys(lane_of):
        free: list[pd.Timestamp] = []
        own = [place for place, value in enumerate(lane_of) if value == lane]
        for place in sorted(own, key=first_days.__getitem__):
            first_day, end_day = first_days[place], end_days[place]
            row = next((r for r, until in enumerate(free) if until <= first_day), len(free))
            free[row : row + 1] = [max(end_day, first_day + room)]
            rows[place] = next_row + row
        next_row += len(free)
    return rows


def _lines(placed: Sequence[Placed]) -> list[Part]:
    """Lines for the facts that take longer than a day, those of a colour together."""
    longer = [one for one in placed if (one.end_day - one.first_day).days > 1]
    return [
        {
            "type": "scatter",
            **spans((one.first_day, one.end_day, one.row) for one in longer if one.colour == colour),
            "mode": "lines",
            "line": {"width": 5, "color": colour},
            "opacity": 0.35,
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for colour in dict.fromkeys(one.colour for one in longer)
    ]


def _signs(placed: Sequence[Placed], texts: Sequence[str]) -> list[Part]:
    """A sign for each fact, those of a status together."""
    groups = by_status(one.status for one in placed)
    return [_signs_of(status, [placed[place] for place in places], texts) for status, places in groups.items()]


def _signs_of(status: str, own: Sequence[Placed], texts: Sequence[str]) -> Part:
    return {
        "type": "scatter",
        "x": iso(one.first_day for one in own),
        "y": [one.row for one in own],
        "customdata": [one.number for one in own],
        "mode": "markers",
        "name": words.STATUS[status],
        "marker": {
            "symbol": STATUS_SYMBOL[status],
            "size": 12,
            "line": {"width": 2},
            "color": [one.colour for one in own],
        },
        "hovertext": [label(texts[one.number], 110) for one in own],
        "hovertemplate": HOVER,
        "unselected": FADED,
    }


def _axis(rows: Sequence[int], lane_of: Sequence[str]) -> Part:
    """An upright axis with the name of each lane at its first row."""
    first: dict[str, int] = {}
    for row, lane in sorted(zip(rows, lane_of, strict=True)):
        first.setdefault(lane, row)
    return {
        "tickvals": list(first.values()),
        "ticktext": [label(lane, 20) for lane in first],
        "autorange": "reversed",
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
    }
