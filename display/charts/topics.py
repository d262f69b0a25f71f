"""Figures of the page of topics: words with grey context, matrices, terms over time, two sides, the map of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from statistics import median

import pandas as pd
import plotly.graph_objects as go

from analysis.queries.engine.database import Row, records
from display import day_words, words
from display.charts.bars import bar_figure, bar_trace
from display.charts.look import FADED, HOVER, Part, count_axis, figure, iso, name_axis, pattern
from display.dates import ticks
from display.palette import GREY, theme_colour
from display.safe import is_empty, label

CELL = 34  # pixels: a number of four digits fits
FAINT, STRONG = 0.1, 0.45  # of a cell: its number stays readable on the strongest
LABELLED = 12  # columns: so many have a label each
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
    totals = [here + there for here, there in zip(inside, elsewhere, strict=True)]
    behind = {
        "type": "bar",
        "orientation": "h",
        "x": totals,
        "y": list(range(len(names))),
        "marker": {"color": GREY, "opacity": 0.25},
        "hoverinfo": "skip",
        "name": "All themes",
        "unselected": {"marker": {"opacity": 0.25}},
    }
    hovers = [
        f"{label(name, 80)}: {here:,} of {total:,} in all themes"
        for name, here, total in zip(names, inside, totals, strict=True)
    ]
    before = bar_trace(inside, [f"{value:,}" for value in inside], hovers, {"color": colour})
    return bar_figure([behind, {**before, "name": "This theme"}], names, max([*totals, 1]) * 1.15, barmode="overlay")


def matrix(cells: pd.DataFrame, rows: Sequence[str], columns: Mapping[str, str], themes: Sequence[str]) -> go.Figure:
    """Squares with a number for each cell: `cells` has row (its place), theme, shade (0 to 1), number and hover.

    `columns` has the name on the screen of each theme, in order.
    """
    places = {theme: place for place, theme in enumerate(columns)}
    trace = {
        "type": "scatter",
        "x": [places[theme] for theme in cells["theme"]],
        "y": cells["row"].tolist(),
        "customdata": list(range(len(cells))),
        "mode": "markers+text",
        "text": [str(number) for number in cells["number"]],
        "textfont": {"size": 12},
        "hovertext": [label(words_of, 120) for words_of in cells["hover"]],
        "hovertemplate": HOVER,
        "marker": {
            "symbol": "square",
            "size": CELL - 2,
            "color": [theme_colour(theme, themes) for theme in cells["theme"]],
            "opacity": [FAINT + (STRONG - FAINT) * float(shade) for shade in cells["shade"]],
        },
        "unselected": {"marker": {"opacity": FAINT}},
    }
    xaxis = {
        "tickvals": list(places.values()),
        "ticktext": [label(name, 16) for name in columns.values()],
        "side": "top",
        "tickangle": -40,
        "showgrid": False,
        "zeroline": False,
        "range": [-0.6, len(columns) - 0.4],
        "automargin": True,
    }
    yaxis = {**name_axis(rows, 22), "range": [len(rows) - 0.4, -0.6], "autorange": False, "zeroline": False}
    return figure([trace], CELL * len(rows) + 110, xaxis=xaxis, yaxis=yaxis)


def rise_lines(rise: pd.DataFrame, bucket: str, value: str, unit: str) -> go.Figure:
    """A line for each term of RISE; `value` is `n_rows` or `share`, a column of it."""
    rows: dict[str, list[tuple[int, Row]]] = {}
    for place, row in enumerate(records(rise)):
        rows.setdefault(row["term"], []).append((place, row))
    lines = zip(rows.items(), cycle(LINES), strict=False)
    axis: Part = {"rangemode": "tozero", "tickformat": ".1%", "nticks": 5}
    return figure(
        [_rise_line(term, own, line, (bucket, value, unit)) for (term, own), line in lines],
        340,
        xaxis=_rise_axis(sorted(rise["bucket"].unique()), bucket),
        yaxis=axis if value == "share" else count_axis(int(rise["n_rows"].max())),
        showlegend=True,
    )


def _rise_line(
    term: str, own: Sequence[tuple[int, Row]], line: tuple[str, str, str], shown: tuple[str, str, str]
) -> Part:
    (colour, dash, symbol), (bucket, value, unit) = line, shown
    return {
        "type": "scatter",
        "x": iso(row["bucket"] for _, row in own),
        "y": [float(row[value]) for _, row in own],
        "customdata": [place for place, _ in own],
        "mode": "lines+markers",
        "name": label(term, 30),
        "line": {"color": colour, "dash": dash, "width": 2},
        "marker": {"symbol": symbol, "size": 9, "color": colour},
        "hovertext": [
            f"{label(term)}, {day_words.bucket(row['bucket'], bucket)}: {row['n_rows']:,} of "
            f"{words.number_of(row['n_all'], unit)}"
            for _, row in own
        ],
        "hovertemplate": HOVER,
        "unselected": FADED,
    }


def _rise_axis(days: Sequence[pd.Timestamp], bucket: str) -> Part:
    axis: Part = {"type": "date", "showgrid": False, "nticks": 10, "tickangle": 0, "tickformat": ticks(bucket)}
    if len(days) > LABELLED:
        return axis
    return {**axis, "tickvals": iso(days), "ticktext": [f"{day:{ticks(bucket)}}" for day in days]}


def side_bars(names: Sequence[str], zs: Sequence[float], counts: Sequence[str], enough: Sequence[bool]) -> go.Figure:
    """Bars of how far each term stands out on a side; hatched where there is too little evidence."""
    far = [abs(z) for z in zs]
    colours = [LINES[0][0] if is_enough else GREY for is_enough in enough]
    hovers = [
        f"{label(name, 80)}: {count}, z {z:.1f}{'' if is_enough else ', too little evidence'}"
        for name, count, z, is_enough in zip(names, counts, far, enough, strict=True)
    ]
    marker = {
        "color": colours,
        "pattern": pattern(["" if is_enough else "/" for is_enough in enough], colours),
        "line": {"width": 1.5, "color": colours},
    }
    return bar_figure([bar_trace(far, counts, hovers, marker)], names, max([*far, 0.1]) * 1.45)


def report_map(points: pd.DataFrame, themes: Sequence[str], texts: Sequence[str]) -> go.Figure:
    """A point for each report of POINTS in the colour of its theme, with the label of its topic in the middle."""
    is_named = len(points) <= NAMED
    xs, ys = points["x"].tolist(), points["y"].tolist()
    of_theme: dict[str, list[int]] = {theme: [] for theme in (*themes, "")}
    for place, theme in enumerate(points["theme"].fillna("")):
        of_theme.setdefault(theme, []).append(place)
    traces = [
        {
            "type": "scatter",
            "x": [xs[place] for place in own],
            "y": [ys[place] for place in own],
            "customdata": own,
            "name": label(words.theme(theme), 24),
            "marker": {"color": theme_colour(theme, themes), "size": 9, "opacity": 0.75},
            "hovertext": [label(texts[place], 110) for place in own],
            "hovertemplate": HOVER,
            "unselected": {"marker": {"opacity": 0.25}},
            **(_headlines([texts[place] for place in own]) if is_named else {"mode": "markers"}),
        }
        for theme, own in of_theme.items()
        if own
    ]
    edge = 1.5 if is_named else 1.12
    return figure(
        traces,
        560,
        xaxis={"visible": False, "range": [-edge, edge]},
        yaxis={"visible": False, "range": [-1.1, 1.15]},
        annotations=_topics(points),
        showlegend=True,
    )


def _headlines(texts: Sequence[str]) -> Part:
    """What gives each point its headline."""
    return {
        "mode": "markers+text",
        "text": [label(text.split(" · ")[0], 26) for text in texts],
        "textposition": "top center",
        "cliponaxis": False,
    }


def _topics(points: pd.DataFrame) -> list[Part]:
    """The label of each topic above its reports."""
    spots: dict[str, list[tuple[float, float]]] = {}
    for topic, x, y in zip(points["topic"], points["x"], points["y"], strict=True):
        if not is_empty(topic):
            spots.setdefault(topic, []).append((x, y))
    return [
        {
            "x": median(x for x, _ in own),
            "y": max(y for _, y in own),
            "text": label(topic.split(", ")[0], 20),
            "showarrow": False,
            "yshift": 12,
            "font": {"size": 12},
        }
        for topic, own in sorted(spots.items())
    ]
