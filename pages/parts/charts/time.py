"""Columns over time."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pages.parts import words
from pages.parts.charts.bars import OUTSIDE, outside
from pages.parts.charts.look import FADED, PATTERN, plain
from pages.parts.palette import GREY, STATUS_COLOUR, STATUS_PATTERN

DAY = 86_400_000  # milliseconds
WIDTH = {"day": 0.8 * DAY, "month": 24 * DAY, "year": 300 * DAY, "decade": 3000 * DAY}
FEW, LABELLED = 8, 12  # columns: so many fill the width; so many have a label each
STEP = {
    "day": pd.DateOffset(days=1),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
    "decade": pd.DateOffset(years=10),
}
TICKS = {"day": "%-d %b<br>%Y", "month": "%b<br>%Y", "year": "%Y", "decade": "%Ys"}


def columns_over_time(counts: pd.DataFrame, bucket: str) -> go.Figure:
    """Stacked columns of FACTS_PER_BUCKET, a pattern for each status; a column of nothing stays empty, one that the
    filters take away, as `is_outside` says, is grey."""
    figure = go.Figure()
    for status in [s for s in words.STATUS if (counts["status"] == s).any()]:
        rows = counts[counts["status"] == status]
        is_outside = outside(rows)
        colours = [GREY if is_out else STATUS_COLOUR[status] for is_out in is_outside]
        figure.add_bar(
            x=rows["bucket"].dt.strftime("%Y-%m-%d").tolist(),
            y=[int(n) for n in rows["n_facts"]],
            customdata=[int(number) for number in rows.index],
            name=words.STATUS[status],
            width=WIDTH[bucket],
            offset=0,
            marker={
                "color": colours if any(is_outside) else STATUS_COLOUR[status],
                "opacity": [OUTSIDE if is_out else 1 for is_out in is_outside] if any(is_outside) else 1,
                "pattern": {
                    "shape": STATUS_PATTERN[status],
                    "fillmode": "replace",
                    "fgcolor": colours if any(is_outside) else STATUS_COLOUR[status],
                    **PATTERN,
                },
                "line": {"width": [1.5 if n else 0 for n in rows["n_facts"]], "color": colours},
            },
            hovertext=[words.bucket(value, bucket) for value in rows["bucket"]],
            hovertemplate=f"%{{hovertext}}: %{{y:,}} {words.STATUS[status].lower()}<extra></extra>",
            unselected=FADED,
        )
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(**time_axis(counts["bucket"], bucket))
    most = int(counts.groupby("bucket")["n_facts"].sum().max())
    figure.update_yaxes(rangemode="tozero", tickformat=",d", dtick=1 if most <= 5 else None, nticks=5)
    return plain(figure, height=320)


def columns_by_hour(counts: pd.DataFrame) -> go.Figure:
    """Stacked columns of FACTS_PER_HOUR, a pattern for each status."""
    parts = list(words.DAY_PARTS)
    hours = sorted(sorted(set(counts["hour"])), key=lambda hour: f"{parts.index(hour):02}" if hour in parts else "")
    figure = go.Figure()
    for status in [s for s in words.STATUS if (counts["status"] == s).any()]:
        rows = counts[counts["status"] == status]
        colour = STATUS_COLOUR[status]
        pattern = {"shape": STATUS_PATTERN[status], "fillmode": "replace", "fgcolor": colour, **PATTERN}
        figure.add_bar(
            x=[words.hour(hour).partition(" to ")[0] for hour in rows["hour"]],
            y=[int(n) for n in rows["n_facts"]],
            customdata=[int(number) for number in rows.index],
            name=words.STATUS[status],
            marker={"color": colour, "pattern": pattern, "line": {"width": 1.5, "color": colour}},
            hovertext=[words.hour(hour) for hour in rows["hour"]],
            hovertemplate=f"%{{hovertext}}: %{{y:,}} {words.STATUS[status].lower()}<extra></extra>",
            unselected=FADED,
        )
    order = [words.hour(hour).partition(" to ")[0] for hour in hours]
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=order, showgrid=False)
    figure.update_yaxes(rangemode="tozero", tickformat=",d", nticks=5)
    figure.update_layout(barmode="stack", showlegend=True)
    return plain(figure, height=320)


def time_axis(buckets: pd.Series[pd.Timestamp], bucket: str) -> dict[str, object]:
    """An axis on which a few columns do not grow to the width of the page, with a label for each of a few."""
    days = sorted(buckets.unique())
    step = STEP[bucket]
    first, last = days[0], days[-1] + step
    for number in range(max(0, FEW - len(days))):
        first, last = (first - step, last) if number % 2 else (first, last + step)
    axis: dict[str, object] = {"type": "date", "showgrid": False, "tickangle": 0, "range": [_iso(first), _iso(last)]}
    if (days[-1] - days[0]) / pd.Timedelta(milliseconds=WIDTH[bucket]) > LABELLED:
        return axis | {"tickformat": TICKS[bucket], "nticks": 10}
    middle = pd.Timedelta(milliseconds=WIDTH[bucket] / 2)
    labels = [day.strftime(TICKS[bucket]) for day in days]
    return axis | {"tickvals": [(day + middle).isoformat() for day in days], "ticktext": labels}


def _iso(day: pd.Timestamp) -> str:
    return str(day.strftime("%Y-%m-%d"))
