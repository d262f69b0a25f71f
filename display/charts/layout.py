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

Numbers = npt.NDArray[np.float64]
Chosen = npt.NDArray[np.int64]  # the slot of each point

# Four names side by side, each of up to 14 letters in a row, fit the width of a phone; a row in between has three.
ACROSS = 4
SPARE = 1.25  # slots for each point: room to move
LEAST_GAIN = 1e-6  # a smaller one is a rounding error
LONG = 3.0  # how much more a long tie costs than a short one of the same strength


def layout(keys: Sequence[str], ties: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """A place for each key, from -1 to 1 both ways; `ties` has left_id, right_id and n_rows. The same on every run."""
    if not keys:
        return {}
    number = {key: place for place, key in enumerate(keys)}
    strength = np.zeros((len(keys), len(keys)))
    for left_id, right_id, n_rows in zip(ties["left_id"], ties["right_id"], ties["n_rows"], strict=True):
        left, right = number[left_id], number[right_id]
        strength[left, right] += n_rows
        strength[right, left] += n_rows
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
    places = np.exp(2j * math.pi * np.arange(n) / n)  # x and y are one number, so that a round is a few steps
    ideal = 2 / math.sqrt(n)
    strength = ties / np.maximum(ties.sum(axis=1, keepdims=True), 1) * 2 / ideal
    for step in range(rounds):
        distance = np.maximum(np.abs(places[:, None] - places), 0.01)
        away = (ideal / distance) ** 2 - strength * distance
        move = (away.sum(axis=1) - 0.5) * places - away @ places
        length = np.maximum(np.abs(move), 1e-9)
        places = places + move / length * np.minimum(length, 0.12 * (1 - step / rounds))
    return np.stack([places.real, places.imag], axis=1)


def _fill(places: Numbers) -> Numbers:
    """Moved and stretched so that they fill the picture both ways."""
    places = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return np.asarray(np.round(places / np.maximum(np.abs(places).max(axis=0), 0.2), 6))


def _nearest_slots(places: Numbers, free: Numbers) -> Chosen:
    """For each point the nearest slot that none before it took."""
    distance = np.linalg.norm(places[:, None] - free[None], axis=2)
    chosen = np.zeros(len(places), dtype=np.int64)
    for number in range(len(places)):
        chosen[number] = int(np.argmin(distance[number]))
        distance[:, chosen[number]] = np.inf
    return chosen


def _shortened(chosen: Chosen, ties: Numbers, free: Numbers, rounds: int = 4) -> Chosen:
    """Each point moved, or changed with another, where that makes the ties shorter together."""
    chosen = chosen.copy()
    apart = np.linalg.norm(free[:, None] - free[None], axis=2)
    cost_of = apart + (apart / 2) ** 2 * LONG
    costs = ties @ cost_of[chosen]  # of each point in each slot
    for _ in range(rounds):
        before = chosen.copy()
        for number in range(len(chosen)):
            here = chosen[number]
            best = _best_slot(number, chosen, ties, cost_of, costs)
            if best != here:
                chosen[chosen == best] = here
                chosen[number] = best
                costs = ties @ cost_of[chosen]
        if (chosen == before).all():
            break
    return chosen


def _best_slot(number: int, chosen: Chosen, ties: Numbers, cost_of: Numbers, costs: Numbers) -> int:
    """The slot that shortens the ties most when the point moves there, or changes with the one that is there."""
    here = chosen[number]
    gain = costs[number, here] - costs[number]
    others = costs[np.arange(len(chosen)), chosen] - costs[:, here]
    gain[chosen] += others - 2 * ties[number] * cost_of[here, chosen]  # the tie between the two stays as it is
    gain[here] = LEAST_GAIN
    return int(np.argmax(gain))
