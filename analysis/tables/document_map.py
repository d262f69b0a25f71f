"""The map of reports: a row is the place of a report, near the reports that use the same terms."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from sklearn.utils.extmath import randomized_svd

from analysis.schema import Column, Table
from analysis.tables.columns import DOC_ID
from analysis.tables.term_matrix import TermMatrix
from analysis.tables.topics import Found, main_topics

FEWEST_ON_MAP = 3
DIMENSIONS = 10  # of latent semantic analysis: enough to tell the reports of a topic apart
ISLAND = 0.4  # radius of a topic's reports, as a share of the way to the next topic: islands don't touch
EDGE = 2.0  # standard deviations from the middle of an island to its shore
DIGITS = 4

Numbers = np.ndarray[Any, Any]

DOCUMENT_MAP = Table(
    name="document_map",
    row="the place of a report on the map",
    columns=(
        DOC_ID,
        Column("x", "float64", "from left to right", unit="-1 to 1", nullable=False),
        Column("y", "float64", "from bottom to top", unit="-1 to 1", nullable=False),
    ),
    key=("doc_id",),
)


def document_map(found: Found | None, matrix: TermMatrix) -> pd.DataFrame:
    """The table DOCUMENT_MAP, by id; empty for fewer than FEWEST_ON_MAP reports that share terms with others.

    With topics: each topic has a place, by classical scaling of how far their terms differ; a report stands near the
    place of its main topic, by latent semantic analysis. Without: the first two dimensions of that analysis alone.
    """
    n_documents = len(matrix.doc_ids)
    if n_documents < FEWEST_ON_MAP or len(matrix.terms) < FEWEST_ON_MAP:
        return DOCUMENT_MAP.empty()
    latent = _latent(matrix)
    places = _fitted(_plane(latent)) if found is None else _fitted(_islands(found, latent))
    return DOCUMENT_MAP.frame({"doc_id": matrix.doc_ids, "x": list(places[:, 0]), "y": list(places[:, 1])})


def _latent(matrix: TermMatrix) -> Numbers:
    """The reports in the dimensions of latent semantic analysis."""
    wanted = min(DIMENSIONS, *(length - 1 for length in matrix.weights.shape))
    left, sizes, _ = randomized_svd(matrix.weights, wanted, random_state=0)
    return np.asarray(left * sizes)


def _plane(points: Numbers) -> Numbers:
    """The first two principal components, each turned so that its farthest point is positive."""
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(np.round(centred.T @ centred, 10))
    plane = np.zeros((len(points), 2))
    components = centred @ vectors[:, ::-1][:, :2]
    plane[:, : components.shape[1]] = components
    farthest = np.abs(np.round(plane, 6)).argmax(axis=0)
    signs = np.where(plane[farthest, [0, 1]] < 0, -1.0, 1.0)
    return plane * signs


def _islands(found: Found, latent: Numbers) -> Numbers:
    """Each report beside the place of its main topic; a report without a topic in the middle."""
    main = np.array(main_topics(found))
    centres = _evened(_scaled(found.term_weights))
    radius = _radii(centres)
    places = np.zeros((len(latent), 2))
    for number in range(len(centres)):
        own = main == number
        island = _plane(latent[own]) if own.any() else np.zeros((0, 2))
        spread = island.std(axis=0)
        spread[spread == 0] = 1
        places[own] = centres[number] + radius[number] * _in_circle(island / spread / EDGE)
    return places


def _scaled(vectors: Numbers) -> Numbers:
    """Places for topics by classical scaling (Torgerson 1952) of the angles between them."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(lengths == 0, 1, lengths)
    distances = 1 - np.clip(unit @ unit.T, 0, 1)
    middle = np.eye(len(vectors)) - 1 / len(vectors)
    values, axes = np.linalg.eigh(np.round(-0.5 * middle @ (distances**2) @ middle, 10))
    return _plane(axes[:, ::-1][:, :2] * np.sqrt(np.clip(values[::-1][:2], 0, None)))


def _evened(places: Numbers) -> Numbers:
    """The places with the middle between their value and their rank on each axis, so that few leave no crowd."""
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0) / max(len(places) - 1, 1)
    return (_fitted(places) + 2 * ranks - 1) / 2


def _radii(centres: Numbers) -> Numbers:
    """How far each island reaches: ISLAND of the way to the nearest other."""
    distances = np.linalg.norm(centres[:, None] - centres[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    nearest = distances.min(axis=1)
    return ISLAND * np.where(np.isfinite(nearest) & (nearest > 0), nearest, 0.1)


def _in_circle(points: Numbers) -> Numbers:
    """The points, those beyond the circle of radius 1 drawn to its edge."""
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1))


def _fitted(places: Numbers) -> Numbers:
    """The places within -1 to 1 both ways, as far apart as they go."""
    low, high = places.min(axis=0), places.max(axis=0)
    room = np.where(high > low, high - low, 1)
    return np.round(np.where(high > low, 2 * (places - low) / room - 1, 0), DIGITS)
