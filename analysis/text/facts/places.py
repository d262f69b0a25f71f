"""Where: the place that an event is said to happen in."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.facts.events import Event
from analysis.text.facts.naming import Names
from analysis.text.facts.syntax import child, is_verbal

PLACES = frozenset({"GPE", "LOC", "FAC"})
IN = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along", "within", "on"}
)
TO = frozenset({"to", "into"})
LEADING = frozenset(
    {"go", "travel", "return", "fly", "move", "come", "sail", "flee", "visit", "trip", "journey", "tour"}
)


@dataclass(frozen=True)
class Place:
    """The mention of the place of an event, and how it was found."""

    mention: int
    how: str


def place(event: Event, names: Names) -> Place | None:
    """The place after `in` or `at`: of the verb, of its object, of the noun that names the event."""
    for token in (event.head, *_completing(event)):
        for preposition in token.rights:
            found = _after(preposition, names, IN)
            if found is not None:
                return found
    return _where_it_leads(event, names) or _of_the_verb_before(event.head, names)


def _completing(event: Event) -> list[Token]:
    """The nouns of an event whose place is the event's own: its object, what a passive verb is about."""
    found = [one for one in event.head.children if one.dep_ in ("dobj", "nsubjpass", "attr")]
    if event.target is not None and event.target.head not in found and event.rule != "change":
        found.append(event.target.head)
    return found


def _after(preposition: Token, names: Names, wanted: frozenset[str]) -> Place | None:
    if preposition.dep_ != "prep" or preposition.lower_ not in wanted:
        return None
    held = child(preposition, "pobj")
    if held is None:
        return None
    mention = names.mention_at(held)
    if mention is not None and names.mentions[mention].label in PLACES:
        if preposition.lower_ == "on" and names.mentions[mention].label == "GPE":
            return None
        return Place(mention, f"after {preposition.lower_}")
    for nested in held.rights:
        found = _after(nested, names, IN | {"of"})
        if found is not None and preposition.lower_ != "on":
            return found
    return None


def _where_it_leads(event: Event, names: Names) -> Place | None:
    """`arrived in Kabul`, `trip to Kabul`: the place that the event leads to."""
    for preposition in event.head.rights:
        found = _after(preposition, names, TO)
        if found is not None and event.head.lemma_.lower() in LEADING:
            return found
    return None


def _of_the_verb_before(head: Token, names: Names) -> Place | None:
    """`met in Kabul and signed a deal`: the place of the first verb."""
    if head.dep_ != "conj" or not is_verbal(head) or not is_verbal(head.head):
        return None
    for preposition in head.head.rights:
        if preposition.i < head.i:
            found = _after(preposition, names, IN)
            if found is not None:
                return Place(found.mention, f"that of {head.head.text}")
    return None
