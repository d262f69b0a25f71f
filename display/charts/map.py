"""A map of countries that needs nothing from the internet: outlines as filled shapes, points that can be clicked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go

from display.charts.look import FADED, HOVER, Part, figure
from display.charts.world import Box, box_around, outline, project, world
from display.palette import INK
from display.safe import label
from display.view import CLAIMS

HEIGHT = 450
LARGEST, LEAST = 44.0, 6.0  # pixels: the circle of the highest number; what a finger and an eye still find
LAND = "rgba(125, 131, 140, 0.14)"
BORDER = "rgba(125, 131, 140, 0.55)"
# Of the picture's width and height: the room of a name, so that none lies on another even on a phone.
NAME_WIDTH, NAME_HEIGHT = 0.28, 0.09
ROOM = 0.08
WHOLE = Box(-2.72, 2.72, -1.06, 1.33)
WHERE_FACTS_ARE, WHOLE_WORLD = "Where they are", "The whole world"
# West, south, east and north in degrees.
CORNERS = {
    "Africa": (-19, -36, 53, 38),
    "Asia": (40, -11, 147, 55),
    "Europe": (-24, 34, 46, 71),
    "Middle East": (24, 10, 78, 45),
    "North America": (-140, 6, -52, 66),
    "Oceania": (110, -48, 180, 6),
    "South America": (-84, -56, -33, 14),
}
REGIONS = (WHERE_FACTS_ARE, WHOLE_WORLD, *CORNERS)
NAME = {"font": {"size": 12}, "showarrow": False}  # style.css draws a rim around it


class Spot(NamedTuple):
    """A country with a number: its ISO 3166 code, its name, and the number of its mark."""

    code: str
    name: str
    size: int
    number: int


def country_map(spots: Sequence[Spot], region: str = WHOLE_WORLD, unit: str = CLAIMS) -> go.Figure:
    """The map of one of REGIONS: a circle for each country, whose area says its number, and the number beside its name.
    What has no place on the map is left out."""
    spots = [spot for spot in spots if spot.code in world()]
    box = box_of(region, spots)
    return figure(
        [_shape(list(world()), LAND), _points(spots, unit)],
        HEIGHT,
        xaxis={"visible": False, "range": [box.left, box.right]},
        yaxis={"visible": False, "range": [box.low, box.high], "scaleanchor": "x"},
        annotations=_names(spots, box),
    )


def box_of(region: str, spots: Sequence[Spot]) -> Box:
    """The part of the picture that a region fills."""
    if region in CORNERS:
        west, south, east, north = CORNERS[region]
        sides = [(x, y) for x in (west, (west + east) / 2, east) for y in (south, (south + north) / 2, north)]
        (left, low), (right, high) = (project(np.array(sides)).min(axis=0), project(np.array(sides)).max(axis=0))
        return Box(float(left), float(right), float(low), float(high))
    if region == WHERE_FACTS_ARE and spots:
        return box_around(main_codes(spots))
    low = min([WHOLE.low, *(world()[spot.code].y - ROOM for spot in spots)])  # Antarctica, when it is there
    return WHOLE._replace(low=low)


def main_codes(spots: Sequence[Spot], share: float = 0.8) -> list[str]:
    """The countries with the highest numbers that make up this share of all."""
    wanted = share * sum(spot.size for spot in spots)
    found, reached = [], 0
    for spot in sorted(spots, key=lambda one: (-one.size, one.code)):
        if reached >= wanted:
            break
        found.append(spot.code)
        reached += spot.size
    return found


def _shape(codes: Sequence[str], colour: str) -> Part:
    line = outline(codes).astype(np.float32)
    return {
        "type": "scatter",
        "x": line[:, 0],
        "y": line[:, 1],
        "mode": "lines",
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0.6, "color": BORDER},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(spots: Sequence[Spot], unit: str) -> Part:
    largest = max((spot.size for spot in spots), default=1)
    return {
        "type": "scatter",
        "x": [world()[spot.code].x for spot in spots],
        "y": [world()[spot.code].y for spot in spots],
        "customdata": [spot.number for spot in spots],
        "mode": "markers",
        "hovertext": [label(f"{spot.name}: {spot.size:,} {unit}", 80) for spot in spots],
        "hovertemplate": HOVER,
        "marker": {
            "size": [diameter(spot.size, largest) for spot in spots],
            "color": INK,
            "opacity": 0.75,
            "line": {"width": 1, "color": "#ffffff"},
        },
        "unselected": FADED,
        "showlegend": False,
    }


def diameter(size: int, largest: int) -> float:
    """Of a circle, in pixels: its area says the number, down to one that can be found.

    >>> diameter(100, 100), diameter(25, 100), diameter(1, 10000)
    (44.0, 22.0, 6.0)
    """
    return max(LEAST, LARGEST * math.sqrt(size / largest))


def _names(spots: Sequence[Spot], box: Box) -> list[Part]:
    largest = max((spot.size for spot in spots), default=1)
    sides = _with_room(spots, box)
    return [
        {
            "x": world()[spot.code].x,
            "y": world()[spot.code].y,
            "text": f"{label(spot.name, 18)} {spot.size:,}",
            "xanchor": sides[spot.code],
            "yshift": diameter(spot.size, largest) / 2 + 10,
            **NAME,
        }
        for spot in spots
        if spot.code in sides
    ]


def _with_room(spots: Sequence[Spot], box: Box) -> dict[str, str]:
    """The countries whose names stand on the map, those with the highest numbers that do not lie on each other; and at
    which side of the name its circle is: at the edges names go inwards."""
    width, height = (box.right - box.left) * NAME_WIDTH, (box.high - box.low) * NAME_HEIGHT
    taken: list[tuple[float, float]] = []
    named = {}
    for spot in sorted(spots, key=lambda one: (-one.size, one.code)):
        x, y = world()[spot.code][:2]
        side = "left" if x < box.left + width / 2 else "right" if x > box.right - width / 2 else "center"
        middle = x + {"left": width / 2, "right": -width / 2, "center": 0}[side]
        is_inside = box.left <= x <= box.right and box.low < y < box.high - height
        if is_inside and all(abs(middle - left) > width or abs(y - low) > height for left, low in taken):
            taken.append((middle, y))
            named[spot.code] = side
    return named
