"""Logistic regressions kept as words: the weight of each named feature, and the probability that they give a row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp

from analysis.lexicons.rows import read_rows

INTERCEPT = "intercept"  # the row of a weights file that every case has
FARTHEST = 30.0  # logits beyond give probabilities that a float tells from 0 or 1 no more
DIGITS = 4  # of a probability that is kept, so that it is the same on every machine


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of the model `<name>.csv` by feature. Raises LexiconError."""
    rows = read_rows(name, ("feature", "weight"))
    return {row["feature"]: float(row["weight"]) for row in rows}


def probability(model: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The probability that the model gives a case; a feature that it does not know weighs nothing.

    >>> probability({"intercept": -1.0, "named actor": 3.0}, {"named actor": 1.0, "unheard of": 1.0})
    0.8808
    """
    logit = model[INTERCEPT] + sum(model.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, logit)))), DIGITS)
