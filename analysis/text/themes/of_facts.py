"""The themes of facts: those of their sentence that the words of their clause earn, and those of what is folded in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from analysis.text.records import Attribution, Fact, FactTheme, ThemeMatch

Place = tuple[int, int]
Earned = dict[str, dict[Place, float]]

ENOUGH = 2.0  # more than one word that only hints at a theme
END = 1 << 60  # further than any text


def find_fact_themes(
    facts: Sequence[Fact], attributions: Sequence[Attribution], themes: Iterable[ThemeMatch]
) -> tuple[FactTheme, ...]:
    """The themes of each fact, by fact, the weightiest first.

    A fact has the themes of its sentence of which words stand in its clause; where none do, those of the whole
    sentence. Words that stand in no clause belong to the claim before them. Words of who says it, and countries, count
    only where there are no others. A claim has the themes of the facts that belong to it as well.
    """
    by_sentence: dict[int, list[ThemeMatch]] = defaultdict(list)
    for match in themes:
        by_sentence[match.sentence].append(match)
    clauses = _clauses(facts)
    own = [
        _of_fact(clause, _source(fact, attributions), by_sentence[fact.sentence])
        for fact, clause in zip(facts, clauses, strict=True)
    ]
    whole = [_with_folded(number, fact, facts, own) for number, fact in enumerate(facts)]
    return tuple(one for number, earned in enumerate(whole) for one in _ranked(number, earned))


def _clauses(facts: Sequence[Fact]) -> list[list[Place]]:
    """What each fact is told in: its clause, the pieces of its sentence, and for a claim what follows them up to the
    next claim of the sentence."""
    ends: dict[int, list[int]] = defaultdict(list)
    for fact in facts:
        if fact.is_claim:
            ends[fact.sentence].append(fact.action_start_char)
    return [
        [
            (fact.start_char, fact.end_char),
            *fact.claim_spans,
            *(_after(fact, ends[fact.sentence]) if fact.is_claim else ()),
        ]
        for fact in facts
    ]


def _after(fact: Fact, claims: Sequence[int]) -> list[Place]:
    following = [start for start in claims if start > fact.action_start_char]
    return [(fact.action_start_char, min(following))] if following else [(fact.action_start_char, END)]


def _of_fact(clause: Sequence[Place], source: Sequence[Place], matches: Sequence[ThemeMatch]) -> Earned:
    told = {match.theme: _without(match, source) for match in matches}
    inside = {theme: {p: w for p, w in earned.items() if _meets(p, clause)} for theme, earned in told.items()}
    found = {theme: earned for theme, earned in inside.items() if sum(earned.values()) >= ENOUGH}
    return found or {t: earned for t, earned in told.items() if earned} or {m.theme: _weights(m) for m in matches}


def _with_folded(number: int, fact: Fact, facts: Sequence[Fact], own: Sequence[Earned]) -> Earned:
    """The themes of a fact, and where it is a claim those of the facts that belong to it."""
    if not fact.is_claim:
        return own[number]
    merged: Earned = defaultdict(dict)
    for other, one in enumerate(facts):
        if other == number or one.claim_of == number:
            for theme, earned in own[other].items():
                merged[theme] |= earned
    return merged


def _ranked(number: int, earned: Earned) -> list[FactTheme]:
    found = [
        FactTheme(fact=number, theme=theme, weight=sum(places.values()), evidence=tuple(sorted(places)))
        for theme, places in earned.items()
    ]
    return sorted(found, key=lambda one: (-one.weight, one.theme))


def _weights(match: ThemeMatch) -> dict[Place, float]:
    return dict(zip(match.evidence, match.weights, strict=True))


def _without(match: ThemeMatch, source: Sequence[Place]) -> dict[Place, float]:
    """The words that earn a theme, without those of who says it and without countries."""
    return {
        place: weight
        for place, weight in _weights(match).items()
        if place not in match.countries and not _meets(place, source)
    }


def _source(fact: Fact, attributions: Sequence[Attribution]) -> list[Place]:
    """The words of who says it, where they are no part of what happens."""
    if fact.rule == "saying":
        start, end = fact.actor_start_char, fact.actor_end_char
    elif fact.attribution is not None:
        saying = attributions[fact.attribution]
        start, end = saying.source_start_char, saying.source_end_char
    else:
        return []
    if start is None or end is None:
        return []
    slots = [(fact.actor_start_char, fact.actor_end_char), (fact.target_start_char, fact.target_end_char)]
    acting = [] if fact.rule == "saying" else [(s, e) for s, e in slots if s is not None and e is not None]
    return [] if _meets((start, end), acting) else [(start, end)]


def _meets(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)
