"""When: the temporal expression that dates each event of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.text.facts.clause_times import begun_above, finite_above, goes_along, is_meanwhile, shares_time
from analysis.text.facts.compared_dates import is_compared
from analysis.text.facts.events import Event
from analysis.text.facts.noun_dates import dates_its_verb, noun_dated
from analysis.text.facts.retold import tells_day
from analysis.text.facts.syntax import NOMINAL, SUBJECTS, child, is_misread, is_verbal
from analysis.text.parse import Parse
from analysis.text.records import TimexExpression

AHEAD = frozenset({"will", "would"})
HOPS = 8  # steps from a temporal expression up to its verb; farther ones belong to something else
ORDER = ("DATE", "TIME", "DURATION")  # of preference: a day, a time of day, `the past two weeks`
LIMITS = frozenset({"since", "until", "till"})  # before the end of a time, which is not when it happens
COMPARED = frozenset({"as", "than"})  # `the same as in 1984`, `more than in May`: the time of something else
DUE = "due"  # behind a noun, `notes due March 1`: the time of the noun
OF_NOUNS = frozenset({"of", "from", "for"})  # `a pledge of last year`: the time of the noun before, not of the verb


@dataclass(frozen=True)
class Dating:
    """The position of the temporal expression that dates an event, how it was found, and where: see Fact.day_from.

    `is_since` tells that the event goes on from there up to the report.
    """

    timex: int
    how: str
    day_from: str = "sentence"
    is_since: bool = False


class Times:
    """The temporal expressions of a text, by the position of their head word in the Doc."""

    def __init__(self, parse: Parse, timexes: Sequence[TimexExpression], starts: Sequence[int]) -> None:
        self._timexes = timexes
        self._parse, self._starts = parse, starts
        self._heads: dict[int, list[tuple[Token, int]]] = {}
        self._present: dict[int, list[Token]] = {}
        for number, timex in enumerate(timexes):
            is_now = timex.parts.get("value") == "PRESENT_REF"
            if not is_now and not _says_when(timex):
                continue
            first, end = bisect_left(starts, timex.start_char), bisect_left(starts, timex.end_char)
            head = _head(parse, first, end)
            if head is not None and is_compared(parse.doc[first], "keep" in timex.parts):
                continue
            if head is not None and is_now:
                self._present.setdefault(timex.sentence, []).append(head)
            elif head is not None:
                self._heads.setdefault(timex.sentence, []).append((head, number))

    def day_of(self, sentence: int, word: Token) -> int | None:
        """The expression in the clause of a word of a sentence, whether that is an event or not: `said on Monday`."""
        there = self._heads.get(sentence, ())
        pairs = [
            (abs(head.i - word.i), number) for head, number in there if word.i in self._above(head, {word.i}, number)
        ]
        return self._nearest(pairs) if pairs else None

    def is_present(self, sentence: int, word: Token) -> bool:
        """Whether `now`, `currently` or the like stand in the clause of a word."""
        return any(_event_above(head, {word.i}) == word.i for head in self._present.get(sentence, ()))

    def datings(self, sentence: int, events: Sequence[Event]) -> Mapping[int, Dating]:
        """The dating of each event of a sentence that has one, by the position of its head in the Doc."""
        by_head = {event.head.i: event for event in events}
        found: dict[int, list[tuple[int, int]]] = {}
        since: dict[int, int] = {}
        for head, number in self._heads.get(sentence, ()):
            for above in self._above(head, by_head, number):
                found.setdefault(above, []).append((abs(head.i - above), number))
            if (begun := begun_above(head, by_head)) is not None:
                since.setdefault(begun, number)
        dated = {i: Dating(number, "since then", "clause", is_since=True) for i, number in since.items()}
        dated |= {i: Dating(self._whole(self._nearest(pairs)), "in its clause", "clause") for i, pairs in found.items()}
        for i, dating in tuple(dated.items()):
            finite = finite_above(by_head[i].head)
            if finite is not None and finite in by_head:
                dated.setdefault(
                    finite, Dating(dating.timex, f"at the end of its clause, after {by_head[i].head.text}")
                )
        for event in events:
            if event.head.i not in dated:
                shared = self._when(sentence, event.head) or self._shared(event.head, dated)
                if shared is not None:
                    dated[event.head.i] = shared
        return dated

    def _above(self, head: Token, events: Container[int], number: int) -> list[int]:
        """The positions of the events that a date is of: a noun behind it, the verb above where it dates that too."""
        timex = self._timexes[number]
        noun = noun_dated(head, self._parse.doc[bisect_left(self._starts, timex.start_char)])
        if noun is None:
            above = _event_above(head, events)
            return [] if above is None else [above]
        found = [noun.i] if noun.i in events else []
        verb = _event_above(noun.head, events) if dates_its_verb(noun, _is_near(timex)) else None
        return found if verb is None else [*found, verb]

    def _nearest(self, pairs: Sequence[tuple[int, int]]) -> int:
        """The expression nearest to the verb, a day before a time of day."""
        return min(pairs, key=lambda pair: (ORDER.index(self._timexes[pair[1]].type), pair))[1]

    def _whole(self, number: int) -> int:
        """The beginning of a range whose end was found: the 1998 of `from 1998 to 2005`."""
        if not number or "until" not in self._timexes[number - 1].parts:
            return number
        return number - 1 if self._timexes[number - 1].sentence == self._timexes[number].sentence else number

    def _shared(self, head: Token, dated: Mapping[int, Dating]) -> Dating | None:
        """The dating that an event has from the verb that it is joined to, reported by, or goes along with."""
        above = dated.get(head.head.i)
        if above is None:
            beside = self._of_clause_beside if is_misread(head) else self._of_clause_below
            return beside(head, dated) or self._of_subject(head, dated)
        if not is_verbal(head) or not is_verbal(head.head):
            return None
        if head.dep_ == "conj" and shares_time(head, head.head):
            return Dating(above.timex, f"that of {head.head.text}")
        if head.dep_ == "advcl" and (is_meanwhile(head) or (head.tag_ == "VBG" and child(head, "mark") is None)):
            return Dating(above.timex, f"that of {head.head.text}")
        if head.dep_ == "ccomp" and head.tag_ == "VBD" and head.head.tag_ == "VBD" and head.i > head.head.i:
            return Dating(above.timex, f"the day on which it was said ({head.head.text})")
        return None

    def _when(self, sentence: int, head: Token) -> Dating | None:
        """The dating of `on March 8, when the ship sank`: the day right before `when`."""
        when = next((one for one in head.lefts if one.lower_ == "when" and one.dep_ == "advmod"), None)
        if when is None or when.i == when.sent.start or head.dep_ not in ("relcl", "advcl", "acl"):
            return None
        for _, number in self._heads.get(sentence, ()):
            if self._parse.text[self._timexes[number].end_char : when.idx].strip(" ,") == "":
                return Dating(number, "the day before `when`", "clause")
        return None

    def _of_subject(self, head: Token, dated: Mapping[int, Dating]) -> Dating | None:
        """The dating of what an event will do from the event itself: `her departure on July 24 will leave a gap`."""
        event = child(head, "nsubj")
        is_ahead = any(one.tag_ == "MD" and one.lower_ in AHEAD for one in head.lefts)
        if event is None or not is_ahead or event.i not in dated or not _is_near(self._timexes[dated[event.i].timex]):
            return None
        return Dating(dated[event.i].timex, f"that of {event.text}")

    def _of_clause_beside(self, head: Token, dated: Mapping[int, Dating]) -> Dating | None:
        """The dating of a misread main verb from the participle before it: `carrying children on Sunday overturned`."""
        for one in head.head.rights:
            if one.i < head.i and one.i in dated and one.tag_ == "VBG":
                return Dating(dated[one.i].timex, f"that of {one.text}")
        return None

    def _of_clause_below(self, head: Token, dated: Mapping[int, Dating]) -> Dating | None:
        """The dating of a past verb from what happened meanwhile: `left as it rained on Monday`."""
        for below in head.rights:
            if below.i in dated and goes_along(below):
                return Dating(dated[below.i].timex, f"that of {below.text}")
        return None


def _says_when(timex: TimexExpression) -> bool:
    """Whether an expression lies on the calendar: not `three weeks`, `weekly`, `now`, which have a plain value only."""
    return timex.type in ORDER and timex.rule != "value"


def _head(parse: Parse, first: int, end: int) -> Token | None:
    """The word of an expression that hangs on a word outside it; its article only where no other does."""
    outside = [token for token in parse.doc[first:end] if not first <= token.head.i < end or token.head.i == token.i]
    return min(outside, key=lambda token: token.dep_ == "det", default=None)


def _is_near(timex: TimexExpression) -> bool:
    """Whether an expression tells a day or a week, as news of the day does."""
    return tells_day(timex) or timex.parts.get("unit") in ("week", "weekend")


def _event_above(head: Token, events: Container[int]) -> int | None:
    """The position of the nearest event above a word, not over a verb that is none."""
    one = head
    for _ in range(HOPS):
        if one.i in events:
            return one.i
        if one.head.i == one.i or (is_verbal(one) and one.dep_ not in ("aux", "auxpass")):
            return None
        if one.lower_ in COMPARED and one.dep_ in ("prep", "mark"):
            return None
        if one.lower_ in LIMITS or (one.lower_ == DUE and one.head.pos_ in NOMINAL):
            return None
        if _is_of_a_noun(one):
            return one.head.i if one.head.i in events else None
        one = one.head
    return one.i if one.i in events else None


def _is_of_a_noun(preposition: Token) -> bool:
    """Whether a time after this word is that of the noun before, `a loss for 1987`, and not of the verb.

    The period of a subject is that of what becomes of it: `income for the year fell`.
    """
    noun = preposition.head
    if preposition.lower_ not in OF_NOUNS or preposition.dep_ != "prep" or noun.pos_ not in NOMINAL:
        return False
    return preposition.lower_ != "for" or noun.dep_ not in SUBJECTS
