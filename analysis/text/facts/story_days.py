"""The days of facts whose own clause tells none: that of what governs them, of their saying, of the story so far.

News goes on in the simple past (Reichenbach's reference time moves along): what happened next happened on the day of
the event before it, until another date is named. The past perfect and other tenses step out of the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from spacy.tokens import Token

from analysis.text.facts.build import Sources, Told
from analysis.text.facts.happened import has_happened
from analysis.text.facts.lexicon import verbs_of
from analysis.text.facts.main_event import is_news
from analysis.text.facts.retold import changed, is_same, stems, tells_day
from analysis.text.facts.said_days import paragraphs, said_days
from analysis.text.facts.syntax import child, is_infinitive, is_misread, is_simple_past
from analysis.text.facts.times import Times
from analysis.text.records import Fact, TimexExpression

NON_FINITE = frozenset({"VB", "VBG"})
QUOTATION_MARKS = frozenset('"“”„«»')
# Scopes of what has the time of the word above it: `agreed to meet`, `interest in investing`; not `before leaving`.
GOVERNED = frozenset(
    {"to", "to-noun", "purpose", "ing", "participle", "object", "in", "on", "of", "by", "with", "at", "about"}
)
DAYS = frozenset({"weekday", "day", "month", "unit", "year", "holiday"})
LOOKED_AT = 20  # dated facts of one word that may be what a heading tells
FAR = frozenset({"year", "decade", "century"})
OUTSIDE = frozenset({"event noun", "headline"})  # rules whose facts have no tense
OTHER_TIMES = frozenset({"before", "since", "until", "till", "during", "throughout"})
TOLD = frozenset({"done", "denied", "negated"})  # what the story tells


@dataclass
class Story:
    """The day of the story as it is read, None where it has led away to another time.

    `ahead` is the day of what is announced in its paragraph. `names_year` tells whether its days are said with their
    years, as official texts do.
    """

    day: int | None = None
    ahead: int | None = None
    paragraph: int = -1
    names_year: bool | None = None

    def enter(self, paragraph: int) -> None:
        """What one paragraph announces does not go on in the next."""
        if paragraph != self.paragraph:
            self.paragraph, self.ahead = paragraph, None

    def tell(self, number: int, timex: TimexExpression) -> None:
        """Go on to the day of an event; a year, a month, or a day of another year leads away from the story."""
        if is_hour(timex):
            return
        has_year = "year" in timex.parts
        is_step = tells_day(timex) and (not has_year or self.names_year is not False)
        self.day = number if is_step else None
        self.names_year = has_year if is_step and self.names_year is None else self.names_year


@dataclass(frozen=True)
class Text:
    """What the days of facts are found in."""

    sources: Sources
    times: Times
    said: Sequence[int | None]
    elsewhere: frozenset[int]

    @cached_property
    def said_timexes(self) -> frozenset[int]:
        """The expressions that date sayings."""
        return frozenset(number for number in self.said if number is not None)


def with_days(found: Sequence[Told], facts: Sequence[Fact], sources: Sources, times: Times) -> tuple[Fact, ...]:
    """The facts, those without a day with the one that the text gives them, each with the day of its saying."""
    said = said_days(sources.parse, sources.names, times, sources.attributions)
    text, story = Text(sources, times, said, _elsewhere(sources.timexes)), Story()
    paragraph_of = paragraphs(sources.parse)
    dated: list[Fact] = []
    for sentence, group in groupby(zip(found, facts, strict=True), key=lambda pair: pair[1].sentence):
        story.enter(paragraph_of[sentence])
        dated += _of_sentence(list(group), text, story)
    return tuple(_retold(dated))


def _of_sentence(pairs: Sequence[tuple[Told, Fact]], text: Text, story: Story) -> Iterator[Fact]:
    """The facts of a sentence; the story goes on with it."""
    if text.sources.parse.sentences[pairs[0][1].sentence].kind == "heading":
        yield from (fact for _, fact in pairs)
        return
    pairs = [(told, _on_day_of_story(told, fact, text, story)) for told, fact in pairs]
    days = {told.event.head.i: fact.timex for told, fact in pairs if fact.timex is not None}
    for told, fact in pairs:
        if fact.timex is not None and _is_told(told, fact, text) and not _is_saying(fact, text):
            story.tell(fact.timex, text.sources.timexes[fact.timex])
    if story.day is not None and pairs[0][1].sentence not in text.elsewhere:
        going_on = (t for t, f in pairs if f.timex is None and _is_told(t, f, text) and _goes_on(t, f))
        days |= {told.event.head.i: story.day for told in going_on}
    if story.ahead is not None:
        announced = (told for told, fact in pairs if fact.timex is None and _is_announced(told, fact))
        days |= {told.event.head.i: story.ahead for told in announced}
    for told, fact in pairs:
        if fact.timex is not None and _is_announced(told, fact) and tells_day(text.sources.timexes[fact.timex]):
            story.ahead = fact.timex
    for told, fact in pairs:
        said = None if fact.attribution is None else text.said[fact.attribution]
        fact = changed(fact, "", said_timex=said)
        yield fact if fact.timex is not None else _dated(told, fact, text, days)


def is_hour(timex: TimexExpression) -> bool:
    """Whether an expression tells an hour or a part of a day, and not of which day: `at 2 p.m.`, `in the evening`."""
    if timex.type != "TIME" or timex.rule != "date":
        return False
    return timex.parts.get("from") == "near" or ("clock" in timex.parts and DAYS.isdisjoint(timex.parts))


def _on_day_of_story(told: Told, fact: Fact, text: Text, story: Story) -> Fact:
    """A fact of which its clause tells the hour alone, on the day of the story, where that is not told beside it."""
    if fact.timex is None or story.day is None or not is_hour(text.sources.timexes[fact.timex]):
        return fact
    is_far = text.sources.timexes[story.day].sentence < fact.sentence - 1
    if not is_far or not _is_told(told, fact, text):
        return fact
    return changed(fact, "its day: that of the story before it", timex=story.day, day_from="passage")


def _dated(told: Told, fact: Fact, text: Text, days: dict[int, int]) -> Fact:
    """A fact without a day of its own, with the nearest that is given."""
    above = _governing_day(told, text, days)
    if above is not None:
        return changed(fact, "when: that of the verb above it", timex=above, day_from="sentence")
    if fact.said_timex is not None and (fact.day_from == "report" or _is_of_saying(told, fact)):
        day_from = _place(fact.said_timex, fact, text)
        return changed(fact, "when: the day on which it was said", timex=fact.said_timex, day_from=day_from)
    story = days.get(told.event.head.i)
    if story is not None:
        day_from = _place(story, fact, text)
        return changed(fact, "when: the day of the story before it", timex=story, day_from=day_from)
    if has_happened(fact) and text.times.is_present(fact.sentence, told.event.head):
        return changed(fact, "", day_from="report")
    return fact


def _place(timex: int, fact: Fact, text: Text) -> str:
    return "sentence" if text.sources.timexes[timex].sentence == fact.sentence else "passage"


def _governing_day(told: Told, text: Text, days: dict[int, int]) -> int | None:
    """The day of the verb that an infinitive or a gerund completes, or whose own act a noun names."""
    doc, head = text.sources.parse.doc, told.event.head
    if head.tag_ not in NON_FINITE and not is_infinitive(head) and not _is_own_act(told, text):
        return None
    for place, scope in told.governors:
        if scope not in GOVERNED and not (scope == "adjunct" and _goes_with_clause(head)):
            return None
        day = days.get(place)
        day = day if day is not None else text.times.day_of(told.fact.sentence, doc[place])
        if day is not None:
            return day
    return None


def _goes_with_clause(head: Token) -> bool:
    """Whether a participle tells what went with its clause: `emphasized their ties, expressing hope for more`."""
    return head.tag_ == "VBG" and head.dep_ == "advcl" and child(head, "mark") is None


def _is_own_act(told: Told, text: Text) -> bool:
    """Whether a noun is what the verb above it does: the attack of `launched an attack`."""
    place, scope = told.governors[0] if told.governors else (-1, "")
    return scope == "object" and text.sources.parse.doc[place].lemma_ in verbs_of("own_act") | verbs_of("occasion")


def _elsewhere(timexes: Sequence[TimexExpression]) -> frozenset[int]:
    """The sentences that speak of another time than a day: `stemming from his years as mayor, in 2011`."""
    dates = (one for one in timexes if one.type == "DATE" and one.tense != "future" and not tells_day(one))
    return frozenset(one.sentence for one in dates if one.parts.get("value") == "PAST_REF" or FAR & set(one.parts))


def _is_told(told: Told, fact: Fact, text: Text) -> bool:
    """Whether a fact is a step of the story: a simple past that its sentence is about, outside of quotation marks."""
    head = told.event.head
    if fact.rule in OUTSIDE or not _is_settled(fact) or _is_quoted(fact, text):
        return False
    return (is_simple_past(head) and is_news(head)) or is_misread(head) or _is_backshifted(told, fact)


def _is_saying(fact: Fact, text: Text) -> bool:
    """Whether a fact is a saying, or dated by one: the day of a statement is not that of the story."""
    return text.sources.sayings.is_cue(fact.action_start_char) or fact.timex in text.said_timexes


def _goes_on(told: Told, fact: Fact) -> bool:
    """Whether a fact is a next step: no state, and nothing in its clause leads to another time.

    `before the vote`, `during the war`, `in that event` do.
    """
    if fact.rule == "state":
        return False
    for one in told.event.head.children:
        if one.dep_ == "prep" and (one.lower_ in OTHER_TIMES or _points_back(one)):
            return False
    return True


def _points_back(preposition: Token) -> bool:
    held = child(preposition, "pobj")
    return held is not None and any(one.lower_ == "that" and one.dep_ == "det" for one in held.lefts)


def _is_announced(told: Told, fact: Fact) -> bool:
    """Whether a sentence announces a fact: `The court will hear both sides`."""
    head = told.event.head
    return fact.status == "planned" and head.dep_ == "ROOT" and any(one.lower_ == "will" for one in head.lefts)


def _is_backshifted(told: Told, fact: Fact) -> bool:
    """Whether a past perfect stands for the simple past of what was said: `said the blast had killed two`."""
    helpers = [one for one in told.event.head.lefts if one.dep_ in ("aux", "auxpass")]
    is_perfect = bool(helpers) and helpers[0].lemma_ == "have" and helpers[0].tag_ == "VBD"
    is_said = fact.attribution is not None and told.event.head.dep_ == "ccomp"
    return is_perfect and is_said and is_simple_past(told.event.head.head)


def _is_settled(fact: Fact) -> bool:
    """Whether a text says that something happened, or that it did not."""
    return fact.status in TOLD or has_happened(fact)


def _is_quoted(fact: Fact, text: Text) -> bool:
    """Whether a fact stands within quotation marks: its content begins with one, or one is open before it."""
    if fact.attribution is None or not text.sources.attributions[fact.attribution].is_quote:
        return False
    start_char = text.sources.attributions[fact.attribution].content_start_char
    before = text.sources.parse.text[start_char : fact.action_start_char]
    return before[:1] in QUOTATION_MARKS or sum(character in QUOTATION_MARKS for character in before) % 2 == 1


def _is_of_saying(told: Told, fact: Fact) -> bool:
    """Whether what is said has the day of its saying: a plan, a position, a state, what has just been done.

    What happened, or did not, in the simple past or the past perfect was before it.
    """
    if not _is_settled(fact) or fact.tense != "past" or fact.rule == "state":
        return True
    helpers = [one for one in told.event.head.lefts if one.dep_ in ("aux", "auxpass")]
    return bool(helpers) and helpers[0].lemma_ == "have" and helpers[0].tag_ in ("VBZ", "VBP")


def _retold(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts; a heading has the day of the event that it tells."""
    dated: dict[str, list[Fact]] = defaultdict(list)
    for one in facts:
        for stem in stems(one.action) if one.timex is not None else ():
            if len(dated[stem]) < LOOKED_AT:
                dated[stem].append(one)
    for fact in facts:
        again = None
        if fact.timex is None and fact.rule == "headline":
            same = (one for stem in sorted(stems(fact.action)) for one in dated.get(stem, ()))
            again = next((one for one in same if one.sentence > fact.sentence and is_same(fact, one)), None)
        yield (
            fact
            if again is None
            else changed(
                fact, "when: where it is told again", timex=again.timex, day_from="passage", is_since=again.is_since
            )
        )
