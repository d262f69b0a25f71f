"""The amounts of a text, each with the fact that it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from spacy.tokens import Token

from analysis.lexicons.measures import Unit
from analysis.text.amounts.clauses import Chars, Clauses
from analysis.text.amounts.counted import counted, noun_behind, said_of, unit_of
from analysis.text.amounts.guards import is_age, is_in_name, without_series
from analysis.text.amounts.numbers import HYPHENS
from analysis.text.amounts.owners import owner, owners
from analysis.text.amounts.pieces import is_joined, word_at
from analysis.text.amounts.ranges import compared, link, out_of, ranged
from analysis.text.amounts.readings import TIMES, Reading, has_number, readings
from analysis.text.parse import Parse
from analysis.text.records import Amount, Fact, Mention, TimexExpression

RANGES = frozenset({"to", "or", "-", "‐", "‑", "–", "—"})
NEAR = 4  # words from a number to its noun up to which the noun belongs to the words of the amount
PERIODS = ("opening",)  # rules of temporal expressions that are a time although they count: `the first nine months`


def find_amounts(
    parse: Parse, mentions: Sequence[Mention], timexes: Sequence[TimexExpression], facts: Sequence[Fact]
) -> tuple[Amount, ...]:
    """The amounts of the sentences that report a fact, by place; one that stands in no fact's clause is left out."""
    by_sentence: dict[int, list[tuple[int, Fact]]] = defaultdict(list)
    for number, fact in enumerate(facts):
        by_sentence[fact.sentence].append((number, fact))
    times = _spans(one for one in timexes if one.type != "DURATION" or one.rule in PERIODS)
    names = _spans(mentions)
    peoples = frozenset((m.start_char, m.end_char) for m in mentions if m.label == "NORP")
    found: list[Amount] = []
    for number, span in parse.analysed():
        if number in by_sentence and has_number(span.text):
            text, held = parse.text[span.start_char : span.end_char], owners(span, by_sentence[number])
            found += _amounts(
                Clauses(span=span, text=text, times=times[number], names=names[number], peoples=peoples, owners=held)
            )
    return tuple(found)


def _spans(records: Iterable[Mention | TimexExpression]) -> dict[int, list[Chars]]:
    found: dict[int, list[Chars]] = defaultdict(list)
    for one in records:
        found[one.sentence].append((one.start_char, one.end_char))
    return found


def _amounts(clauses: Clauses) -> list[Amount]:
    """The amounts of a sentence, read from its end: the first of a range has what the second says."""
    found = clauses.pieces
    read = without_series(found, ranged(found, readings(clauses.text, found)))
    read = out_of(found, compared(found, read))
    kept: list[Amount] = []
    second: Amount | None = None
    for one, other in reversed(list(zip_longest(read, read[1:]))):
        is_ranged = other is not None and link(found, one, other) in RANGES
        second = _amount(clauses, one, second if is_ranged else None)
        kept += [] if second is None else [second]
    return kept[::-1]


def _amount(clauses: Clauses, one: Reading, second: Amount | None) -> Amount | None:
    """The amount of a number, or None where it is none; `second` is that of the other end of its range."""
    first, last = clauses.first(one), clauses.last(one)
    fact = owner(last, clauses.owners)
    if fact is None or clauses.is_taken(one) or is_age(clauses.pieces, one, last):
        return None
    if is_in_name(first, one, clauses.pieces):
        return None
    joined = _joined(clauses, one)
    unit = one.unit or (joined and unit_of(joined, False)) or counted(clauses, one) or _lent(second)
    return None if unit is None else _record(clauses, one, unit, fact, joined, second)


def _joined(clauses: Clauses, one: Reading) -> Token | None:
    """The noun that a hyphen joins to a number without a unit: `a 20-nation pact`, `a 500-bed hospital`."""
    at, found = one.number.end, clauses.pieces
    if one.unit is not None or word_at(found, at) not in HYPHENS:
        return None
    if not is_joined(found, at) or not is_joined(found, at + 1):
        return None
    noun = clauses.token(found[at + 1].start)
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _lent(second: Amount | None) -> Unit | None:
    """The unit that the second number of a range has for both."""
    return None if second is None else Unit(second.unit, second.kind, second.currency)


def _record(
    clauses: Clauses, one: Reading, unit: Unit, fact: int, joined: Token | None, second: Amount | None
) -> Amount:
    start, end, noun = _extent(clauses, one, joined, second is not None)
    first, last = clauses.token(start), clauses.token(end - 1)
    return Amount(
        fact=fact,
        start_char=clauses.span.start_char + start,
        end_char=clauses.span.start_char + end,
        text=clauses.text[start:end],
        value=one.value,
        unit=f"{unit.name} per {one.per}" if one.per else unit.name,
        currency=unit.currency,
        kind=unit.kind,
        of=second.of if second else said_of(first, last, noun, unit.name in TIMES),
        bound=one.bound,
    )


def _extent(clauses: Clauses, one: Reading, joined: Token | None, is_first: bool) -> tuple[int, int, Token | None]:
    """Where the words of an amount begin and end in the sentence, and the noun that it stands before."""
    at = clauses.span.start_char
    start, end = clauses.pieces[one.first].start, clauses.pieces[one.end - 1].end
    if joined is not None:
        return start, joined.idx + len(joined) - at, noun_behind(joined)
    last = clauses.last(one)
    noun = noun_behind(last if one.unit is None else clauses.token(end - 1))
    if one.unit is None and not is_first and noun is not None and noun.i - last.i <= NEAR:
        end = max(end, noun.idx + len(noun) - at)
    return start, end, noun
