"""The temporal expressions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import heapify, heappop, heappush
from re import Match as RegexMatch
from re import Pattern

from spacy.tokens import Span

from analysis.text.parse import Parse, plain_hyphens
from analysis.text.records import TimexExpression
from analysis.text.timexes.context import Context
from analysis.text.timexes.neighbours import with_neighbours
from analysis.text.timexes.pattern import Alphabet, expanded, required
from analysis.text.timexes.rule import Match, Rule, found
from analysis.text.timexes.rules_amounts import COUNTED, DURATIONS, REFERENCES, SETS
from analysis.text.timexes.rules_clock import CLOCK
from analysis.text.timexes.rules_dates import DATES, RELATIVE_DATES
from analysis.text.timexes.shared import SHARED
from analysis.text.timexes.tense import modifies_noun, tense_of
from analysis.text.timexes.tokens import TOKEN, tokens

Candidate = tuple[int, int, int, RegexMatch[str]]

OPENING = 2  # tokens that may stand before an expression that opens its sentence: `At`, a quotation mark

RULES = (*CLOCK, *DATES, *RELATIVE_DATES, *COUNTED, *SETS, *DURATIONS, *REFERENCES)


@dataclass(frozen=True)
class Compiled:
    """A rule, ready to run on sentences that have one of `codes`."""

    rule: Rule
    regex: Pattern[str]
    codes: frozenset[str]


@dataclass(frozen=True)
class Grammar:
    """All rules, in the order that decides between matches of the same length."""

    alphabet: Alphabet
    rules: tuple[Compiled, ...]


@cache
def grammar() -> Grammar:
    """The grammar of all rules."""
    patterns = [expanded(rule.pattern, SHARED) for rule in RULES]
    alphabet = Alphabet(patterns)
    pairs = zip(RULES, patterns, strict=True)
    return Grammar(alphabet, tuple(Compiled(r, alphabet.regex(p), alphabet.codes(required(p))) for r, p in pairs))


def find_timexes(parse: Parse) -> tuple[TimexExpression, ...]:
    """The temporal expressions of a text, in order, without overlap."""
    text = plain_hyphens(parse.text)
    return tuple(
        expression for number, span in parse.analysed() for expression in _in_sentence(parse, text, number, span)
    )


def _in_sentence(parse: Parse, text: str, number: int, span: Span) -> Iterator[TimexExpression]:
    """The expressions of a sentence; `text` is that of the parse with plain hyphens."""
    sentence = parse.sentences[number]
    candidates = _candidates(grammar().alphabet.encode(TOKEN.findall(text, sentence.start_char, sentence.end_char)))
    if not candidates:
        return
    words = tokens(text, sentence.start_char, sentence.end_char)
    context = Context(words, span, sentence.kind)
    for match in with_neighbours(_chosen(candidates, context), context):
        start_char, end_char = words[match.first].start_char, words[match.end - 1].end_char
        yield TimexExpression(
            sentence=number,
            start_char=start_char,
            end_char=end_char,
            text=parse.text[start_char:end_char],
            type=match.meaning.type,
            rule=match.meaning.rule,
            parts=match.meaning.parts | ({"opens": 1} if match.first <= OPENING else {}),
            tense=_tense(match, context),
        )


def _tense(match: Match, context: Context) -> str:
    if "month" in match.meaning.parts and modifies_noun(context, match.first, match.end):
        return ""
    return tense_of(context, match.first, match.end)


def _candidates(codes: str) -> list[Candidate]:
    """The matches of all rules as a heap: the longest first, then by the order of the rules."""
    there = set(codes)
    matches = [
        (match.start() - match.end(), place, match.start(), match)
        for place, compiled in enumerate(grammar().rules)
        if not compiled.codes.isdisjoint(there)
        for match in compiled.regex.finditer(codes)
    ]
    heapify(matches)
    return matches


def _chosen(candidates: list[Candidate], context: Context) -> list[Match]:
    """The matches that mean a time, in the order of the text, none overlapping; empties the heap.

    Where a match is refused, a shorter one of the same rule inside it may do: the day of `following Monday`.
    """
    taken: list[Match] = []
    covered = bytearray(len(context.tokens))
    rules = grammar().rules
    while candidates:
        _, place, first, match = heappop(candidates)
        end, rule = match.end(), rules[place].rule
        if covered.find(1, first, end) >= 0:
            continue
        is_refused = rule.guard is not None and not rule.guard(context, first, end)
        meaning = None if is_refused else rule.meaning(found(match, context.tokens))
        if meaning:
            taken.append(Match(first, end, meaning))
            covered[first:end] = bytes([1]) * (end - first)
        elif inner := rules[place].regex.search(match.string, first + 1, end):
            heappush(candidates, (inner.start() - inner.end(), place, inner.start(), inner))
    return sorted(taken, key=lambda match: match.first)
