"""The mode in which a text tells an act: as agreed, asked for, refused, threatened or planned."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.factuality import Factuality
from analysis.text.plover.base import base_class
from analysis.text.plover.lexicon import words_of_classes

FARTHEST = 3  # governors that are asked what they make of the event
EMBEDDING = frozenset({"to", "that", "ing", "object", "for", "to-noun", "on"})
MODE_OF_CLASS = {"AGREE": "agreed", "THREATEN": "threatened", "REQUEST": "requested", "REJECT": "refused"}
MODAL_CLASSES = frozenset(MODE_OF_CLASS)
BY_RANK = ("requested", "threatened", "refused", "agreed")
WILLED = frozenset({"pledged", "decided", "intended", "foretold", "forecast"})
DEMANDED = frozenset({"obliged", "requested"})


def governed_mode(head: Token, factuality: Factuality) -> str:
    """The strongest mode that the words governing an event put it in: agreed to, threatened to, asked to, refused to.

    Empty where none does.
    """
    modes = _governing_modes(head, factuality)
    if factuality.polarity == "negative":
        return "refused" if modes & {"refused", "agreed"} else ""
    return next((mode for mode in BY_RANK if mode in modes), "")


def own_mode(head: Token, factuality: Factuality) -> str:
    """The mode that the event's own words put it in: must, will, will not, plans to. Empty where none does."""
    if head.dep_ in ("nsubj", "nsubjpass") and head.pos_ in ("NOUN", "PROPN"):
        return ""
    effects = set(factuality.effects)
    if factuality.polarity == "negative":
        return "refused" if effects & (WILLED | {"refused"}) else ""
    if effects & DEMANDED:
        return "requested"
    if factuality.status != "planned" or not effects & WILLED:
        return ""
    return "threatened" if _has_condition(head) else "planned"


def _has_condition(verb: Token) -> bool:
    """Whether `unless` follows: what somebody will do unless another yields is a threat."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(mark.lower_ == "unless" for clause in clauses for mark in clause.children if mark.dep_ == "mark")


def _governing_modes(head: Token, factuality: Factuality) -> set[str]:
    modes: set[str] = set()
    words = words_of_classes(MODAL_CLASSES)
    for place, scope in factuality.governors[:FARTHEST]:
        token = head.doc[place]
        if not _embeds(token, scope):
            break
        mode = MODE_OF_CLASS.get(base_class(token)) if token.lemma_.lower() in words else None
        if mode is not None:
            modes.add(mode)
    return modes


def _embeds(governor: Token, scope: str) -> bool:
    """Whether what a governor says holds for the event: a promise of aid, but not a year of aid promised in passing."""
    return scope in EMBEDDING or (scope == "of" and governor.pos_ == "NOUN")
