"""What a claim gets from the rows that tell it again: who acts, on whom, when and where, as far as it lacks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from analysis.text.claims.row import Row
from analysis.text.records import Fact

SLOTS = ("actor", "target", "place")
PARTS = ("", "_start_char", "_end_char", "_mention")
NEARNESS = ("clause", "sentence", "passage", "report", "")  # values of day_from, the surest first
NOUN = "event noun"
WITHOUT_ACTOR = frozenset({"change", "state"})  # what happens to somebody has nobody who does it


def merged(rows: Sequence[Row], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, each claim completed from those of its rows that tell the same act."""
    again: dict[int, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        if fact.claim_of is not None and fact.claim_of != number and rows[number].act & rows[fact.claim_of].act:
            again[fact.claim_of].append(number)
    completed = [_completed(fact, [facts[n] for n in again[number]]) for number, fact in enumerate(facts)]
    return tuple(_acted(completed))


def _acted(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts; a claim in a noun, `the opening of the port`, has who does that elsewhere in the report."""
    doers: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        key = _act(fact)
        if key is not None and fact.actor is not None:
            doers.setdefault(key, fact)
    for fact in facts:
        found = doers.get(_act(fact) or ("", ""))
        if fact.is_claim and fact.actor is None and fact.rule == NOUN and found is not None:
            yield msgspec.structs.replace(fact, **{"actor" + part: getattr(found, "actor" + part) for part in PARTS})
        else:
            yield fact


def _act(fact: Fact) -> tuple[str, str] | None:
    """The family of an act and what it is done to; None where one of them is open."""
    parts = fact.parts
    if parts is None or parts.target is None or not parts.target.head or not parts.act:
        return None
    return parts.act, parts.target.head


def _completed(claim: Fact, others: Sequence[Fact]) -> Fact:
    for slot in SLOTS:
        if getattr(claim, slot) is None and not (slot == "actor" and claim.rule in WITHOUT_ACTOR):
            found = next((one for one in others if getattr(one, slot) is not None), None)
            if found is not None:
                changes = {slot + part: getattr(found, slot + part) for part in PARTS}
                claim = msgspec.structs.replace(claim, **changes)
    return _dated(claim, others)


def _dated(claim: Fact, others: Sequence[Fact]) -> Fact:
    """The claim with the day of where it is told again, where that is told nearer to the deed than its own."""
    same = [one for one in others if one.timex is not None and one.status == claim.status]
    found = min(same, key=lambda one: NEARNESS.index(one.day_from), default=None)
    if found is None or NEARNESS.index(found.day_from) >= NEARNESS.index(claim.day_from):
        return claim
    day_from = found.day_from if found.sentence == claim.sentence else "passage"
    return msgspec.structs.replace(claim, timex=found.timex, day_from=day_from, is_since=found.is_since)
