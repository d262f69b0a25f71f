"""When facts are said to happen against when they were reported; on the diagonal both are the same day."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts.look import ACROSS, FADED, plain
from pages.parts.palette import GREY, INK, STATUS_COLOUR, STATUS_SYMBOL
from pages.parts.safe import label

HEIGHT = 380
LARGEST = 34  # pixels across, of the circle of most facts


def each_reported(facts: pd.DataFrame, texts: Sequence[str]) -> go.Figure:
    """A sign for each of FACT_ROWS with both days, in the look of its status; a line for how long it takes."""
    figure = go.Figure(_diagonal(facts["first_day"], facts["published"]))
    longer = facts[(facts["end_day"] - facts["first_day"]).dt.days > 1]
    spans, heights = [], []
    for first, end, day in zip(longer["first_day"], longer["end_day"], longer["published"], strict=True):
        spans += [_iso(first), _iso(end - pd.Timedelta(days=1)), None]
        heights += [_iso(day), _iso(day), None]
    figure.add_scatter(
        x=spans,
        y=heights,
        mode="lines",
        line={"width": 4, "color": GREY},
        opacity=0.4,
        hoverinfo="skip",
        showlegend=False,
    )
    for status in [s for s in words.STATUS if (facts["status"] == s).any()]:
        own = facts[facts["status"] == status]
        figure.add_scatter(
            x=[_iso(day) for day in own["first_day"]],
            y=[_iso(day) for day in own["published"]],
            customdata=[int(number) for number in own.index],
            mode="markers",
            name=words.STATUS[status],
            marker={"symbol": STATUS_SYMBOL[status], "size": 11, "color": STATUS_COLOUR[status], "line": {"width": 2}},
            hovertext=[label(texts[number], 110) for number in own.index],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=FADED,
        )
    return _plain(figure.update_layout(showlegend=True))


def reported(counts: pd.DataFrame, bucket: str) -> go.Figure:
    """A circle for each row of REPORTED, as large as its facts are many."""
    days = pd.to_datetime(counts["published"])
    most = int(counts["n_facts"].max())
    figure = go.Figure(_diagonal(counts["bucket"], days))
    figure.add_scatter(
        x=[_iso(day) for day in counts["bucket"]],
        y=[_iso(day) for day in days],
        customdata=list(range(len(counts))),
        mode="markers",
        marker={
            "size": [int(n) for n in counts["n_facts"]],
            "sizemode": "area",
            "sizeref": 2 * most / LARGEST**2,
            "sizemin": 4,
            "color": INK,
            "opacity": 0.75,
        },
        hovertext=[
            f"{words.bucket(day, bucket)}, reported {published}: {words.count(int(n), 'fact')}"
            for day, published, n in zip(counts["bucket"], counts["published"], counts["n_facts"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 0.3}},
        showlegend=False,
    )
    return _plain(figure)


def _diagonal(happened: pd.Series[pd.Timestamp], published: pd.Series[pd.Timestamp]) -> go.Scatter:
    """The line on which an event is reported on its own day, where the picture has it."""
    first, last = max(happened.min(), published.min()), min(happened.max(), published.max())
    ends = [_iso(first), _iso(last)] if first <= last else []
    return go.Scatter(
        x=ends,
        y=ends,
        mode="lines",
        line={"width": 1.5, "dash": "dot", "color": GREY},
        hoverinfo="skip",
        showlegend=False,
    )


def _plain(figure: go.Figure) -> go.Figure:
    figure.update_xaxes(**ACROSS, title={"text": "When it happened"})
    figure.update_yaxes(**(ACROSS | {"nticks": 7}), title={"text": "When it was reported"}, automargin=True)
    return plain(figure, height=HEIGHT)


def _iso(day: pd.Timestamp) -> str:
    return str(day.strftime("%Y-%m-%d"))
