"""The theme classifier: how much each named feature of a sentence speaks for each of Dossier's own themes.

`theme_model.csv` is made by `benchmarks/train_themes.py` (logistic regression, one theme against the rest): a row is a
feature, its inverse document frequency where it is a term, and its coefficient for each theme. The rows `(intercept)`
and `(threshold)` hold the constant of each theme and the probability from which a sentence is under it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

OWN = Path(__file__).with_name("theme_model.csv")
INTERCEPT, THRESHOLD = "(intercept)", "(threshold)"

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ThemeModel:
    """A classifier: `coefficients` has a row for each feature of `rows` and a column for each of `themes`."""

    themes: tuple[str, ...]
    rows: dict[str, int]
    idf: dict[str, float]
    coefficients: Numbers
    intercepts: Numbers
    thresholds: Numbers

    def probabilities(self, features: dict[str, float]) -> Numbers:
        """The probability of each theme; a feature that the model does not know counts nothing."""
        known = [(self.rows[name], value) for name, value in features.items() if name in self.rows]
        logits = self.intercepts
        if known:
            rows, values = zip(*known, strict=True)
            earned = np.asarray(values, dtype=np.float32) @ self.coefficients[list(rows)]
            logits = np.asarray(logits + earned, dtype=np.float32)
        return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


@cache
def load_model(path: Path = OWN) -> ThemeModel:
    """The classifier in a file."""
    with path.open(encoding="utf-8", newline="") as file:
        (_, _, *themes), *lines = csv.reader(file)
    numbers = {name: np.array(values, dtype=np.float32) for name, _, *values in lines}
    intercepts, thresholds = numbers.pop(INTERCEPT), numbers.pop(THRESHOLD)
    rows = {name: number for number, name in enumerate(numbers)}
    idf = {name: float(value) for name, value, *_ in lines if value}
    return ThemeModel(
        themes=tuple(themes),
        rows=rows,
        idf=idf,
        coefficients=np.stack(list(numbers.values())),
        intercepts=intercepts,
        thresholds=thresholds,
    )
