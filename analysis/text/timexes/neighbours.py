"""What expressions lend each other: `1 and 3 May`, `March and April 2024`, `from Monday to Friday`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.text.timexes.amounts import duration_value
from analysis.text.timexes.context import Context
from analysis.text.timexes.meanings import date
from analysis.text.timexes.numbers import number
from analysis.text.timexes.rule import Match, Meaning
from analysis.text.timexes.words import context_words, events, governors, kinds

JOINING = frozenset(("and", "or", "to", "-", "–", "—", "through", "until", "till", ",", "&", "/"))
RANGING = frozenset(("to", "-", "–", "—", "through", "until", "till"))
BORROWERS = ("month", "quarter", "half", "season", "day")
FAR = (
    15  # tokens between `two days before` and the date that it is counted from, chosen as longer than most noun phrases
)


def with_neighbours(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches with the bare days beside them, each with what it takes from the one that it is joined to."""
    listed = sorted((*matches, *_listed(matches, context)), key=lambda match: match.first)
    lent = _lent([_of_event(match, context) for match in _with_years(listed, context)], context)
    return [_linked(match, follower, context) for match, follower in zip(lent, (*lent[1:], None), strict=False)]


def _listed(matches: Sequence[Match], context: Context) -> Iterator[Match]:
    """Days that share a month with the date beside them: the 1 of `1 and 3 May`, the 3 of `May 1 and 3`."""
    taken = {position for match in matches for position in range(match.first, match.end)}
    for match in matches:
        parts = match.meaning.parts
        if match.meaning.type == "DURATION" and match.meaning.rule == "value":
            yield from _lower_amount(match, context)
        elif match.meaning.rule != "date":
            continue
        elif "day" in parts and "month" in parts:
            if kinds(context.tokens[match.first].text) & {"DAY", "DAYNTH"}:
                yield from _chain(match, context, -1, taken)
            elif kinds(context.tokens[match.end - 1].text) & {"DAY", "DAYNTH"}:
                yield from _chain(match, context, 1, taken)
        elif "quarter" in parts and context.word(match.first - 1) in ("and", "or"):
            yield from _earlier_quarter(match, context)


def _chain(match: Match, context: Context, step: int, taken: set[int]) -> Iterator[Match]:
    """The bare days before (step -1) or after (step 1) a date."""
    at = match.first - 2 if step < 0 else match.end + 1
    while context.word(at - step) in JOINING and at not in taken and _is_day(context, at, step):
        meant = date({"day": [[context.tokens[at].text]]})
        if meant is None:
            return
        shared = {name: value for name, value in match.meaning.parts.items() if name not in ("day", "weekday", "mod")}
        yield Match(at, at + 1, Meaning("DATE", "date", shared | meant.parts))
        at += 2 * step


def _is_day(context: Context, at: int, step: int) -> bool:
    if not (0 <= at < len(context.tokens) and kinds(context.tokens[at].text) & {"DAY", "DAYNTH"}):
        return False
    if step < 0:
        return context.word(at - 1) not in {".", ":", *context_words("money")}
    return context.tag(at + 1) not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and context.word(at + 1) not in (
        "-",
        "/",
        ":",
        "%",
    )


def _lower_amount(match: Match, context: Context) -> Iterator[Match]:
    """The 60 of `60 to 90 days`, the three of `a three- to five-year plan`."""
    parts, joint = match.meaning.parts, context.word(match.first - 1)
    at = match.first - 2 - (context.word(match.first - 2) in ("-", "–"))
    if (
        "unit" not in parts
        or at < 0
        or not (joint in ("to", "or", "-", "–") or (joint == "and" and context.word(at - 1) == "between"))
    ):
        return
    if not kinds(context.tokens[match.first].text) & {"DIGITS", "NUMBER"} or not kinds(context.tokens[at].text) & {
        "DIGITS",
        "NUMBER",
    }:
        return
    amount = number([context.tokens[at].text])
    if isinstance(amount, float):
        yield Match(at, at + 1, Meaning("DURATION", "value", {"value": duration_value([(amount, str(parts["unit"]))])}))


def _earlier_quarter(match: Match, context: Context) -> Iterator[Match]:
    """The first of `the first and second quarters`."""
    at = match.first - 2
    if at >= 0 and "ORDINAL" in kinds(context.tokens[at].text):
        meant = date({"quarter": [[context.tokens[at].text]]})
        first = at - 1 if context.word(at - 1) == "the" else at
        if meant:
            yield Match(first, at + 1, meant._replace(parts=match.meaning.parts | meant.parts))


def _with_years(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches; a bare day that a year follows has it: the 3 of `May 1-3, 2019`."""
    done: list[Match] = []
    for match in matches:
        before = done[-1] if done else None
        if before and _is_bare(before, "day") and _is_bare(match, "year") and _are_beside(before, match, context):
            year = match.meaning.parts["year"]
            done[-1] = _with(before, {"year": year})._replace(end=match.end)
        else:
            done.append(match)
    return done


def _of_event(match: Match, context: Context) -> Match:
    """A date without a year, with that of the event that is called by it: `the September 11 attacks`."""
    parts = match.meaning.parts
    if "month" not in parts or "day" not in parts or "year" in parts or "unit" in parts:
        return match
    day = f"{int(parts['month']):02}-{int(parts['day']):02}"
    words = (context.word(position) for position in range(match.end, match.end + 3))
    year = next((events()[day, word] for word in words if (day, word) in events()), None)
    return _with(match, {"year": year}) if year else match


def _is_bare(match: Match, name: str) -> bool:
    """Whether a match is one number: a day that shares its month, or a year."""
    return match.end - match.first == 1 and match.meaning.rule == "date" and name in match.meaning.parts


def _are_beside(match: Match, follower: Match, context: Context) -> bool:
    return follower.first == match.end or (follower.first == match.end + 1 and context.word(match.end) == ",")


def _lent(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches, with the year of the fuller date that they are joined to; ranges are marked."""
    done: list[Match] = []
    for match in reversed(matches):
        follower = done[-1] if done else None
        if follower is not None and _are_joined(match, follower, context):
            match = _borrowing(match, follower)
            if _is_range(match, follower, context):
                match = _with(match, {"until": 1})
        done.append(match)
    return done[::-1]


def _are_joined(match: Match, follower: Match, context: Context) -> bool:
    both_dates = match.meaning.rule == follower.meaning.rule == "date"
    return both_dates and follower.first == match.end + 1 and context.word(match.end) in JOINING - {","}


def _borrowing(match: Match, follower: Match) -> Match:
    own, lent = match.meaning.parts, follower.meaning.parts
    if any(name in own for name in ("year", "unit", "turn")) or not any(name in own for name in BORROWERS):
        return match
    if "weekday" in own and "month" not in own:
        return match
    if "year" in lent:
        return _with(match, {"year": lent["year"]})
    is_of_year = lent.get("unit") == "year" and "keep" not in lent
    return _with(match, {name: lent[name] for name in ("unit", "n", "from")} if is_of_year else {})


def _is_range(match: Match, follower: Match, context: Context) -> bool:
    joint, before = context.word(match.end), context.spacy(match.first - 1)
    opening = context.word(match.first - 1)
    if before is not None and opening == "from" and governors().get(before.head.lemma_) in ("moved", "future"):
        return False
    return (joint in RANGING and (joint != "to" or opening == "from")) or (
        joint in ("and", "&") and opening == "between"
    )


def _linked(match: Match, follower: Match | None, context: Context) -> Match:
    """An amount before or after something that has a date, with a link to that date, which is the next expression."""
    word = context.word(match.end) if match.meaning.rule == "value" else context.word(match.end - 1)
    is_amount = match.meaning.rule == "value" and "unit" in match.meaning.parts
    is_neighbour = match.meaning.parts.get("from") == "text" and word in ("before", "after")
    if word not in ("before", "after", "following") or not (is_amount or is_neighbour):
        return match
    sign = -1 if word == "before" else 1
    if follower is not None and follower.first - match.end <= FAR and _holds(match, follower, context, is_amount):
        return _with(match, {"link": sign} if is_amount else {"from": "next"})
    if is_neighbour and context.word(match.end) not in ("", ".", ",", ";", "and", "but"):
        return _with(match, {"from": "event"})
    return match


def _holds(match: Match, follower: Match, context: Context, is_amount: bool) -> bool:
    """Whether the date stands in what follows `before`, without a clause in between."""
    start = match.end + 1 if is_amount else match.end
    between = range(start, follower.first)
    return follower.meaning.rule == "date" and not any(
        context.tag(p) in ("VERB", "AUX") or context.word(p) in (",", ";") for p in between
    )


def _with(match: Match, parts: dict[str, str | int]) -> Match:
    meaning = match.meaning
    return match._replace(meaning=meaning._replace(parts=meaning.parts | parts))
