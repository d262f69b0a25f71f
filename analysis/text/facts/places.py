"""Where: the place that an event is said to happen in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.lexicons.gazetteer import country_of, demonym_country
from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import event_nouns, verbs_of
from analysis.text.facts.naming import PLACES, Names
from analysis.text.facts.syntax import child, is_verbal

IN = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along", "within", "on"}
)
TO = frozenset({"to", "into"})
# KABUL, March 3 (Agency) - ; capitals, a day and an agency if there are any, a dash
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]+(?:, [A-Z][\w. ]{1,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^)]{1,30}\))? ?[-–—]{1,2} "
)
REACH = 8  # sentences after that of the main event in which the report says where


@dataclass(frozen=True)
class Place:
    """The mention of the place of an event, and how it was found."""

    mention: int
    how: str


def place(event: Event, names: Names) -> Place | None:
    """The place after `in` or `at`: of the verb, of its object, of the noun that names the event."""
    for token in (event.head, *_completing(event)):
        for preposition in token.children:
            found = _after(preposition, names, IN)
            if found is not None:
                return found
    return _where_it_leads(event, names) or _before(event.head, names) or _of_the_verb_before(event.head, names)


def first_place(names: Names, sentence: int) -> Place | None:
    """The first place where the report says that something is: near the main event, which is in this sentence."""
    for number, mention in enumerate(names.mentions):
        if mention.label in PLACES and mention.sentence <= sentence + REACH and _is_setting(number, names):
            return Place(number, "the first that the report names")
    return None


def is_place_only(name: str) -> bool:
    """Whether a name is that of a place that does not act in the news: a city or region, no country."""
    return country_of(name) is None and demonym_country(name) is None


def _completing(event: Event) -> Iterator[Token]:
    """The nouns of an event whose place is the event's own: its object, what a passive verb is about."""
    yield from (one for one in event.head.children if one.dep_ in ("dobj", "nsubjpass", "attr"))
    if event.target is not None and event.rule != "change":
        yield event.target.head


def _after(preposition: Token, names: Names, wanted: frozenset[str]) -> Place | None:
    if preposition.dep_ != "prep" or preposition.lower_ not in wanted:
        return None
    held = child(preposition, "pobj")
    if held is None:
        return None
    mention = names.mention_at(held)
    if mention is not None and names.mentions[mention].label in PLACES:
        is_subject_matter = preposition.lower_ == "on" and names.mentions[mention].label == "GPE"
        return None if is_subject_matter else Place(mention, f"after {preposition.lower_}")
    if preposition.lower_ == "on":
        return None
    nested = (_after(one, names, IN | {"of"}) for one in held.rights)
    return next((one for one in nested if one is not None), None)


def _where_it_leads(event: Event, names: Names) -> Place | None:
    """`returned to Kabul`, `trip to Kabul`: the place that the event leads to."""
    if event.head.lemma_.lower() not in verbs_of("motion"):
        return None
    found = (_after(preposition, names, TO) for preposition in event.head.rights)
    return next((one for one in found if one is not None), None)


def _before(noun: Token, names: Names) -> Place | None:
    """`the Herat earthquake`: a city or region before the noun that names the event."""
    if noun.pos_ != "NOUN":
        return None
    for one in noun.lefts:
        mention = names.mention_at(one) if one.dep_ in ("compound", "nmod") else None
        if mention is not None and names.mentions[mention].label in PLACES:
            return Place(mention, f"before {noun.text}") if is_place_only(names.mentions[mention].text) else None
    return None


def _of_the_verb_before(head: Token, names: Names) -> Place | None:
    """`met in Kabul and signed a deal`: the place of the first verb."""
    if head.dep_ != "conj" or not is_verbal(head) or not is_verbal(head.head):
        return None
    before = (one for one in head.head.rights if one.i < head.i)
    found = (_after(one, names, IN) for one in before)
    place = next((one for one in found if one is not None), None)
    return None if place is None else Place(place.mention, f"that of {head.head.text}")


def _is_setting(number: int, names: Names) -> bool:
    """Whether a place stands after `in`, before an event, or at the head of a report: KABUL, 3 March."""
    head, mention = names.head_of(number), names.mentions[number]
    if head is None:
        return False
    if head.dep_ in ("compound", "nmod") and head.head.lemma_.lower() in event_nouns():
        return is_place_only(mention.text)
    is_after = head.dep_ == "pobj" and head.head.lower_ in IN
    return is_after or bool(DATELINE.match(names.parse.text, mention.start_char))
