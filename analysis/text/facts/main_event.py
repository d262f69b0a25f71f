"""The main event of a report: the fact that says what it is about.

News puts it first and names it in the headline (the inverted pyramid): a fact counts for more the earlier it stands,
the higher in its sentence, and the more of the headline's words it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Token

from analysis.lexicons.commodities import commodity
from analysis.lexicons.gazetteer import countries_in, country_of, demonym_country
from analysis.text.facts.build import Sources
from analysis.text.facts.happened import has_happened
from analysis.text.facts.naming import Names
from analysis.text.facts.places import first_place
from analysis.text.facts.retold import changed, completed, stems, tells_day
from analysis.text.parse import Parse
from analysis.text.records import Fact, TimexExpression

SENTENCES = 9  # sentences in which the main event is looked for

HEADLINE_ACT = 5.0  # for a fact whose action and target hold every word of the headline
HEADLINE_VERB = 1.0  # for the action of the headline itself, where it is part of the text
HEADLINE_ACTOR = 1.0  # for an actor whose words stand in the headline
LEAD = 1.0  # for a fact of the first sentence; half of it for the second, a third for the third
NAMED = 0.3  # for an actor with a name
CLASSED = 0.3  # for an event of a class of its own
DATED = 0.4  # for a day that the text gives it, not a mere year
DAY_BESIDE = 0.5  # for a day anywhere in its sentence: news says when
DONE = 0.5  # for what has happened, not what is planned or denied
PLACED = 0.2  # for a place
NEWS = 0.2  # for what its sentence is about
SAYING = -0.3  # for words like `said`: what is said is the news
NOUNS = frozenset({"event noun", "headline"})  # rules whose facts have no tense of their own
BESIDE = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj"})  # clauses that tell what was before or around the news
BEFORE = frozenset({("aux", "had"), ("aux", "'d"), ("advmod", "earlier"), ("advmod", "previously")})  # older news
WITH = frozenset({"after", "as", "by", "when", "while"})  # open clauses that tell what brought the news about
DEEP = -0.1  # for each verb or noun above it in its sentence
HOPS = 8  # steps up a sentence that are followed
LONGEST_COUNTRY = 3  # words of the name of a country at the front of a headline


@dataclass(frozen=True)
class Headline:
    """The words of a headline, by their stems, and those of the actions that the facts of a heading give it.

    `countries` are the codes of those that it names, by their people too, `first` the code of the one it begins with,
    `commodity` what it names of what markets trade; both empty for none.
    """

    stems: frozenset[str]
    actions: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    first: str = ""
    commodity: str = ""

    def share(self, *parts: str | None) -> float:
        """How much of the headline these words hold."""
        found = stems(" ".join(part for part in parts if part))
        return len(found & self.stems) / len(self.stems) if self.stems else 0.0

    def holds(self, words: str | None) -> bool:
        """Whether a word of these stands in the headline."""
        return not self.stems.isdisjoint(stems(words or ""))


@dataclass(frozen=True)
class Candidate:
    """A fact, how deep it stands in its sentence, and whether its sentence is about it."""

    fact: Fact
    depth: int
    is_news: bool


def candidate(fact: Fact, head: Token) -> Candidate:
    """A fact that may be the main event; `head` is the word that heads its event."""
    return Candidate(fact, depth(head), is_news(head))


def with_main(candidates: Sequence[Candidate], sources: Sources, headline: Headline) -> tuple[Fact, ...]:
    """The facts, one of them marked as the main event; none where there is none.

    A main event without a day or place of its own gets those of where it is told again. Failing that, news is of the
    day of the report, and happens at the first place that the report names.
    """
    facts = [one.fact for one in candidates]
    order = {number: place for place, number in enumerate(n for n, _ in sources.parse.analysed())}
    cues = {one.cue_start_char for one in sources.attributions}
    days = {number for number, one in enumerate(sources.timexes) if tells_day(one)}
    dated = {sources.timexes[number].sentence for number in days}
    early = [n for n, one in enumerate(facts) if order[one.sentence] < SENTENCES] or list(range(len(facts)))
    if not early:
        return ()

    def points(n: int) -> tuple[float, int]:
        one = facts[n]
        own = _points(one, headline) + LEAD / (1 + order[one.sentence]) + DEEP * candidates[n].depth
        own += NEWS * candidates[n].is_news + DATED * (one.timex in days) + DAY_BESIDE * (one.sentence in dated)
        return round(own + SAYING * (one.action_start_char in cues), 6), -n

    chosen = max(early, key=points)
    main = _placed(completed(facts[chosen], facts, sources.timexes), sources.names)
    is_of_the_day = main.timex is None and candidates[chosen].is_news and _is_fresh(main, sources.timexes)
    main = msgspec.structs.replace(main, is_main=True, day_from="report" if is_of_the_day else main.day_from)
    return tuple(main if n == chosen else one for n, one in enumerate(facts))


def _placed(fact: Fact, names: Names) -> Fact:
    """A fact at the first place that the report names, where it has none."""
    where = None if fact.place is not None else first_place(names, fact.sentence)
    if where is None:
        return fact
    found = names.place(where.mention)
    span = {"place_start_char": found.start_char, "place_end_char": found.end_char, "place_mention": found.mention}
    return changed(fact, f"place: {where.how}", place=found.words, **span)


def _is_fresh(fact: Fact, timexes: Sequence[TimexExpression]) -> bool:
    """Whether a fact has happened, and its sentence does not say `recently` or the like."""
    if not has_happened(fact) or fact.rule in NOUNS:
        return False
    return not any(one.sentence == fact.sentence and one.parts.get("value") == "PAST_REF" for one in timexes)


def depth(head: Token) -> int:
    """How many words stand above one in its sentence, coordinated ones not counted; steps after HOPS don't count."""
    return sum(one.dep_ not in ("conj", "ccomp") for one in _upwards(head))


def is_news(head: Token) -> bool:
    """Whether a sentence is about an event: its main clause, what somebody says in it, what brought it about.

    `fans protest after the club raised its prices` has two such, `it had raised them` none.
    """
    if any((one.dep_, one.lower_) in BEFORE for one in head.children):
        return False
    return all(one.dep_ not in BESIDE or _is_with_the_news(one) for one in _upwards(head))


def _is_with_the_news(clause: Token) -> bool:
    """Whether a word above an event heads a clause after one of WITH."""
    if clause.dep_ == "pcomp":
        return clause.head.lower_ in WITH
    return clause.dep_ == "advcl" and any(one.dep_ in ("mark", "advmod") and one.lower_ in WITH for one in clause.lefts)


def _upwards(head: Token) -> Iterator[Token]:
    """A word and those above it in its sentence but the topmost, up to HOPS."""
    one = head
    for _ in range(HOPS):
        above = one.head
        if above.i == one.i:
            return
        yield one
        one = above


def headline_of(parse: Parse, title: str | None, facts: Sequence[Fact]) -> Headline:
    """The words of the title, else of the first heading; the actions of a heading that stands first."""
    number = next((number for number, _ in parse.analysed()), None)
    if number is None or parse.sentences[number].kind != "heading":
        return _headline(title or "")
    one = parse.sentences[number]
    actions = stems(" ".join(fact.action for fact in facts if fact.sentence == number))
    return _headline(title or parse.text[one.start_char : one.end_char], actions)


def _headline(words: str, actions: frozenset[str] = frozenset()) -> Headline:
    plain = words.title() if words.isupper() else words
    return Headline(
        stems=stems(words),
        actions=actions,
        countries=frozenset(countries_in(plain)),
        first=_first_country(plain),
        commodity=commodity(words),
    )


def _first_country(words: str) -> str:
    """The code of the country that words begin with, by name or people; empty for none."""
    parts = [part.removesuffix("'s").removesuffix("'S") for part in words.replace("’", "'").split()[:LONGEST_COUNTRY]]
    names = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((code for name in names if (code := country_of(name) or demonym_country(name))), "")


def _points(fact: Fact, headline: Headline) -> float:
    points = fact.score + HEADLINE_ACT * headline.share(fact.action, fact.target)
    points += HEADLINE_VERB if not headline.actions.isdisjoint(stems(fact.action)) else 0.0
    points += HEADLINE_ACTOR if headline.holds(fact.actor) else 0.0
    points += NAMED if fact.actor_mention is not None else 0.0
    points += CLASSED if fact.event_class else 0.0
    points += DONE if has_happened(fact) else 0.0
    return points + (PLACED if fact.place_mention is not None else 0.0)
