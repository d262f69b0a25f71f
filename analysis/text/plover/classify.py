"""The PLOVER class of an event."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from analysis.text.factuality import Factuality

FIRST_CLASSES = {
    "agree": "AGREE",
    "meet": "CONSULT",
    "visit": "CONSULT",
    "praise": "SUPPORT",
    "cooperate": "COOPERATE",
    "withdraw": "RETREAT",
    "demand": "REQUEST",
    "accuse": "ACCUSE",
    "refuse": "REJECT",
    "threaten": "THREATEN",
    "protest": "PROTEST",
    "deploy": "MOBILIZE",
    "arrest": "COERCE",
    "attack": "ASSAULT",
}


def event_class(action: Sequence[Token], target: Sequence[Token], factuality: Factuality) -> str:
    """The PLOVER class of an event, empty where none fits.

    `action` holds the tokens of what is done, `target` those of whom or what it is done to.
    """
    return next((FIRST_CLASSES[token.lemma_] for token in action if token.lemma_ in FIRST_CLASSES), "")
