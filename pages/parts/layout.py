"""Places for the points of a network: near those that they are tied to, and no label on another."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.queries.database import records

Places = npt.NDArray[np.float64]

# The room of a point and its label, in a picture that goes from -1 to 1 both ways; tried by eye on 20 names.
LABEL_WIDTH, LABEL_HEIGHT = 0.42, 0.15


def layout(keys: list[str], pairs: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """A place for each key; `pairs` has left_id, right_id and n_sentences. The same on every run."""
    if not keys:
        return {}
    number = {key: place for place, key in enumerate(keys)}
    ties = np.zeros((len(keys), len(keys)))
    for row in records(pairs):
        left, right = number[row["left_id"]], number[row["right_id"]]
        ties[left, right] = ties[right, left] = 1 + math.log(row["n_sentences"])
    places = _with_loose(ties)
    return {key: (round(float(x), 4), round(float(y), 4)) for key, (x, y) in zip(keys, places, strict=True)}


def _with_loose(ties: Places) -> Places:
    """The tied ones as a net; those without a tie in rows below it, where they do not stretch the picture."""
    tied = ties.any(axis=1)
    places = np.zeros((len(ties), 2))
    if tied.any():
        places[tied] = _fill(_apart(_fill(_near(ties[np.ix_(tied, tied)]))))
    loose = np.flatnonzero(~tied)
    a_row = max(int(2 / LABEL_WIDTH), 1)
    for number, place in enumerate(loose):
        x = -1 + LABEL_WIDTH * (number % a_row) if len(loose) > 1 else 0.0
        places[place] = x, (-1 - LABEL_HEIGHT * (1.5 + number // a_row) if tied.any() else -LABEL_HEIGHT * number)
    return places if len(loose) == 0 or not tied.any() else _fill(places)


def _near(ties: Places, rounds: int = 150) -> Places:
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


def _fill(places: Places) -> Places:
    """Moved and stretched so that they fill the picture both ways."""
    places = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return np.asarray(places / np.maximum(np.abs(places).max(axis=0), 0.2))


def _apart(places: Places, rounds: int = 80) -> Places:
    """Labels that lie on each other pushed apart, along the way that is shorter."""
    room = np.array([LABEL_WIDTH, LABEL_HEIGHT])
    for _ in range(rounds):
        apart = places[:, None] - places[None]
        lack = room - np.abs(apart)
        lack[np.diag_indices(len(places))] = 0
        over = np.asarray((lack > 0).all(axis=2))
        if not over.any():
            break
        along_x = lack[:, :, 0] / room[0] < lack[:, :, 1] / room[1]
        order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None])
        way = np.where(apart == 0, order[:, :, None], np.sign(apart))
        step = np.where(over[:, :, None], lack * way / 4, 0)
        step[:, :, 0] = np.where(along_x, step[:, :, 0], 0)
        step[:, :, 1] = np.where(along_x, 0, step[:, :, 1])
        places = places + step.sum(axis=1)
    return np.asarray(places)
