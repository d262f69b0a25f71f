"""Days, quarters and amounts that are listed, and only the last of which is whole: `1 and 3 May`, `60 to 90 days`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from analysis.text.timexes.amounts import duration_value
from analysis.text.timexes.context import Context
from analysis.text.timexes.lexicon import context_words, kinds
from analysis.text.timexes.meanings import date
from analysis.text.timexes.numbers import number
from analysis.text.timexes.rule import Match, Meaning

JOINING = frozenset(("and", "or", "to", "-", "–", "—", "through", "until", "till", ",", "&", "/"))
DAYS = frozenset(("DAY", "DAYNTH"))
COUNTS = frozenset(("DIGITS", "NUMBER"))


def listed(matches: Sequence[Match], context: Context) -> Iterator[Match]:
    """Days that share a month with the date beside them: the 1 of `1 and 3 May`, the 3 of `May 1 and 3`.

    No token is in two of them. An amount may have been read as a year: the 1900 of `1900 or 2300 days`.
    """
    taken = {position for match in matches for position in range(match.first, match.end)}
    years = {match.first for match in matches if _is_bare(match)}
    for match in matches:
        parts = match.meaning.parts
        if match.meaning.type == "DURATION" and match.meaning.rule == "value":
            yield from _lower_amount(match, context, taken - years)
        elif match.meaning.rule != "date":
            continue
        elif "clock" in parts and context.word(match.first + 1) in ("hours", "hrs"):
            yield from _earlier_clock(match, context, taken)
        elif "day" in parts and ("month" in parts or parts.get("unit") == "month"):
            opening = match.first + (context.word(match.first) == "the")
            if kinds(context.tokens[opening].text) & DAYS:
                yield from _chain(match, context, -1, taken)
            elif kinds(context.tokens[match.end - 1].text) & DAYS:
                yield from _chain(match, context, 1, taken)
        elif "quarter" in parts and context.word(match.first - 1) in ("and", "or"):
            yield from _earlier_quarter(match, context, taken)


def _chain(match: Match, context: Context, step: int, taken: set[int]) -> Iterator[Match]:
    """The bare days before (step -1) or after (step 1) a date; they are added to `taken`."""
    at = match.first - 2 if step < 0 else match.end + 1
    while context.word(at - step) in JOINING and at not in taken and _is_day(context, at, step):
        meant = date({"day": [[context.tokens[at].text]]})
        if meant is None:
            return
        shared = {name: value for name, value in match.meaning.parts.items() if name not in ("day", "weekday", "mod")}
        taken.add(at)
        yield Match(at, at + 1, Meaning("DATE", "date", shared | meant.parts))
        at += 2 * step


def _is_day(context: Context, at: int, step: int) -> bool:
    if not (0 <= at < len(context.tokens) and kinds(context.tokens[at].text) & DAYS):
        return False
    if step < 0:
        return context.word(at - 1) not in {".", ":", *context_words("money")}
    counts = context.tag(at + 1) in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")
    return not counts and context.word(at + 1) not in ("-", "/", ":", "%")


def _lower_amount(match: Match, context: Context, taken: AbstractSet[int]) -> Iterator[Match]:
    """The 60 of `60 to 90 days`, the three of `a three- to five-year plan`."""
    joint = context.word(match.first - 1)
    at = match.first - 2 - (context.word(match.first - 2) in ("-", "–"))
    is_joined = joint in ("to", "or", "-", "–") or (joint == "and" and context.word(at - 1) == "between")
    if "unit" not in match.meaning.parts or at < 0 or at in taken or not is_joined:
        return
    if all(kinds(context.tokens[place].text) & COUNTS for place in (at, match.first)):
        amount, upper = (number([context.tokens[place].text]) for place in (at, match.first))
        if isinstance(amount, float) and isinstance(upper, float) and amount < upper:
            value = duration_value([(amount, str(match.meaning.parts["unit"]))])
            yield Match(at, at + 1, Meaning("DURATION", "value", {"value": value}))


def _earlier_clock(match: Match, context: Context, taken: AbstractSet[int]) -> Iterator[Match]:
    """The 1900 of `between 1900 and 2300 hours`."""
    at = match.first - 2
    if at < 0 or at in taken or context.word(match.first - 1) not in JOINING - {","}:
        return
    meant = date({"clock": [[context.tokens[at].text]]}) if "HHMM" in kinds(context.tokens[at].text) else None
    if meant:
        yield Match(at, at + 1, meant._replace(parts=match.meaning.parts | meant.parts))


def _earlier_quarter(match: Match, context: Context, taken: AbstractSet[int]) -> Iterator[Match]:
    """The first of `the first and second quarters`."""
    at = match.first - 2
    if at >= 0 and "ORDINAL" in kinds(context.tokens[at].text):
        meant = date({"quarter": [[context.tokens[at].text]]})
        first = at - 1 if context.word(at - 1) == "the" else at
        if meant and taken.isdisjoint((first, at)):
            yield Match(first, at + 1, meant._replace(parts=match.meaning.parts | meant.parts))


def with_years(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches; a bare day that a year follows has it: the 3 of `May 1-3, 2019`."""
    done: list[Match] = []
    for match in matches:
        before = done[-1] if done else None
        if before and _is_bare(before, "day") and _is_bare(match) and _are_beside(before, match, context):
            year = match.meaning.parts["year"]
            done[-1] = before.having({"year": year})._replace(end=match.end)
        else:
            done.append(match)
    return done


def _is_bare(match: Match, name: str = "year") -> bool:
    """Whether a match is one number: a day that shares its month, or a year alone."""
    parts = match.meaning.parts
    says = name in parts and (name == "day" or "month" not in parts)
    return match.end - match.first == 1 and match.meaning.rule == "date" and says


def _are_beside(match: Match, follower: Match, context: Context) -> bool:
    return follower.first == match.end or (follower.first == match.end + 1 and context.word(match.end) == ",")
