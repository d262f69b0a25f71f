"""Places for the points of a network: near those that they are tied to, and no label on another.

The points are pulled and pushed first, then each gets a slot of its own, with room for its label, and moves to where
its ties are short.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.queries.database import records

Numbers = npt.NDArray[np.float64]

# Four names side by side, each of up to 14 letters in a row, fit the width of a phone; a row in between has three.
ACROSS = 4
SPARE = 1.25  # slots for each point: room to move
LONG = 3.0  # how much more a long tie costs than a short one of the same strength


def layout(keys: Sequence[str], ties: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """A place for each key, from -1 to 1 both ways; `ties` has left_id, right_id and n_rows. The same on every run."""
    if not keys:
        return {}
    number = {key: place for place, key in enumerate(keys)}
    strength = np.zeros((len(keys), len(keys)))
    for row in records(ties):
        left, right = number[row["left_id"]], number[row["right_id"]]
        strength[left, right] += row["n_rows"]
        strength[right, left] += row["n_rows"]
    strength = np.where(strength > 0, 1 + np.log(np.maximum(strength, 1)), 0)
    free = slots(len(keys))
    chosen = _shortened(_nearest_slots(_fill(_near(strength)), free), strength, free)
    return {key: (float(free[at, 0]), float(free[at, 1])) for key, at in zip(keys, chosen, strict=True)}


def slots(n: int) -> Numbers:
    """At least `n` places, row by row, every other row moved by half a place; one place alone is the middle.

    >>> slots(1).tolist()
    [[0.0, 0.0]]
    """
    if n == 1:
        return np.zeros((1, 2))
    n_rows = rows_of(n)
    found = []
    for row, y in enumerate(np.linspace(1, -1, n_rows)):
        in_row = ACROSS - row % 2
        half = 1 - (row % 2) / (ACROSS - 1)
        found += [(round(float(x), 4), round(float(y), 4)) for x in np.linspace(-half, half, in_row)]
    return np.array(found)


def rows_of(n: int) -> int:
    """How many rows of slots there are for `n` points.

    >>> rows_of(2), rows_of(20)
    (2, 8)
    """
    return max(2, math.ceil(n * SPARE / (ACROSS - 0.5)))


def _near(ties: Numbers, rounds: int = 150) -> Numbers:
    """Ties pull, all push, less and less (Fruchterman and Reingold 1991)."""
    n = len(ties)
    angle = np.arange(n) * (2 * math.pi / n)
    places = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    ideal = 2 / math.sqrt(n)
    strength = ties / np.maximum(ties.sum(axis=1, keepdims=True), 1) * 2
    for step in range(rounds):
        apart = places[:, None] - places[None]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        push = (ideal**2 / distance**2)[:, :, None] * apart
        pull = (strength * distance / ideal)[:, :, None] * apart
        move = (push - pull).sum(axis=1) - 0.5 * places
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        places = places + move / length * np.minimum(length, 0.12 * (1 - step / rounds))
    return places


def _fill(places: Numbers) -> Numbers:
    """Moved and stretched so that they fill the picture both ways."""
    places = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return np.asarray(np.round(places / np.maximum(np.abs(places).max(axis=0), 0.2), 6))


def _nearest_slots(places: Numbers, free: Numbers) -> npt.NDArray[np.int64]:
    """For each point the nearest slot that none before it took."""
    distance = np.linalg.norm(places[:, None] - free[None], axis=2)
    chosen = np.zeros(len(places), dtype=np.int64)
    for number in range(len(places)):
        chosen[number] = int(np.argmin(distance[number]))
        distance[:, chosen[number]] = np.inf
    return chosen


def _shortened(chosen: npt.NDArray[np.int64], ties: Numbers, free: Numbers, rounds: int = 4) -> npt.NDArray[np.int64]:
    """Each point moved, or changed with another, where that makes the ties shorter together."""
    chosen = chosen.copy()
    apart = np.linalg.norm(free[:, None] - free[None], axis=2)
    cost_of = apart + (apart / 2) ** 2 * LONG
    for _ in range(rounds):
        has_moved = False
        for number in range(len(chosen)):
            has_moved |= _moved(number, chosen, ties, cost_of)
        if not has_moved:
            break
    return chosen


def _moved(number: int, chosen: npt.NDArray[np.int64], ties: Numbers, cost_of: Numbers) -> bool:
    """Whether a better slot was found for the point; `chosen` then has it."""
    costs = ties @ cost_of[chosen]  # of each point in each slot
    here = chosen[number]
    gain = costs[number, here] - costs[number]
    for other, slot in enumerate(chosen):
        gain[slot] += costs[other, slot] - costs[other, here] - 2 * ties[number, other] * cost_of[here, slot]
    gain[here] = 0
    best = int(np.argmax(gain))
    if gain[best] < 1e-6:
        return False
    for other, slot in enumerate(chosen):
        if slot == best:
            chosen[other] = here
    chosen[number] = best
    return True
