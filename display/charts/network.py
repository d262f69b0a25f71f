"""Names as points, and the ties between them as lines: a line bends aside where two have several, an arrow says whom
it is done to, and a sign in its middle can be clicked.

ECharts' graph through `st.echarts_chart` (1.67) is drawn sooner: 40 names with 40 ties in about 250 ms against 330 to
540, click to drawn. But it draws on a canvas: no picture could be saved as SVG with its title and filters, and names
would not be text that CSS gives a rim and the tests read. The other charts are plotly's, whose code is loaded anyway.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from display.charts.look import FADED, HOVER, LEGEND, Part, figure
from display.palette import GREY, INK
from display.safe import label, shortened

Place = tuple[float, float]
Numbers = npt.NDArray[np.float64]

ROW = 74  # pixels: a point, its name in two lines and air
WIDE = 1050  # pixels: of the picture on a wide screen
LONGEST = 14  # letters in a line of a name: four names side by side on a phone
BEND = 0.12  # how far apart the lines between two points run, of the distance between the points
LEAST_BEND = 0.04  # so that a line does not run through a third point in its way
OTHER = "triangle-up"
WIDTHS = (1.5, 2.5, 4.0)
STEPS = np.linspace(0, 1, 14)
SYMBOL_OF_KIND = {"PERSON": "circle", "ORG": "square", "GPE": "diamond", "LOC": "diamond", "FAC": "diamond"}
COLOUR_OF_SYMBOL = {"circle": INK, "square": "#a8721a", "diamond": "#3d8a5f", OTHER: GREY}  # 3 to 1 in both looks


class Look(NamedTuple):
    """How the ties of a group are drawn: told apart by line and sign as well as by colour."""

    name: str
    colour: str
    dash: str
    symbol: str


class Node(NamedTuple):
    """A point: its id, its name, its OntoNotes label, how much it has."""

    key: str
    name: str
    kind: str
    size: int


class Tie(NamedTuple):
    """A line from one point to another: the number of its mark, its words, how much it stands for, its look."""

    left: str
    right: str
    number: int
    words: str
    size: int
    look: str = ""


Drawn = tuple[Tie, Numbers]  # a tie and the points of its line

PLAIN = {"": Look("", GREY, "solid", "circle")}


def network(
    nodes: Sequence[Node], ties: Sequence[Tie], places: Mapping[str, Place], looks: Mapping[str, Look], n_rows: int
) -> go.Figure:
    """The picture; `n_rows` rows of points say how high it is. A node's `customdata` is its place in `nodes`."""
    is_directed = len(looks) > 1 or bool(looks[""].name)
    air, height = 1.3 / max(n_rows - 1, 1), max(300, ROW * (n_rows + 1))
    flat = height / (2 + 2 * air) / (WIDE / 2.4)  # pixels of a unit upwards, for one sideways
    curves = _curves(ties, places, flat)
    most = max((tie.size for tie in ties), default=1)
    traces: list[Part] = []
    for key, look in looks.items():
        own = [(tie, curve) for tie, curve in zip(ties, curves, strict=True) if tie.look == key]
        if own:
            arrows = [_arrows(own, look)] if is_directed else []
            traces += [*_lines(own, look, most), *arrows, _middles(own, look), _legend(look)]
    return figure(
        [*traces, _points(nodes, places)],
        height,
        xaxis={"visible": False, "range": [-1.2, 1.2]},
        yaxis={"visible": False, "range": [-1 - air, 1 + air]},
        showlegend=len(looks) > 1,
        legend={**LEGEND, "itemwidth": 36},
    )


def two_lines(name: str, longest: int = LONGEST) -> str:
    """A name for a label, in two lines at most.

    >>> two_lines("Ministry of Mines and Petroleum"), two_lines("Kabul")
    ('Ministry of<br>Mines and Pet…', 'Kabul')
    """
    words = name.split()
    first = words[:1]
    while len(first) < len(words) and len(" ".join([*first, words[len(first)]])) <= longest:
        first.append(words[len(first)])
    rest = " ".join(words[len(first) :])
    lines = [" ".join(first), *([shortened(rest, longest)] if rest else [])]
    return "<br>".join(label(line, longest) for line in lines)


def _curves(ties: Sequence[Tie], places: Mapping[str, Place], flat: float) -> list[Numbers]:
    """The points of each line. Lines between the same two lie side by side, whatever their direction."""
    together: dict[frozenset[str], list[int]] = {}
    for number, tie in enumerate(ties):
        together.setdefault(frozenset((tie.left, tie.right)), []).append(number)
    curves: list[Numbers] = [np.zeros((0, 2))] * len(ties)
    for numbers in together.values():
        for place, number in enumerate(numbers):
            tie = ties[number]
            side = place - (len(numbers) - 1) / 2
            bend = BEND * side if len(numbers) > 1 else LEAST_BEND
            sign = 1 if tie.left < tie.right else -1
            curves[number] = _curve(places[tie.left], places[tie.right], bend * sign, flat)
    return curves


def _curve(start: Place, end: Place, bend: float, flat: float) -> Numbers:
    """A bent line; its middle lies `bend` of its length on the screen aside."""
    scale = np.array((1.0, flat))
    first, last = np.array(start) * scale, np.array(end) * scale
    way = last - first
    aside = np.array([-way[1], way[0]])
    control = (first + last) / 2 + 2 * bend * aside
    t = STEPS[:, None]
    return np.asarray(((1 - t) ** 2 * first + 2 * t * (1 - t) * control + t**2 * last) / scale)


def _joined(curves: Sequence[Numbers]) -> Numbers:
    """The curves one after the other, a gap between two."""
    gap = np.full((1, 2), np.nan)
    return np.concatenate([part for curve in curves for part in (curve, gap)][:-1])


def _lines(own: Sequence[Drawn], look: Look, most: int) -> list[Part]:
    """A trace for each of WIDTHS that is needed."""
    found = []
    for thick, width in enumerate(WIDTHS):
        curves = [curve for tie, curve in own if _thickness(tie.size, most) == thick]
        if curves:
            line = _joined(curves)
            found.append(
                {
                    "type": "scatter",
                    "x": line[:, 0],
                    "y": line[:, 1],
                    "mode": "lines",
                    "line": {"width": width, "color": look.colour, "dash": look.dash},
                    "opacity": 0.75,
                    **_silent(look),
                }
            )
    return found


def _silent(look: Look) -> Part:
    """What cannot be clicked: it comes and goes with its group in the legend."""
    return {"hoverinfo": "skip", "legendgroup": look.name, "showlegend": False}


def _thickness(size: int, most: int) -> int:
    """The place in WIDTHS: the strongest are thickest; where all are single, none is."""
    return 0 if size == 1 else min(int(size / most * len(WIDTHS)), len(WIDTHS) - 1)


def _arrows(own: Sequence[Drawn], look: Look) -> Part:
    """A head at the end of each line, outside of the point that it reaches."""
    ends = _joined([curve[[-3, -1]] for _, curve in own])
    return {
        "type": "scatter",
        "x": ends[:, 0],
        "y": ends[:, 1],
        "mode": "markers",
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "size": [size for _ in own for size in (0, 13, 0)][: len(ends)],
            "standoff": [off for _ in own for off in (0, 13, 0)][: len(ends)],
            "color": look.colour,
            "line": {"width": 0},
        },
        **_silent(look),
    }


def _middles(own: Sequence[Drawn], look: Look) -> Part:
    middles = np.array([curve[len(STEPS) // 2] for _, curve in own])
    return {
        "type": "scatter",
        "x": middles[:, 0],
        "y": middles[:, 1],
        "customdata": [tie.number for tie, _ in own],
        "mode": "markers",
        "legendgroup": look.name,
        "showlegend": False,
        "marker": {
            "symbol": look.symbol,
            "size": 10,
            "color": look.colour,
            "line": {"width": 1.5, "color": look.colour},
        },
        "hovertext": [label(tie.words, 110) for tie, _ in own],
        "hovertemplate": HOVER,
        "unselected": FADED,
    }


def _legend(look: Look) -> Part:
    """The entry of the legend: line and sign together, which the lines and the middles have apart."""
    return {
        "type": "scatter",
        "x": [None],
        "y": [None],
        "mode": "lines+markers",
        "name": look.name,
        "legendgroup": look.name,
        "line": {"width": 2, "color": look.colour, "dash": look.dash},
        "marker": {"symbol": look.symbol, "size": 9, "color": look.colour},
    }


def _points(nodes: Sequence[Node], places: Mapping[str, Place]) -> Part:
    largest = max((node.size for node in nodes), default=1)
    symbols = [SYMBOL_OF_KIND.get(node.kind, OTHER) for node in nodes]
    return {
        "type": "scatter",
        "x": [places[node.key][0] for node in nodes],
        "y": [places[node.key][1] for node in nodes],
        "customdata": list(range(len(nodes))),
        "mode": "markers+text",
        "text": [two_lines(node.name) for node in nodes],
        "textposition": "bottom center",
        "textfont": {"size": 12},
        "hovertext": [label(f"{node.name}: {node.size:,}", 80) for node in nodes],
        "hovertemplate": HOVER,
        "marker": {
            "size": [12 + 12 * (node.size / max(largest, 1)) ** 0.5 for node in nodes],
            "symbol": symbols,
            "color": [COLOUR_OF_SYMBOL[symbol] for symbol in symbols],
            "opacity": 1,
        },
        "unselected": FADED,
        "showlegend": False,
        "cliponaxis": False,
    }
