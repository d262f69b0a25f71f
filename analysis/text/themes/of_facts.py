"""The themes of facts: those of their sentence that the words of their clause earn, and those of what is folded in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from analysis.text.records import Attribution, Fact, FactTheme, ThemeMatch
from analysis.text.themes.leanings import Leanings
from analysis.text.themes.of_claims import Asked, claim_themes

Place = tuple[int, int]
Earned = dict[str, dict[Place, float]]

# A claim whose own words leave its theme open has that of its report, where FEWEST claims or more have one and they are
# HALF of all. What a report of politics or of business is about says too little of each claim in it. Tried: .2 to .6,
# with and without the broad themes.
BROAD = frozenset({"diplomacy", "economy", "security", "services"})
FEWEST, HALF = 3, 0.5
ENOUGH = 2.0  # more than one word that only hints at a theme
END = 1 << 60  # further than any text


def find_fact_themes(
    facts: Sequence[Fact],
    attributions: Sequence[Attribution],
    themes: Iterable[ThemeMatch],
    leanings: Leanings | None = None,
) -> tuple[FactTheme, ...]:
    """The themes of each fact, by fact, the weightiest first.

    A fact has the themes of its sentence of which words stand in its clause; where none do, those of the whole
    sentence. Words that stand in no clause belong to the claim before them. Words of who says it, and countries, count
    only where there are no others. A claim has the themes of the facts that belong to it as well, and one that has none
    those that half of its report's claims have, without evidence. Where the leanings of the report are known, a model
    decides over all that for each claim.
    """
    matches = _grouped_matches(themes)
    given = _by_rules(facts, attributions, matches)
    if leanings is not None:
        for number, claim in _asked(facts, given):
            given[number] = _decided(claim, matches[claim.sentence], given[number], leanings)
    return tuple(one for number, earned in enumerate(given) for one in _ranked(number, earned))


def asked_of_claims(
    facts: Sequence[Fact], attributions: Sequence[Attribution], themes: Iterable[ThemeMatch]
) -> list[tuple[int, Asked]]:
    """What the model is asked of each claim, with its number."""
    return list(_asked(facts, _by_rules(facts, attributions, _grouped_matches(themes))))


def _grouped_matches(themes: Iterable[ThemeMatch]) -> dict[int, list[ThemeMatch]]:
    by_sentence: dict[int, list[ThemeMatch]] = defaultdict(list)
    for match in themes:
        by_sentence[match.sentence].append(match)
    return by_sentence


def _by_rules(
    facts: Sequence[Fact], attributions: Sequence[Attribution], matches: Mapping[int, Sequence[ThemeMatch]]
) -> list[Earned]:
    """What each fact has by the words of its clause, its parts, and the other claims."""
    clauses = [_clauses(fact) for fact in facts]
    beside, below = _grouped(fact.sentence for fact in facts), _grouped(fact.claim_of for fact in facts)
    own = [
        _of_fact(
            _in_clause(number, facts, clauses, beside[fact.sentence]),
            _source(fact, attributions),
            matches.get(fact.sentence, ()),
        )
        for number, fact in enumerate(facts)
    ]
    parts = [[number, *below[number]] if fact.is_claim else [number] for number, fact in enumerate(facts)]
    whole = [_merged([own[one] for one in numbers]) for numbers in parts]
    shared = _shared(earned for fact, earned in zip(facts, whole, strict=True) if fact.is_claim)
    return [shared if fact.is_claim and not earned else earned for fact, earned in zip(facts, whole, strict=True)]


def _asked(facts: Sequence[Fact], given: Sequence[Earned]) -> Iterator[tuple[int, Asked]]:
    """Each claim with the clauses of its sentence that it and what belongs to it stand in."""
    below = _grouped(fact.claim_of for fact in facts)
    for number, claim in enumerate(facts):
        if claim.is_claim:
            parts = [claim, *(facts[n] for n in below[number] if facts[n].sentence == claim.sentence)]
            yield (
                number,
                Asked(claim.sentence, [place for one in parts for place in _clauses(one)], frozenset(given[number])),
            )


def _clauses(fact: Fact) -> list[Place]:
    return [(fact.start_char, fact.end_char), *fact.claim_spans]


def _decided(claim: Asked, matches: Iterable[ThemeMatch], given: Earned, leanings: Leanings) -> Earned:
    """The themes of a claim by the model, each with the words that earn it, in its sentence where none do in it."""
    of_sentence = {match.theme: _weights(match) for match in matches}
    untrained = {theme: places for theme, places in given.items() if theme not in leanings.asked}
    return untrained | {
        theme: given.get(theme) or of_sentence.get(theme, {}) for theme in claim_themes(claim, leanings)
    }


def _shared(claims: Iterable[Earned]) -> Earned:
    """The themes that half of a report's claims have, with no words that earn them."""
    listed = list(claims)
    counts = Counter(theme for earned in listed for theme in earned if theme not in BROAD)
    return {theme: {} for theme, n in counts.items() if n >= max(FEWEST, HALF * len(listed))}


def _grouped(keys: Iterable[int | None]) -> dict[int, list[int]]:
    """The positions of each key; none of what has no key."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key is not None:
            found[key].append(number)
    return found


def _in_clause(
    number: int, facts: Sequence[Fact], clauses: Sequence[Sequence[Place]], beside: Sequence[int]
) -> Callable[[Place], bool]:
    """Whether a place stands in the clause of a fact; or, of a claim, behind its act, before the next claim and in the
    clause of no other claim or what belongs to it."""
    claim, clause = facts[number], clauses[number]
    if not claim.is_claim:
        return lambda place: _meets(place, clause)
    same = [n for n in beside if n != number]
    start = claim.action_start_char
    following = [facts[n].action_start_char for n in same if facts[n].is_claim and facts[n].action_start_char > start]
    others = [place for n in same if facts[n].claim_of not in (None, number) for place in clauses[n]]
    end = min(following, default=END)
    return lambda place: _meets(place, clause) or (start <= place[0] < end and not _meets(place, others))


def _of_fact(is_own: Callable[[Place], bool], source: Sequence[Place], matches: Sequence[ThemeMatch]) -> Earned:
    told = {match.theme: _without(match, source) for match in matches}
    inside = {theme: {p: w for p, w in earned.items() if is_own(p)} for theme, earned in told.items()}
    found = {theme: earned for theme, earned in inside.items() if sum(earned.values()) >= ENOUGH}
    return found or {t: earned for t, earned in told.items() if earned} or {m.theme: _weights(m) for m in matches}


def _merged(parts: Iterable[Earned]) -> Earned:
    """The themes of several facts together."""
    merged: Earned = defaultdict(dict)
    for earned in parts:
        for theme, places in earned.items():
            merged[theme] |= places
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
