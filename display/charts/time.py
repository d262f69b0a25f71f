"""Columns over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.timeline import UNDATED
from display import day_words, words
from display.charts.bars import greyed, opacities, outside
from display.charts.look import FADED, Part, by_status, count_axis, figure, iso, pattern
from display.dates import ticks
from display.palette import GREY, STATUS_COLOUR, STATUS_PATTERN

DAY = 86_400_000  # milliseconds
WIDTH = {"day": 0.8 * DAY, "month": 24 * DAY, "year": 300 * DAY, "decade": 3000 * DAY}
FEW, ALL_LABELLED, LABELLED = 8, 6, 12  # columns: so many fill the width; have a label each; have one for two
STEP = {
    "day": pd.DateOffset(days=1),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
    "decade": pd.DateOffset(years=10),
}


ON_REPORT = "Day of the report"  # of a fact without a date
STATES = words.STATUS | {UNDATED: ON_REPORT}
COLOURS = STATUS_COLOUR | {UNDATED: GREY}
PATTERNS = STATUS_PATTERN | {UNDATED: ""}
FAINT = 0.5  # of grey, so that it is told apart from what is possible


def columns_over_time(counts: pd.DataFrame, bucket: str) -> go.Figure:
    """Stacked columns of FACTS_PER_BUCKET, a pattern for each status; a column of nothing stays empty, one that the
    filters take away, as `is_outside` says, is grey."""
    wide = {"width": WIDTH[bucket], "offset": 0}
    names = [day_words.bucket(day, bucket) for day in counts["bucket"]]
    traces = [{**trace, **wide} for trace in _columns(counts, iso(counts["bucket"]), names)]
    return _stacked(traces, time_axis(counts["bucket"], bucket))


def columns_by_hour(counts: pd.DataFrame) -> go.Figure:
    """Stacked columns of FACTS_PER_HOUR, a pattern for each status; grey where `is_outside` says so."""
    parts = list(day_words.DAY_PARTS)
    hours = sorted(sorted(set(counts["hour"])), key=lambda hour: f"{parts.index(hour):02}" if hour in parts else "")
    names = [day_words.hour(hour) for hour in counts["hour"]]
    xaxis = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [_short(day_words.hour(hour)) for hour in hours],
        "showgrid": False,
    }
    return _stacked(_columns(counts, [_short(name) for name in names], names), xaxis)


def _short(hour: str) -> str:
    return hour.partition(" to ")[0]


def _columns(counts: pd.DataFrame, places: Sequence[str], names: Sequence[str]) -> list[Part]:
    """The columns of each status: where each row stands, and its words."""
    n_facts, is_outside = counts["n_facts"].tolist(), outside(counts)
    return [
        {
            "type": "bar",
            "x": [places[row] for row in own],
            "y": [n_facts[row] for row in own],
            "customdata": own,
            "name": STATES[status],
            "marker": _marker(status, [n_facts[row] for row in own], [is_outside[row] for row in own]),
            "hovertext": [names[row] for row in own],
            "hovertemplate": f"%{{hovertext}}: %{{y:,}} {STATES[status].lower()}<extra></extra>",
            "unselected": FADED,
        }
        for status, own in by_status(counts["status"], STATES).items()
    ]


def _marker(status: str, n_facts: Sequence[int], is_outside: Sequence[bool]) -> Part:
    """The look of a status; colours one by one only where some are grey, as each then costs a pattern of its own."""
    colour: str | list[str] = COLOURS[status]
    if any(is_outside):
        colour = greyed([COLOURS[status]] * len(n_facts), is_outside)
    return {
        "color": colour,
        "opacity": FAINT if status == UNDATED else opacities(is_outside) if any(is_outside) else 1,
        "pattern": pattern(PATTERNS[status], colour),
        "line": {"width": [1.5 if n else 0 for n in n_facts], "color": colour},
    }


def _stacked(traces: Sequence[Part], xaxis: Part) -> go.Figure:
    totals: Counter[str] = Counter()
    for trace in traces:
        totals.update(dict(zip(trace["x"], trace["y"], strict=True)))
    yaxis = count_axis(max(totals.values()))
    return figure(traces, 320, xaxis=xaxis, yaxis=yaxis, barmode="stack", showlegend=True)


def time_axis(buckets: pd.Series[pd.Timestamp], bucket: str) -> Part:
    """An axis on which a few columns do not grow to the width of the page, with a label for each of a few."""
    days = sorted(buckets.unique())
    step = STEP[bucket]
    first, last = days[0], days[-1] + step
    for number in range(max(0, FEW - len(days))):
        first, last = (first - step, last) if number % 2 else (first, last + step)
    axis: Part = {"type": "date", "showgrid": False, "tickangle": 0, "range": iso((first, last))}
    if (days[-1] - days[0]) / pd.Timedelta(milliseconds=WIDTH[bucket]) > LABELLED:
        return axis | {"tickformat": ticks(bucket), "nticks": 10}
    days = days[:: 2 if len(days) > ALL_LABELLED else 1]
    middle = pd.Timedelta(milliseconds=WIDTH[bucket] / 2)
    labels = [day.strftime(ticks(bucket)) for day in days]
    return axis | {"tickvals": [(day + middle).isoformat() for day in days], "ticktext": labels}
