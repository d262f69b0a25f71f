"""Facts on their days, in lanes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.database import records
from pages.parts import words
from pages.parts.charts.look import ACROSS, FADED, plain
from pages.parts.palette import STATUS_SYMBOL, theme_colour
from pages.parts.safe import label

SIGN = 0.02  # of the width of the picture: a sign and a little air


def lanes(facts: pd.DataFrame, themes: Sequence[str], texts: Sequence[str]) -> go.Figure:
    """Facts on their days, a lane for each `lane` of `facts`: a line for how long, a sign for the status, the colour of
    the theme. `facts` has lane, first_day, end_day, theme, status and the `number` of its mark and its text; the lanes
    stand in the order in which they first appear."""
    rows = _lane_rows(facts)
    figure = go.Figure()
    names = [str(theme) for theme in facts["theme"].fillna("")]
    numbers = [int(number) for number in facts["number"]]
    for number, fact in enumerate(records(facts)):
        if (fact["end_day"] - fact["first_day"]).days > 1:
            figure.add_scatter(
                x=[_iso(fact["first_day"]), _iso(fact["end_day"] - pd.Timedelta(days=1))],
                y=[rows[number]] * 2,
                mode="lines",
                line={"width": 5, "color": theme_colour(names[number], themes)},
                opacity=0.35,
                hoverinfo="skip",
                showlegend=False,
            )
    for status in [s for s in words.STATUS if (facts["status"] == s).any()]:
        own = [number for number, value in enumerate(facts["status"]) if value == status]
        figure.add_scatter(
            x=[_iso(facts["first_day"].iloc[number]) for number in own],
            y=[rows[number] for number in own],
            customdata=[numbers[place] for place in own],
            mode="markers",
            name=words.STATUS[status],
            marker={
                "symbol": STATUS_SYMBOL[status],
                "size": 12,
                "line": {"width": 2},
                "color": [theme_colour(names[number], themes) for number in own],
            },
            hovertext=[label(texts[numbers[place]], 110) for place in own],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=FADED,
        )
    _name_lanes(figure, rows, [str(lane) for lane in facts["lane"]])
    figure.update_xaxes(**ACROSS)
    figure.update_layout(showlegend=True)
    return plain(figure, height=90 + 26 * (max(rows) + 1 if rows else 1))


def _lane_rows(facts: pd.DataFrame) -> list[int]:
    """A row for each fact, so that in a lane no two that overlap share one; the lanes one below the other."""
    rows, next_row = [0] * len(facts), 0
    room = (facts["end_day"].max() - facts["first_day"].min()) * SIGN
    for lane in dict.fromkeys(facts["lane"]):
        free: list[pd.Timestamp] = []
        own = [number for number, value in enumerate(facts["lane"]) if value == lane]
        for number in sorted(own, key=lambda n: facts["first_day"].iloc[n]):
            first_day, end_day = facts["first_day"].iloc[number], facts["end_day"].iloc[number]
            row = next((r for r, until in enumerate(free) if until <= first_day), len(free))
            free[row : row + 1] = [max(end_day, first_day + room)]
            rows[number] = next_row + row
        next_row += len(free)
    return rows


def _name_lanes(figure: go.Figure, rows: Sequence[int], lanes: Sequence[str]) -> None:
    first: dict[str, int] = {}
    for row, lane in sorted(zip(rows, lanes, strict=True)):
        first.setdefault(lane, row)
    figure.update_yaxes(
        tickvals=list(first.values()),
        ticktext=[label(lane, 20) for lane in first],
        autorange="reversed",
        showgrid=False,
        zeroline=False,
        automargin=True,
    )


def _iso(day: pd.Timestamp) -> str:
    return str(day.strftime("%Y-%m-%d"))
