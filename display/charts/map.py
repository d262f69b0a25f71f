"""A map of countries that needs nothing from the internet: outlines as filled shapes, points that can be clicked."""

from __future__ import annotations

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
SHADES = (0.22, 0.42, 0.62, 0.85)  # how dark: of few to of many
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
    """The map of one of REGIONS; what has no place on it is left out."""
    spots = [spot for spot in spots if spot.code in world()]
    shaded = {spot.code for spot in spots}
    box = box_of(region, spots)
    return figure(
        [_shape([code for code in world() if code not in shaded], LAND), *_shades(spots, unit), _points(spots, unit)],
        HEIGHT,
        xaxis={"visible": False, "range": [box.left, box.right]},
        yaxis={"visible": False, "range": [box.low, box.high], "scaleanchor": "x"},
        showlegend=True,
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


def shade_steps(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The least and the most of each shade, as many shades as the numbers need: each four times the one before.

    >>> shade_steps([1, 2, 3, 40]), shade_steps([])
    ([(1, 2), (3, 10), (11, 40)], [])
    """
    if not sizes:
        return []
    steps: list[tuple[int, int]] = []
    most = max(sizes)
    while most >= min(sizes) and len(steps) < len(SHADES):
        least = most // 4 + 1 if len(steps) < len(SHADES) - 1 else 1
        steps.insert(0, (least, most))
        most = least - 1
    return [(least, most) for least, most in steps if any(least <= size <= most for size in sizes)]


def _shades(spots: Sequence[Spot], unit: str) -> list[Part]:
    steps = shade_steps([spot.size for spot in spots])
    shapes = []
    for shade, (least, most) in zip(SHADES[-len(steps) :], steps, strict=True):
        own = [spot.code for spot in spots if least <= spot.size <= most]
        span = f"{least:,}" if least == most else f"{least:,} to {most:,}"
        shapes.append(_shape(own, f"rgba({_rgb(INK)}, {shade})", f"{span} {unit}"))
    return shapes


def _shape(codes: Sequence[str], colour: str, name: str = "") -> Part:
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
        "name": name,
        "showlegend": bool(name),
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
            "size": [_diameter(spot.size, largest) for spot in spots],
            "color": INK,
            "opacity": 0.9,
            "line": {"width": 1.5, "color": "#ffffff"},
        },
        "unselected": FADED,
        "showlegend": False,
    }


def _diameter(size: int, largest: int) -> float:
    """Of a point, in pixels: its area says the number."""
    return float(8 + 18 * (size / largest) ** 0.5)


def _names(spots: Sequence[Spot], box: Box) -> list[Part]:
    largest = max((spot.size for spot in spots), default=1)
    named = _with_room(spots, box)
    return [
        {
            "x": world()[spot.code].x,
            "y": world()[spot.code].y,
            "text": label(spot.name, 18),
            "yshift": _diameter(spot.size, largest) / 2 + 10,
            **NAME,
        }
        for spot in spots
        if spot.code in named
    ]


def _with_room(spots: Sequence[Spot], box: Box) -> set[str]:
    """The countries whose names stand on the map: those with the highest numbers that do not lie on each other."""
    width, height = (box.right - box.left) * NAME_WIDTH, (box.high - box.low) * NAME_HEIGHT
    taken: list[tuple[float, float]] = []
    named = set()
    for spot in sorted(spots, key=lambda one: (-one.size, one.code)):
        x, y = world()[spot.code][:2]
        is_inside = box.left + width / 2 < x < box.right - width / 2 and box.low < y < box.high - height
        if is_inside and all(abs(x - left) > width or abs(y - low) > height for left, low in taken):
            taken.append((x, y))
            named.add(spot.code)
    return named


def _rgb(colour: str) -> str:
    return ", ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
