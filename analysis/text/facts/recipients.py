"""Recipients: who gets what is given, paid, sold, sent or told."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Token

from analysis.text.facts.arguments import Argument
from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import giving_nouns, verbs_of
from analysis.text.facts.naming import PLACES, Names
from analysis.text.facts.phrases import base, conjuncts
from analysis.text.facts.subjects import subject
from analysis.text.facts.syntax import NUMBERS, child, is_passive, is_question_word, is_verbal

PERSONAL = frozenset({"me", "you", "him", "her", "us", "them", "whom", "everyone", "everybody", "each"})
KINDS = ("giving", "addressing", "telling", "paying")
OBJECT_GETS = frozenset({"telling", "paying"})
RELATIONS = ("dative", "prep", "agent")


def recipient(event: Event, names: Names) -> Argument | None:
    """Who gets what an event gives or tells; None where it gives nothing, or nobody is said to get it.

    A country, a person, a body or people: a place or a thing that something is sent to gets nothing.
    """
    candidates = _of_verb(event.head, event) if is_verbal(event.head) else _of_noun(event.head)
    found = next((one for one in candidates if _may_get(one.head, names)), None)
    return None if found is None or _is_goal(event.head, found.head, names) else found


def _is_goal(word: Token, head: Token, names: Names) -> bool:
    """Whether people go to a place rather than that somebody gets something: `sent troops to Chad`."""
    thing = child(word, "dobj", "nsubjpass")
    return thing is not None and thing.i != head.i and names.label(head) in PLACES and names.is_party(thing)


def _may_get(head: Token, names: Names) -> bool:
    if head.ent_type_ in NUMBERS or is_question_word(head):
        return False
    return head.lower_ in PERSONAL or any(names.is_party(one) for one in conjuncts(head))


def _of_verb(verb: Token, event: Event) -> Iterator[Argument]:
    kinds = {kind for kind in KINDS if verb.lemma_.lower() in verbs_of(kind)}
    if not kinds:
        noun = _completing(verb, event)
        yield from () if noun is None else _of_noun(noun)
        return
    thing = child(verb, "dobj")
    if thing is not None or is_passive(verb) or "addressing" in kinds:
        yield from _behind_to(verb)
    if is_passive(verb):
        yield from _of_passive(verb, gets_object=not kinds.isdisjoint(OBJECT_GETS))
    elif thing is not None:
        yield from _behind_to(thing)
        if not kinds.isdisjoint(OBJECT_GETS) or _has_with(verb):
            yield Argument(thing, "object that gets something", 0.9, _without_news(thing, kinds))


def _of_passive(verb: Token, gets_object: bool) -> Iterator[Argument]:
    """The subject of `was told`, of `was given a medal`, not of `was given to the mayor`."""
    done_to = subject(verb)
    if done_to is not None and (gets_object or child(verb, "dobj", "oprd") is not None):
        yield Argument(done_to.head, "subject of a passive that gets something", 0.9)


def _without_news(thing: Token, kinds: Set[str]) -> tuple[int, int] | None:
    """The words of who is told, without what it is about: `informed the council of the raid`."""
    if "telling" not in kinds or not any(one.dep_ == "prep" for one in thing.rights):
        return None
    return base(thing)[0], thing.i + 1


def _of_noun(noun: Token) -> Iterator[Argument]:
    """`a delivery of grain to the villages`, `aid to Chad`."""
    if noun.lemma_.lower() in giving_nouns():
        yield from _behind_to(noun)


def _completing(verb: Token, event: Event) -> Token | None:
    """The noun that completes a verb: `made a payment`."""
    noun = child(verb, "dobj")
    return noun if noun is not None and noun.i <= event.last else None


def _behind_to(word: Token) -> Iterator[Argument]:
    """What stands without a preposition as the one who gets it, `gave the crew food`, or behind `to`."""
    for one in word.rights:
        if one.dep_ == "dative" and one.pos_ != "ADP":
            yield Argument(one, "who gets it", 0.9)
        elif one.dep_ in RELATIONS and one.lower_ == "to" and (held := child(one, "pobj")) is not None:
            yield Argument(held, "after to", 0.9)


def _has_with(verb: Token) -> bool:
    """Whether `with` brings in what somebody gets: `provided the school with books`."""
    return any(one.dep_ == "prep" and one.lower_ == "with" for one in verb.rights)
