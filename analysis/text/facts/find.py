"""The facts of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span

from analysis.text.facts.build import Sources, Told, told
from analysis.text.facts.events import Event
from analysis.text.facts.headlines import headline_event, is_headline
from analysis.text.facts.main_event import Headline, candidate, headline_of, with_main
from analysis.text.facts.naming import Names
from analysis.text.facts.nouns import noun_event
from analysis.text.facts.said import Sayings
from analysis.text.facts.story_days import with_days
from analysis.text.facts.times import Times
from analysis.text.facts.verbs import verb_event
from analysis.text.parse import Parse
from analysis.text.prefixes import first_joined
from analysis.text.records import Attribution, Fact, Mention, Reference, TimexExpression


@dataclass(frozen=True)
class Found:
    """The facts of a text with their parses, what they were found in, and the words of the headline."""

    told: tuple[Told, ...]
    sources: Sources
    headline: Headline


def find_facts(
    parse: Parse,
    title: str | None,
    mentions: tuple[Mention, ...],
    references: tuple[Reference, ...],
    timexes: tuple[TimexExpression, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Fact, ...]:
    """The facts of a text, as `find_told` has them."""
    found = find_told(parse, title, mentions, references, timexes, attributions)
    return tuple(one.fact for one in found.told)


def find_told(
    parse: Parse,
    title: str | None,
    mentions: tuple[Mention, ...],
    references: tuple[Reference, ...],
    timexes: tuple[TimexExpression, ...],
    attributions: tuple[Attribution, ...],
) -> Found:
    """The facts of a text, sentence by sentence, in the order in which their actions end; one is its main event.

    A noun that completes a verb comes before it: `cuts` before `announced cuts`.
    """
    names = Names(parse, mentions, references)
    sources = Sources(parse, names, timexes, attributions, Sayings(attributions))
    times = Times(parse, timexes, names.starts)
    found: list[Told] = []
    for sentence, span in parse.analysed():
        events = sorted(_events(span, names), key=lambda event: event.first)
        if parse.sentences[sentence].kind == "heading" and not is_headline(events):
            headline = headline_event(span)
            events = [] if headline is None else [headline]
        datings = times.datings(sentence, events)
        there = [told(sources, sentence, one, datings.get(one.head.i)) for one in events]
        found += sorted(there, key=lambda one: (one.fact.action_end_char, -one.fact.action_start_char))
    words = headline_of(parse, title, [one.fact for one in found])
    facts = with_main([candidate(one.fact, one.event.head) for one in found], sources, words)
    pairs = zip(found, with_days(found, facts, sources, times), strict=True)
    return Found(tuple(replace(one, fact=fact) for one, fact in pairs), sources, words)


def _events(span: Span, names: Names) -> Iterator[Event]:
    for token in span:
        event = None
        if token.pos_ in ("VERB", "AUX"):
            event = verb_event(token, names)
        elif token.pos_ == "NOUN":
            event = noun_event(token, names)
        if event is not None:
            yield replace(event, first=first_joined(event.head)) if event.first == event.head.i else event
