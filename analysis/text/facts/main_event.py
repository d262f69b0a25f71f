"""The main event of a report: the fact that says what it is about.

News puts it first and names it in the headline (the inverted pyramid): a fact counts for more the earlier it stands,
the higher in its sentence, and the more of the headline's words it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from spacy.tokens import Token

from analysis.lexicons.stop_words import stop_words
from analysis.text.facts.naming import Names
from analysis.text.facts.places import first_place
from analysis.text.parse import Parse
from analysis.text.records import Attribution, Fact

STEM = 5  # letters in which words of one family agree: election, elected
ENDINGS = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")
SENTENCES = 9  # sentences in which the main event is looked for

HEADLINE_ACT = 5.0  # for a fact whose action and target hold every word of the headline
HEADLINE_VERB = 1.0  # for the action of the headline itself, where it is part of the text
HEADLINE_ACTOR = 0.6  # for an actor whose words stand in the headline
LEAD = 1.0  # for a fact of the first sentence; half of it for the second, a third for the third
NAMED = 0.3  # for an actor with a name
CLASSED = 0.3  # for an event of a class of its own
DATED = 0.4  # for a day that the text gives it
DONE = 0.5  # for what has happened, not what is planned or denied
PLACED = 0.2  # for a place
SAYING = -0.3  # for words like `said`: what is said is the news
DEEP = -0.1  # for each verb or noun above it in its sentence
HOPS = 8  # steps up a sentence that are followed


@dataclass(frozen=True)
class Headline:
    """The words of a headline, by their stems, and those of the actions that the facts of a heading give it."""

    stems: frozenset[str]
    actions: frozenset[str] = frozenset()

    def share(self, *parts: str | None) -> float:
        """How much of the headline these words hold."""
        found = stems(" ".join(part for part in parts if part))
        return len(found & self.stems) / len(self.stems) if self.stems else 0.0

    def holds(self, words: str | None) -> bool:
        """Whether a word of these stands in the headline."""
        return not self.stems.isdisjoint(stems(words or ""))


def with_main(
    facts: Sequence[Fact], depths: Sequence[int], names: Names, headline: Headline, attributions: Sequence[Attribution]
) -> tuple[Fact, ...]:
    """The same facts, one of them marked as the main event; none where there is none.

    `depths` are those of the heads of the facts, see `depth`. A main event without a place of its own gets the first
    place that the report names.
    """
    order = {number: place for place, number in enumerate(n for n, _ in names.parse.analysed())}
    cues = {one.cue_start_char for one in attributions}
    early = [n for n, one in enumerate(facts) if order[one.sentence] < SENTENCES] or list(range(len(facts)))
    if not early:
        return ()

    def points(n: int) -> tuple[float, int]:
        one = facts[n]
        own = _points(one, headline) + LEAD / (1 + order[one.sentence]) + DEEP * depths[n]
        return round(own + (SAYING if one.action_start_char in cues else 0.0), 6), -n

    chosen = max(early, key=points)
    main = _as_main(_completed(facts[chosen], facts), names)
    return tuple(main if n == chosen else one for n, one in enumerate(facts))


def _completed(main: Fact, facts: Sequence[Fact]) -> Fact:
    """The main event with the day and the place that the report gives it where it tells it again."""
    again = [one for one in facts if main.sentence < one.sentence and _is_same(main, one)]
    dated = next((one for one in again if one.timex is not None), None)
    placed = next((one for one in again if one.place is not None), None)
    if main.timex is None and dated is not None:
        main = _with(main, "when: where it is told again", timex=dated.timex)
    if main.place is None and placed is not None:
        fields = ("place", "place_start_char", "place_end_char", "place_mention")
        main = _with(main, "place: where it is told again", **{name: getattr(placed, name) for name in fields})
    return main


def _is_same(one: Fact, other: Fact) -> bool:
    """Whether two facts tell one event: an action of the same words, and one of the same who take part in it."""
    if stems(one.action).isdisjoint(stems(other.action)) or one.status != other.status:
        return False
    parties = (stems(one.actor or "") | stems(one.target or ""), stems(other.actor or "") | stems(other.target or ""))
    return not parties[0].isdisjoint(parties[1])


def _with(fact: Fact, how: str, **changes: Any) -> Fact:
    return msgspec.structs.replace(fact, how="; ".join(part for part in (fact.how, how) if part), **changes)


def _as_main(fact: Fact, names: Names) -> Fact:
    where = None if fact.place is not None else first_place(names, fact.sentence)
    if where is None:
        return msgspec.structs.replace(fact, is_main=True)
    found = names.place(where.mention)
    span = {"place_start_char": found.start_char, "place_end_char": found.end_char, "place_mention": found.mention}
    return _with(fact, f"place: {where.how}", is_main=True, place=found.words, **span)


def depth(head: Token) -> int:
    """How many words stand above one in its sentence, coordinated ones not counted; steps after HOPS don't count."""
    found, one = 0, head
    for _ in range(HOPS):
        if one.head.i == one.i:
            break
        found += one.dep_ not in ("conj", "ccomp")
        one = one.head
    return found


def headline_of(parse: Parse, title: str | None, facts: Sequence[Fact]) -> Headline:
    """The words of the title, else of the first heading; the actions of a heading that stands first."""
    number = next((number for number, _ in parse.analysed()), None)
    if number is None or parse.sentences[number].kind != "heading":
        return Headline(stems(title or ""))
    one = parse.sentences[number]
    actions = stems(" ".join(fact.action for fact in facts if fact.sentence == number))
    return Headline(stems(title or parse.text[one.start_char : one.end_char]), actions)


def stems(words: str) -> frozenset[str]:
    """The first letters of the words that say something.

    >>> sorted(stems("The shaming of a minister")), sorted(stems("Ministers shamed"))
    (['minis', 'sham'], ['minis', 'sham'])
    """
    found = (word for word in re.findall(r"[^\W_]+", words.lower()) if word not in stop_words())
    return frozenset(ENDINGS.sub("", word)[:STEM] for word in found)


def _points(fact: Fact, headline: Headline) -> float:
    points = fact.score + HEADLINE_ACT * headline.share(fact.action, fact.target)
    points += HEADLINE_VERB if not headline.actions.isdisjoint(stems(fact.action)) else 0.0
    points += HEADLINE_ACTOR if headline.holds(fact.actor) else 0.0
    points += NAMED if fact.actor_mention is not None else 0.0
    points += CLASSED if fact.event_class else 0.0
    points += DONE if fact.status == "done" else 0.0
    points += DATED if fact.timex is not None else 0.0
    return points + (PLACED if fact.place_mention is not None else 0.0)
