"""Facts from events: the words, names, day, place and source of each, and how far it is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from analysis.text.facts.events import Event
from analysis.text.facts.lexicon import rule_scores
from analysis.text.facts.naming import Named, Names
from analysis.text.facts.parts import event_parts
from analysis.text.facts.places import Place, place
from analysis.text.facts.recipients import recipient
from analysis.text.facts.said import Sayings, is_own_intention
from analysis.text.facts.times import Dating
from analysis.text.factuality import Factuality, find_factuality
from analysis.text.parse import Parse
from analysis.text.plover import event_class
from analysis.text.records import Attribution, Fact, TimexExpression

UNCLEAR = 0.7  # of the score of a fact whose actor is a pronoun that stands for nobody known
UNNAMED = 0.8  # of the score of a fact that names neither a person nor a body nor a place
ACTORLESS = 0.8  # of the score of an active verb of which it is not known who acts
EMPTY = 0.5  # of the score of a state whose words are no more than `is` or `has been`
BARE = 0.4  # of the score of a fact that tells neither who acts nor on whom


@dataclass(frozen=True)
class Told:
    """A fact with what the parse says of it: its event, and the words that govern it (see Factuality)."""

    fact: Fact
    event: Event
    governors: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Sources:
    """What a text gives to its facts beside the parse."""

    parse: Parse
    names: Names
    timexes: Sequence[TimexExpression]
    attributions: Sequence[Attribution]
    sayings: Sayings


def told(sources: Sources, sentence: int, event: Event, dating: Dating | None) -> Told:
    """The fact that an event reports, with its parse."""
    names = sources.names
    actor = names.named(event.actor) if event.actor else None
    done_to = names.named(event.target) if event.target else None
    receiving = recipient(event, names)
    gets = _other_than(actor, None if receiving is None else names.named(receiving))
    where = place(event, names)
    start_char, end_char = names.chars(event.first, event.last + 1)
    there = None if where is None else names.place(where.mention)
    timex = None if dating is None else sources.timexes[dating.timex]
    slots = [one for one in (actor, done_to, there, timex) if one is not None]
    saying = sources.sayings.holding(start_char, end_char)
    is_saying = event.rule == "verb" and done_to is None and sources.sayings.is_cue(start_char)
    rule = "saying" if is_saying else event.rule
    factuality = find_factuality(event.head, "" if saying is None else sources.attributions[saying].cue_lemma)
    if saying is not None and is_own_intention(sources.attributions[saying], actor):
        saying = None
    fact = Fact(
        sentence=sentence,
        start_char=min([start_char, *(one.start_char for one in slots)]),
        end_char=max([end_char, *(one.end_char for one in slots)]),
        action=sources.parse.text[start_char:end_char],
        action_start_char=start_char,
        action_end_char=end_char,
        **_slot("actor", actor),
        **_slot("target", done_to),
        **_slot("place", there),
        **_slot("recipient", gets),
        timex=None if dating is None else dating.timex,
        day_from="" if dating is None else dating.day_from,
        is_since=dating is not None and dating.is_since,
        attribution=saying,
        event_class=event_class(*_tokens(sources.parse, event), factuality),
        certainty=factuality.certainty,
        polarity=factuality.polarity,
        tense=factuality.tense,
        status=factuality.status,
        plan=factuality.plan,
        is_main=False,
        rule=rule,
        score=_score(rule, event, actor, done_to),
        how=_how(event, dating, where, factuality),
        parts=event_parts(event, names, actor, done_to),
    )
    return Told(fact, event, factuality.governors)


def _other_than(actor: Named | None, gets: Named | None) -> Named | None:
    """Who gets it, unless that is who gives it: an object pronoun does not stand for the subject."""
    return None if actor is not None and gets is not None and actor.words == gets.words else gets


def _slot(role: str, found: Named | None) -> dict[str, Any]:
    """The four fields of a fact for who acts, who is acted on, who gets it, or where."""
    fields = ("", "_start_char", "_end_char", "_mention")
    values = (None,) * 4 if found is None else (found.words, found.start_char, found.end_char, found.mention)
    return {role + field: value for field, value in zip(fields, values, strict=True)}


def _tokens(parse: Parse, event: Event) -> tuple[Sequence[Token], Sequence[Token]]:
    action = list(parse.doc[event.first : event.last + 1])
    done_to = [] if event.target is None else [event.target.head]
    return action, done_to


def _score(rule: str, event: Event, actor: Named | None, done_to: Named | None) -> float:
    """How far a fact is trusted: its rule, each step that was taken to find a word, and what remains unclear."""
    score = rule_scores()[rule] * (EMPTY if rule == "state" and _is_empty(event) else 1.0)
    for argument in (event.actor, event.target):
        score *= 1.0 if argument is None else argument.trust
    if actor is None and done_to is None:
        return round(score * BARE, 2)
    if actor is None and rule == "verb":
        score *= ACTORLESS
    if actor is not None and not actor.is_clear:
        score *= UNCLEAR
    if all(one is None or one.mention is None for one in (actor, done_to)):
        score *= UNNAMED
    return round(score, 2)


def _is_empty(event: Event) -> bool:
    """Whether the words of an event are forms of `be` alone: the rest of what is so was not understood."""
    return all(one.lemma_ == "be" for one in event.head.doc[event.first : event.last + 1])


def _how(event: Event, dating: Dating | None, where: Place | None, factuality: Factuality) -> str:
    parts = [
        event.actor and f"actor: {event.actor.how}",
        event.target and f"target: {event.target.how}",
        where and f"place: {where.how}",
        dating and f"when: {dating.how}",
        factuality.how and f"status: {factuality.how}",
    ]
    return "; ".join(part for part in parts if part)
