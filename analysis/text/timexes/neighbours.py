"""What expressions lend each other: `1 and 3 May`, `March and April 2024`, `from Monday to Friday`."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.timexes.context import Context
from analysis.text.timexes.lexicon import events, governors
from analysis.text.timexes.lists import JOINING, listed, with_years
from analysis.text.timexes.rule import Match

RANGING = frozenset(("to", "-", "–", "—", "through", "until", "till"))
BORROWERS = ("month", "quarter", "half", "season", "day")
ENDED = ("ended", "ending")
ENDINGS = (*ENDED, "to")
FAR = 15  # tokens between `two days before` and the date that it counts from: longer than most noun phrases


def with_neighbours(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches with the bare days beside them, each with what it takes from the one that it is joined to."""
    at = {match.first: match for match in (*matches, *listed(matches, context))}
    found = sorted(at.values(), key=lambda match: match.first)
    lent = _of_same_month(_lent([_of_event(match, context) for match in with_years(found, context)], context))
    return [_linked(match, follower, context) for match, follower in zip(lent, (*lent[1:], None), strict=False)]


def _of_event(match: Match, context: Context) -> Match:
    """A date without a year, with that of the event that is called by it: `the September 11 attacks`."""
    parts = match.meaning.parts
    if "month" not in parts or "day" not in parts or "year" in parts or "unit" in parts:
        return match
    day = f"{int(parts['month']):02}-{int(parts['day']):02}"
    words = (context.word(position) for position in range(match.end, match.end + 3))
    year = next((events()[day, word] for word in words if (day, word) in events()), None)
    return match.having({"year": year}) if year else match


def _lent(matches: Sequence[Match], context: Context) -> list[Match]:
    """The matches, with the year of the fuller date that they are joined to; ranges are marked."""
    done: list[Match] = []
    for match in reversed(matches):
        follower = done[-1] if done else None
        if follower is not None and _are_joined(match, follower, context):
            match = _borrowing(match, follower)
            if _is_range(match, follower, context):
                match = match.having({"until": 1})
        done.append(match)
    return done[::-1]


def _of_same_month(matches: Sequence[Match]) -> list[Match]:
    """The matches; a day without a year has that of a later day of its month: `on 4 and from 6 to 8 April 2016`."""
    years: dict[int | str, int | str] = {}
    done: list[Match] = []
    for match in reversed(matches):
        parts = match.meaning.parts
        if "month" in parts and "day" in parts and match.meaning.rule == "date":
            if "year" in parts:
                years[parts["month"]] = parts["year"]
            elif parts["month"] in years and "unit" not in parts:
                match = match.having({"year": years[parts["month"]]})
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
        return match.having({"year": lent["year"]})
    is_of_year = lent.get("unit") == "year" and "keep" not in lent
    return match.having({name: lent[name] for name in ("unit", "n", "from")} if is_of_year else {})


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
    if follower is not None and follower.first == match.end + 1 and _ends_with(match, context):
        return match.having({"ends": 1})
    is_neighbour = match.meaning.parts.get("from") == "text" and word in ("before", "after")
    if word not in ("before", "after", "following") or not (is_amount or is_neighbour):
        return match
    sign = -1 if word == "before" else 1
    if follower is not None and follower.first - match.end <= FAR and _holds(match, follower, context, is_amount):
        return match.having({"link": sign} if is_amount else {"from": "next"})
    if is_neighbour and context.word(match.end) not in ("", ".", ",", ";", "and", "but"):
        return match.having({"from": "event"})
    return match


def _ends_with(match: Match, context: Context) -> bool:
    """Whether a period is known by the date that follows: `nine months to`, `the third quarter ended`."""
    if match.meaning.rule == "date":
        parts = match.meaning.parts
        is_open = ("quarter" in parts or "half" in parts) and "year" not in parts
        return is_open and context.word(match.end) in ENDED
    return match.meaning.rule == "value" and "unit" in match.meaning.parts and context.word(match.end) in ENDINGS


def _holds(match: Match, follower: Match, context: Context, is_amount: bool) -> bool:
    """Whether the date stands in what follows `before`, without a clause in between."""
    start = match.end + 1 if is_amount else match.end
    between = range(start, follower.first)
    return follower.meaning.rule == "date" and not any(
        context.tag(p) in ("VERB", "AUX") or context.word(p) in (",", ";") for p in between
    )
