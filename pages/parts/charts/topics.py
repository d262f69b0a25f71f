"""Figures of the page of topics: words with grey context, matrices, terms over time, two sides, the map of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.database import records
from pages.parts import words
from pages.parts.charts.look import BAR, FADED, PATTERN, plain
from pages.parts.palette import GREY, theme_colour
from pages.parts.safe import label

CELL = 34  # pixels: a number of four digits fits
FAINT, STRONG = 0.1, 0.45  # of a cell: its number stays readable on the strongest
LABELLED = 12  # columns: so many have a label each
TICKS = {"month": "%b<br>%Y", "year": "%Y"}
NAMED = 12  # points: so many have their headline beside them
# Lines are told apart by colour, by dash and by sign.
LINES = (
    ("#2f7ea8", "solid", "circle"),
    ("#a8721a", "dash", "square"),
    ("#7a68b3", "dot", "diamond"),
    ("#c2504a", "dashdot", "x"),
    ("#7d838c", "longdash", "triangle-up"),
)


def term_bars(names: Sequence[str], inside: Sequence[int], elsewhere: Sequence[int], colour: str) -> go.Figure:
    """Bars of the sentences of a theme with each term, before grey ones that go on with other themes."""
    places = list(range(len(names)))
    totals = [here + there for here, there in zip(inside, elsewhere, strict=True)]
    figure = go.Figure()
    figure.add_bar(
        orientation="h",
        x=totals,
        y=places,
        marker={"color": GREY, "opacity": 0.25},
        hoverinfo="skip",
        name="All themes",
        unselected={"marker": {"opacity": 0.25}},
    )
    figure.add_bar(
        orientation="h",
        x=list(inside),
        y=places,
        customdata=places,
        text=[f"{value:,}" for value in inside],
        textposition="outside",
        cliponaxis=False,
        marker={"color": colour},
        hovertext=[
            f"{label(name, 80)}: {here:,} of {total:,} in all themes"
            for name, here, total in zip(names, inside, totals, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        name="This theme",
        unselected=FADED,
    )
    _name_rows(figure, names)
    figure.update_xaxes(visible=False, range=[0, max([*totals, 1]) * 1.15])
    figure.update_layout(barmode="overlay")
    return plain(figure, height=BAR * len(places) + 24)


def matrix(cells: pd.DataFrame, rows: Sequence[str], columns: Mapping[str, str], themes: Sequence[str]) -> go.Figure:
    """Squares with a number for each cell: `cells` has row (its place), theme, shade (0 to 1), number and hover.

    `columns` has the name on the screen of each theme, in order.
    """
    places = {theme: place for place, theme in enumerate(columns)}
    figure = go.Figure(
        go.Scatter(
            x=[places[theme] for theme in cells["theme"]],
            y=[int(place) for place in cells["row"]],
            customdata=list(range(len(cells))),
            mode="markers+text",
            text=[str(number) for number in cells["number"]],
            textfont={"size": 12},
            hovertext=[label(words_of, 120) for words_of in cells["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "symbol": "square",
                "size": CELL - 2,
                "color": [theme_colour(theme, themes) for theme in cells["theme"]],
                "opacity": [FAINT + (STRONG - FAINT) * float(shade) for shade in cells["shade"]],
            },
            unselected={"marker": {"opacity": FAINT}},
        )
    )
    _name_rows(figure, rows, 22)
    figure.update_yaxes(range=[len(rows) - 0.4, -0.6], autorange=False, zeroline=False)
    figure.update_xaxes(
        tickvals=list(places.values()),
        ticktext=[label(name, 16) for name in columns.values()],
        side="top",
        tickangle=-40,
        showgrid=False,
        zeroline=False,
        range=[-0.6, len(columns) - 0.4],
        automargin=True,
    )
    return plain(figure, height=CELL * len(rows) + 110)


def rise_lines(rise: pd.DataFrame, bucket: str, value: str, unit: str) -> go.Figure:
    """A line for each term of RISE; `value` is `n_rows` or `share`, a column of it."""
    figure = go.Figure()
    for number, term in enumerate(dict.fromkeys(rise["term"])):
        own = rise[rise["term"] == term]
        colour, dash, symbol = LINES[number % len(LINES)]
        figure.add_scatter(
            x=own["bucket"].dt.strftime("%Y-%m-%d").tolist(),
            y=[float(amount) for amount in own[value]],
            customdata=[int(place) for place in own.index],
            mode="lines+markers",
            name=label(term, 30),
            line={"color": colour, "dash": dash, "width": 2},
            marker={"symbol": symbol, "size": 9, "color": colour},
            hovertext=[
                f"{label(term)}, {words.bucket(row['bucket'], bucket)}: {row['n_rows']:,} of {row['n_all']:,} {unit}"
                for row in records(own)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=FADED,
        )
    figure.update_layout(showlegend=True)
    figure.update_xaxes(type="date", showgrid=False, nticks=10, tickangle=0, tickformat=TICKS[bucket])
    days = sorted(rise["bucket"].unique())
    if len(days) <= LABELLED:
        figure.update_xaxes(
            tickvals=[f"{day:%Y-%m-%d}" for day in days], ticktext=[f"{day:{TICKS[bucket]}}" for day in days]
        )
    tick = ".1%" if value == "share" else ",d"
    figure.update_yaxes(rangemode="tozero", tickformat=tick, nticks=5)
    if value != "share" and int(rise["n_rows"].max()) <= 5:
        figure.update_yaxes(dtick=1)
    return plain(figure, height=340)


def side_bars(names: Sequence[str], zs: Sequence[float], counts: Sequence[str], enough: Sequence[bool]) -> go.Figure:
    """Bars of how far each term stands out on a side; hatched where there is too little evidence."""
    places = list(range(len(names)))
    colours = [LINES[0][0] if is_enough else GREY for is_enough in enough]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=[abs(z) for z in zs],
            y=places,
            customdata=places,
            text=list(counts),
            textposition="outside",
            cliponaxis=False,
            marker={
                "color": colours,
                "pattern": {
                    "shape": ["" if is_enough else "/" for is_enough in enough],
                    "fillmode": "replace",
                    "fgcolor": colours,
                    **PATTERN,
                },
                "line": {"width": 1.5, "color": colours},
            },
            hovertext=[
                f"{label(name, 80)}: {count}, z {abs(z):.1f}{'' if is_enough else ', too little evidence'}"
                for name, count, z, is_enough in zip(names, counts, zs, enough, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected=FADED,
        )
    )
    _name_rows(figure, names)
    figure.update_xaxes(visible=False, range=[0, max([*(abs(z) for z in zs), 0.1]) * 1.45])
    return plain(figure, height=BAR * len(places) + 24)


def report_map(points: pd.DataFrame, themes: Sequence[str], texts: Sequence[str]) -> go.Figure:
    """A point for each report of POINTS in the colour of its theme, with the label of its topic in the middle."""
    figure = go.Figure()
    of_theme = points["theme"].fillna("")
    shown = [*[theme for theme in themes if (of_theme == theme).any()], *([""] if (of_theme == "").any() else [])]
    for theme in shown:
        own = [place for place, name in enumerate(of_theme) if name == theme]
        figure.add_scatter(
            x=[float(points["x"].iloc[place]) for place in own],
            y=[float(points["y"].iloc[place]) for place in own],
            customdata=own,
            mode="markers+text" if len(points) <= NAMED else "markers",
            text=[label(texts[place].split(" · ")[0], 26) for place in own],
            textposition="top center",
            cliponaxis=False,
            name=label(words.theme(theme), 24),
            marker={"color": theme_colour(theme, themes), "size": 9, "opacity": 0.75},
            hovertext=[label(texts[place], 110) for place in own],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 0.25}},
        )
    for topic, group in points[points["topic"].notna()].groupby("topic"):
        figure.add_annotation(
            x=float(group["x"].median()),
            y=float(group["y"].max()),
            text=label(str(topic).split(", ")[0], 20),
            showarrow=False,
            yshift=12,
            font={"size": 12},
        )
    figure.update_layout(showlegend=True)
    edge = 1.5 if len(points) <= NAMED else 1.12
    figure.update_xaxes(visible=False, range=[-edge, edge])
    figure.update_yaxes(visible=False, range=[-1.1, 1.15])
    return plain(figure, height=560)


def _name_rows(figure: go.Figure, names: Sequence[str], longest: int = 26) -> None:
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[label(name, longest) for name in names],
        autorange="reversed",
        showgrid=False,
        ticks="",
        automargin=True,
    )
