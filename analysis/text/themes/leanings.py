"""How far the sentences of a report lean to each theme, whether or not that is enough to put them under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import log
from typing import NamedTuple

import numpy as np

from analysis.lexicons.theme_model import Numbers, ThemeModel
from analysis.text.themes.classifier import Judged, of_title
from analysis.text.themes.told import Told

SUREST = 0.997  # probabilities beyond, and below one less it, are taken for these
NEVER = 1 - SUREST


class Leanings(NamedTuple):
    """For each of `themes` its log odds in each sentence (by its number), in the title, and in the whole report.

    `asked` are those of them that are in use. `told` are the words of the sentences, `enough` the log odds from which a
    sentence is under each theme.
    """

    themes: tuple[str, ...]
    asked: Set[str]
    told: Mapping[int, Told]
    sentences: Mapping[int, Sequence[float]]
    title: Sequence[float]
    report: Sequence[float]
    enough: Sequence[float]


def leanings(
    judged: Mapping[int, tuple[Told, Judged]], title: Told | None, model: ThemeModel, asked: Set[str]
) -> Leanings:
    """What the classifier found of a report; a title that is not there leans to nothing."""
    found = {number: one.probabilities for number, (_, one) in judged.items()}
    nothing = np.zeros(len(model.themes), dtype=np.float32)
    return Leanings(
        themes=model.themes,
        asked=asked,
        told={number: told for number, (told, _) in judged.items()},
        sentences={number: _odds(probabilities) for number, probabilities in found.items()},
        title=_odds(nothing if title is None else of_title(title, model)),
        report=_odds(np.mean(list(found.values()), axis=0) if found else nothing),
        enough=_odds(model.thresholds),
    )


def _odds(probabilities: Numbers) -> list[float]:
    return [log_odds(float(p)) for p in probabilities]


def log_odds(probability: float) -> float:
    """The log odds of a probability.

    >>> log_odds(0.5), round(log_odds(0.0), 2) == round(-log_odds(1.0), 2)
    (0.0, True)
    """
    p = min(max(probability, NEVER), SUREST)
    return log(p / (1 - p))
