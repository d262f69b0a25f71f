"""Plotly figures from frames. A mark's `customdata` is the number of its row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.database import records
from pages.parts import words
from pages.parts.palette import GREY, INK, STATUS_COLOUR, STATUS_PATTERN, STATUS_SYMBOL, theme_colour
from pages.parts.safe import label

CONFIG = {"displayModeBar": False, "responsive": True}
BAR = 34  # pixels: a label of one line and air around it
SIGN = 0.02  # of the width of the picture: a sign and a little air
DAY = 86_400_000  # milliseconds
WIDTH = {"day": 0.8 * DAY, "month": 24 * DAY, "year": 300 * DAY}
FEW, LABELLED = 8, 12  # columns: so many fill the width; so many have a label each
STEP = {"day": pd.DateOffset(days=1), "month": pd.DateOffset(months=1), "year": pd.DateOffset(years=1)}
TICKS = {"day": "%-d %b<br>%Y", "month": "%b<br>%Y", "year": "%Y"}
PATTERN = {"solidity": 0.4, "size": 7}
FADED = {"marker": {"opacity": 0.35}}


def bars(
    names: Sequence[str], values: Sequence[int], colours: Sequence[str] | None = None, unit: str = ""
) -> go.Figure:
    """Horizontal bars in the given order, the first on top."""
    places = list(range(len(names)))
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=list(values),
            y=places,
            customdata=places,
            text=[f"{value:,}" for value in values],
            textposition="outside",
            cliponaxis=False,
            hovertext=[label(name, 80) for name in names],
            hovertemplate=f"%{{hovertext}}: %{{x:,}} {unit}<extra></extra>",
            marker={"color": list(colours) if colours else INK},
            unselected=FADED,
        )
    )
    figure.update_yaxes(
        tickvals=places,
        ticktext=[label(name, 26) for name in names],
        autorange="reversed",
        showgrid=False,
        ticks="",
        automargin=True,
    )
    figure.update_xaxes(visible=False, range=[0, max([*values, 1]) * 1.12])
    return plain(figure, height=BAR * len(places) + 24)


def status_bars(counts: pd.DataFrame) -> go.Figure:
    """Bars of FACTS_BY_STATUS, each in the look of its status."""
    statuses = [str(status) for status in counts["status"]]
    figure = bars([words.STATUS[s] for s in statuses], [int(n) for n in counts["n_facts"]], unit="facts")
    colours = [STATUS_COLOUR[status] for status in statuses]
    shapes = [STATUS_PATTERN[status] for status in statuses]
    figure.update_traces(
        marker={
            "color": colours,
            "pattern": {"shape": shapes, "fillmode": "replace", "fgcolor": colours, **PATTERN},
            "line": {"width": 1.5, "color": colours},
        }
    )
    return figure


def theme_bars(counts: pd.DataFrame, themes: Sequence[str], value: str = "n_facts", unit: str = "facts") -> go.Figure:
    """Bars of a frame with the columns `theme` and `value`, each in the colour of its theme."""
    names = [str(name) for name in counts["theme"]]
    colours = [theme_colour(name, themes) for name in names]
    return bars([words.theme(name) for name in names], [int(n) for n in counts[value]], colours, unit)


def columns_over_time(counts: pd.DataFrame, bucket: str) -> go.Figure:
    """Stacked columns of FACTS_PER_BUCKET, a pattern for each status; a column of nothing stays empty."""
    figure = go.Figure()
    for status in [s for s in words.STATUS if (counts["status"] == s).any()]:
        rows = counts[counts["status"] == status]
        figure.add_bar(
            x=rows["bucket"].dt.strftime("%Y-%m-%d").tolist(),
            y=[int(n) for n in rows["n_facts"]],
            customdata=[int(number) for number in rows.index],
            name=words.STATUS[status],
            width=WIDTH[bucket],
            offset=0,
            marker={
                "color": STATUS_COLOUR[status],
                "pattern": {
                    "shape": STATUS_PATTERN[status],
                    "fillmode": "replace",
                    "fgcolor": STATUS_COLOUR[status],
                    **PATTERN,
                },
                "line": {"width": [1.5 if n else 0 for n in rows["n_facts"]], "color": STATUS_COLOUR[status]},
            },
            hovertext=[words.bucket(value, bucket) for value in rows["bucket"]],
            hovertemplate=f"%{{hovertext}}: %{{y:,}} {words.STATUS[status].lower()}<extra></extra>",
            unselected=FADED,
        )
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(**_time_axis(counts["bucket"], bucket))
    most = int(counts.groupby("bucket")["n_facts"].sum().max())
    figure.update_yaxes(rangemode="tozero", tickformat=",d", dtick=1 if most <= 5 else None, nticks=5)
    return plain(figure, height=320)


def lanes(facts: pd.DataFrame, themes: Sequence[str], texts: Sequence[str]) -> go.Figure:
    """Facts on their days, a lane for each theme: a line for how long, a sign for the status. `facts` has
    first_day, end_day, theme and status."""
    rows = _lane_rows(facts)
    figure = go.Figure()
    names = [str(theme) for theme in facts["theme"].fillna("")]
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
            customdata=own,
            mode="markers",
            name=words.STATUS[status],
            marker={
                "symbol": STATUS_SYMBOL[status],
                "size": 12,
                "line": {"width": 2},
                "color": [theme_colour(names[number], themes) for number in own],
            },
            hovertext=[label(texts[number], 110) for number in own],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=FADED,
        )
    _name_lanes(figure, rows, names)
    figure.update_xaxes(type="date", showgrid=True, nticks=10)
    figure.update_layout(showlegend=True)
    return plain(figure, height=90 + 26 * (max(rows) + 1 if rows else 1))


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


def plain(figure: go.Figure, height: int) -> go.Figure:
    """The figure in the look that all charts share, at this height in pixels."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 24, "t": 8, "b": 8},
        bargap=0.35,
        dragmode=False,
        clickmode="event+select",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None, "traceorder": "normal"},
    )
    if not figure.layout.showlegend:
        figure.update_layout(showlegend=False)
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    return figure


def _time_axis(buckets: pd.Series[pd.Timestamp], bucket: str) -> dict[str, object]:
    """An axis on which a few columns do not grow to the width of the page, with a label for each of a few."""
    days = sorted(buckets.unique())
    step = STEP[bucket]
    first, last = days[0], days[-1] + step
    for number in range(max(0, FEW - len(days))):
        first, last = (first - step, last) if number % 2 else (first, last + step)
    axis: dict[str, object] = {"type": "date", "showgrid": False, "tickangle": 0, "range": [_iso(first), _iso(last)]}
    if len(days) > LABELLED:
        return axis | {"tickformat": TICKS[bucket], "nticks": 10}
    middle = pd.Timedelta(milliseconds=WIDTH[bucket] / 2)
    labels = [day.strftime(TICKS[bucket]) for day in days]
    return axis | {"tickvals": [(day + middle).isoformat() for day in days], "ticktext": labels}


def _lane_rows(facts: pd.DataFrame) -> list[int]:
    """A row for each fact, so that in a theme no two that overlap share one; the themes one below the other."""
    rows, next_row = [0] * len(facts), 0
    room = (facts["end_day"].max() - facts["first_day"].min()) * SIGN
    themes = facts["theme"].fillna("")
    for theme in sorted(set(themes), key=lambda name: (name == "", name)):
        free: list[pd.Timestamp] = []
        own = [number for number, value in enumerate(themes) if value == theme]
        for number in sorted(own, key=lambda n: facts["first_day"].iloc[n]):
            first_day, end_day = facts["first_day"].iloc[number], facts["end_day"].iloc[number]
            row = next((r for r, until in enumerate(free) if until <= first_day), len(free))
            free[row : row + 1] = [max(end_day, first_day + room)]
            rows[number] = next_row + row
        next_row += len(free)
    return rows


def _name_lanes(figure: go.Figure, rows: Sequence[int], themes: Sequence[str]) -> None:
    first = {theme: min(r for r, name in zip(rows, themes, strict=True) if name == theme) for theme in set(themes)}
    figure.update_yaxes(
        tickvals=list(first.values()),
        ticktext=[label(words.theme(theme), 20) for theme in first],
        autorange="reversed",
        showgrid=False,
        zeroline=False,
        automargin=True,
    )


def _iso(day: pd.Timestamp) -> str:
    return str(day.strftime("%Y-%m-%d"))
