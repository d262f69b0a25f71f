"""The themes of a claim, by a model over what its own words earn, its sentence, the title and the whole report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from analysis.text.claims.model import probability, weights
from analysis.text.themes.leanings import NEVER, Leanings, log_odds
from analysis.text.themes.matches import Earned
from analysis.text.themes.told import places

THEME_MODEL = "claim_theme"
# Chosen by cross-validation over the labelled claims, see benchmarks/README.md.
LEAST = 0.3  # probability from which a claim is under a theme
UNTOLD = 0.5  # the same for a theme that its own words don't give it
MOST_EARNED = 30.0  # what words earn beyond tells no more
OUT_OF_QUESTION = log_odds(NEVER) / 2  # a theme to which neither sentence nor report leans further

Place = tuple[int, int]


class Asked(NamedTuple):
    """A claim: its sentence, the places of its clauses there, and the themes that the rules give it."""

    sentence: int
    clauses: Sequence[Place]
    given: Iterable[str]


def claim_themes(claim: Asked, leanings: Leanings, least: float = LEAST) -> Iterator[str]:
    """The trained themes that a claim is under."""
    model = weights(THEME_MODEL)
    for theme, features in theme_features(claim, leanings):
        if probability(model, features) >= (least if features["given"] else UNTOLD):
            yield theme


def theme_features(claim: Asked, leanings: Leanings) -> Iterator[tuple[str, Mapping[str, float]]]:
    """The named features of a claim for each theme that is in question."""
    given = frozenset(claim.given)
    own = leanings.sentences[claim.sentence]
    for number, theme in enumerate(leanings.themes):
        is_near = max(own[number], leanings.report[number]) > OUT_OF_QUESTION
        if theme in leanings.asked and (is_near or theme in given):
            yield theme, _features(claim, leanings, number) | {"given": float(theme in given)}


def _features(claim: Asked, leanings: Leanings, number: int) -> dict[str, float]:
    theme, own = leanings.themes[number], leanings.sentences[claim.sentence][number]
    earned = leanings.told[claim.sentence].earned.get(theme)
    inside = 0.0 if earned is None else _inside(earned, claim.clauses)
    return {
        f"is {theme}": 1.0,
        "sentence": own,
        "title": leanings.title[number],
        "report": leanings.report[number],
        "enough": float(own >= leanings.enough[number]),
        "words": sqrt(min(inside, MOST_EARNED)),
        "has words": float(inside > 0),
        "words of the sentence": 0.0 if earned is None else sqrt(min(earned.total, MOST_EARNED)),
    }


def _inside(earned: Earned, clauses: Sequence[Place]) -> float:
    """What the entries that stand in the clauses of a claim come to."""
    return sum(
        weight
        for (start, end), weight in places(earned).items()
        if any(start < last and first < end for first, last in clauses)
    )
