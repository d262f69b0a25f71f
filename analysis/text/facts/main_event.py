"""The main event of a report: the fact that says what it is about.

News puts it first and names it in the headline (the inverted pyramid): a fact counts for more the earlier it stands and
the more of the headline's words it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from analysis.lexicons.stop_words import stop_words
from analysis.text.parse import Parse
from analysis.text.records import Attribution, Fact

STEM = 5  # letters in which words of one family agree: opening, opened
SENTENCES = 12  # sentences in which the main event is looked for

HEADLINE = 2.0  # for a fact that holds every word of the headline
LEAD = 1.0  # for a fact of the first sentence; half of it for the second, a third for the third
NAMED = 0.3  # for an actor with a name
CLASSED = 0.3  # for an event of a class of its own
COMPLETE = 0.2  # for a target
SAYING = -0.6  # for words like `said`: what is said is the news


def with_main(
    facts: tuple[Fact, ...], parse: Parse, title: str | None, attributions: Sequence[Attribution]
) -> tuple[Fact, ...]:
    """The same facts, one of them marked as the main event; none where there is none."""
    order = {number: place for place, number in enumerate(n for n, _ in parse.analysed())}
    headline = _stems(title or _first_heading(parse))
    cues = {one.cue_start_char for one in attributions}
    near = [n for n, one in enumerate(facts) if order.get(one.sentence, SENTENCES) < SENTENCES] or list(
        range(len(facts))
    )
    if not near:
        return facts
    chosen = max(near, key=lambda n: (_points(facts[n], order[facts[n].sentence], headline, cues), -n))
    return (*facts[:chosen], msgspec.structs.replace(facts[chosen], is_main=True), *facts[chosen + 1 :])


def _points(fact: Fact, place: int, headline: frozenset[str], cues: set[int | None]) -> float:
    words = _stems(" ".join(part for part in (fact.actor, fact.action, fact.target, fact.place) if part))
    points = fact.score + LEAD / (1 + place)
    points += HEADLINE * len(words & headline) / len(headline) if headline else 0.0
    points += NAMED if fact.actor_mention is not None else 0.0
    points += CLASSED if fact.event_class else 0.0
    points += COMPLETE if fact.target is not None else 0.0
    points += SAYING if fact.action_start_char in cues else 0.0
    return round(points, 6)


def _first_heading(parse: Parse) -> str:
    for number, _ in parse.analysed():
        one = parse.sentences[number]
        return parse.text[one.start_char : one.end_char] if one.kind == "heading" else ""
    return ""


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W_]+", words.lower()) if word not in stop_words())
