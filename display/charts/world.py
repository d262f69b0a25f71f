"""The countries of the world on a flat picture: outlines and points in the Equal Earth projection.

`world.json` has the outlines of Natural Earth; docs/world_shapes.py makes it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

FILE = Path(__file__).with_name("world.json")
UNIT = 100  # the file counts in hundredths of a degree


class Country(NamedTuple):
    """Where a country is: its point, and its rings, the largest first; a country too small for an outline has none."""

    x: float
    y: float
    rings: tuple[Numbers, ...]


class Box(NamedTuple):
    """A part of the picture."""

    left: float
    right: float
    low: float
    high: float


@cache
def world() -> Mapping[str, Country]:
    """The countries by ISO 3166 code."""
    found = {}
    for code, row in json.loads(FILE.read_text(encoding="utf-8")).items():
        x, y = project(np.array([row["at"]]) / UNIT)[0]
        rings = tuple(project(np.array(ring).reshape(-1, 2) / UNIT) for ring in row["rings"])
        found[code] = Country(float(x), float(y), rings)
    return found


def project(degrees: Numbers) -> Numbers:
    """Longitude and latitude as x and y: Equal Earth (Savric, Patterson and Jenny 2018), areas keep their size.

    >>> project(np.array([[0.0, 0.0], [180.0, 0.0]])).round(2).tolist()
    [[0.0, 0.0], [2.71, 0.0]]
    """
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = np.arcsin(math.sqrt(3) / 2 * np.sin(np.radians(degrees[:, 1])))
    slope = 9 * a4 * theta**8 + 7 * a3 * theta**6 + 3 * a2 * theta**2 + a1
    x = 2 * math.sqrt(3) / 3 * np.radians(degrees[:, 0]) * np.cos(theta) / slope
    y = a4 * theta**9 + a3 * theta**7 + a2 * theta**3 + a1 * theta
    return np.stack([x, y], axis=1)


def outline(codes: Iterable[str]) -> Numbers:
    """The rings of the countries one after the other, a row of nan between two."""
    gap = np.full((1, 2), np.nan)
    rings = [part for code in codes for ring in world()[code].rings for part in (ring, gap)]
    return np.concatenate(rings[:-1]) if rings else np.zeros((0, 2))


def box_around(codes: Iterable[str], room: float = 0.12) -> Box:
    """The part of the picture with the points and the mainlands of these countries."""
    parts = [part for code in codes for part in (np.array([world()[code][:2]]), *world()[code].rings[:1])]
    places = np.concatenate(parts) if parts else np.array([[-2.2, -0.95], [2.55, 1.3]])
    (left, low), (right, high) = places.min(axis=0), places.max(axis=0)
    return Box(float(left) - room, float(right) + room, float(low) - room, float(high) + room)
