"""When facts are said to happen against when they were reported; on the diagonal both are the same day."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from display import day_words, words
from display.charts.look import FADED, HOVER, Part, across, by_status, figure, iso, spans
from display.palette import GREY, INK, STATUS_COLOUR, STATUS_SYMBOL
from display.safe import label
from display.view import CLAIMS

HEIGHT = 380
LARGEST = 34  # pixels across, of the circle of most facts


def each_reported(facts: pd.DataFrame, texts: Sequence[str]) -> go.Figure:
    """A sign for each of FACT_ROWS with both days, in the look of its status; a line for how long it takes."""
    happened, published = iso(facts["first_day"]), iso(facts["published"])
    signs: list[Part] = [
        {
            "type": "scatter",
            "x": [happened[place] for place in own],
            "y": [published[place] for place in own],
            "customdata": own,
            "mode": "markers",
            "name": words.STATUS[status],
            "marker": {
                "symbol": STATUS_SYMBOL[status],
                "size": 11,
                "color": STATUS_COLOUR[status],
                "line": {"width": 2},
            },
            "hovertext": [label(texts[place], 110) for place in own],
            "hovertemplate": HOVER,
            "unselected": FADED,
        }
        for status, own in by_status(facts["status"]).items()
    ]
    longer = (facts["end_day"] - facts["first_day"]).dt.days > 1
    lines = spans(
        zip(facts["first_day"][longer], facts["end_day"][longer], iso(facts["published"][longer]), strict=True)
    )
    return _figure(
        [_diagonal(happened, published), _line(lines, line={"width": 4, "color": GREY}, opacity=0.4), *signs]
    )


def reported(counts: pd.DataFrame, bucket: str, unit: str = CLAIMS) -> go.Figure:
    """A circle for each row of REPORTED, as large as its facts are many."""
    happened, published = iso(counts["bucket"]), iso(pd.to_datetime(counts["published"]))
    n_facts = counts["n_facts"].tolist()
    circles = {
        "type": "scatter",
        "x": happened,
        "y": published,
        "customdata": list(range(len(counts))),
        "mode": "markers",
        "marker": {
            "size": n_facts,
            "sizemode": "area",
            "sizeref": 2 * max(n_facts) / LARGEST**2,
            "sizemin": 4,
            "color": INK,
            "opacity": 0.75,
        },
        "hovertext": [
            f"{day_words.bucket(day, bucket)}, reported {day_words.calendar(reported_on)}: {words.number_of(n, unit)}"
            for day, reported_on, n in zip(counts["bucket"], counts["published"], n_facts, strict=True)
        ],
        "hovertemplate": HOVER,
        "unselected": {"marker": {"opacity": 0.3}},
        "showlegend": False,
    }
    return _figure([_diagonal(happened, published), circles], showlegend=False)


def _diagonal(happened: Sequence[str], published: Sequence[str]) -> Part:
    """The line on which an event is reported on its own day, where the picture has it."""
    first, last = max(min(happened), min(published)), min(max(happened), max(published))
    ends = [first, last] if first <= last else []
    return _line({"x": ends, "y": ends}, line={"width": 1.5, "dash": "dot", "color": GREY})


def _line(places: Part, **look: object) -> Part:
    return {"type": "scatter", **places, "mode": "lines", **look, "hoverinfo": "skip", "showlegend": False}


def _figure(traces: Sequence[Part], showlegend: bool = True) -> go.Figure:
    days = {side: [day for trace in traces for day in trace[side] if day] for side in ("x", "y")}
    return figure(
        traces,
        HEIGHT,
        xaxis={**across(days["x"]), "title": {"text": "When it happened"}},
        yaxis={**across(days["y"]), "nticks": 7, "title": {"text": "When it was reported"}, "automargin": True},
        showlegend=showlegend,
    )
