"""The theme of a fact: of its own words first, then of its sentence; not of who says it, nor of a country in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.tables.entry import Entry
from analysis.text.records import Fact, ThemeMatch
from analysis.text.themes import ENOUGH

# How often words of the action, the actor and the target count beside those of the rest of the sentence. Of 60 facts of
# news agencies and 60 of the example reports, read by hand, 1 to 2 gave most the right theme (.5 to 3 tried); a lower
# one lets what is around a fact decide.
INSIDE = 2

Span = tuple[int, int]


def themes_by_sentence(entry: Entry) -> Mapping[int, Sequence[ThemeMatch]]:
    """The themes of a report by the number of their sentence."""
    found: dict[int, list[ThemeMatch]] = defaultdict(list)
    for match in entry.report.themes:
        found[match.sentence].append(match)
    return found


def fact_theme(entry: Entry, fact: Fact, matches: Sequence[ThemeMatch]) -> str | None:
    """The weightiest of the themes of its sentence, as far as words other than countries speak for it.

    The words of who says it count only where no others do.
    """
    own, source = _own(fact), _source(entry, fact)
    told = [(match, _weights(match, own, source)) for match in matches]
    ranked = [(INSIDE * inside + rest, rest, match.theme) for match, (inside, rest, _) in told if rest >= ENOUGH]
    if not ranked:
        ranked = [(said, said, match.theme) for match, (_, rest, saying) in told if (said := rest + saying) >= ENOUGH]
    return max(ranked, key=lambda one: (one[:2], one[2]), default=(0.0, 0.0, None))[2]


def _weights(match: ThemeMatch, own: Sequence[Span], source: Span | None) -> tuple[float, float, float]:
    """The weight of a theme in the fact's own words, in its whole sentence, and in the words of who says it."""
    inside = rest = saying = 0.0
    for span, weight in zip(match.evidence, match.weights, strict=True):
        if not weight or span in match.countries:
            continue
        if source is not None and _meet(span, source):
            saying += weight
        else:
            rest += weight
            inside += weight if any(_meet(span, one) for one in own) else 0.0
    return inside, rest, saying


def _own(fact: Fact) -> list[Span]:
    """The action, the actor and the target; the action alone where somebody says something."""
    spans: list[Span] = [(fact.action_start_char, fact.action_end_char)]
    if fact.rule != "saying":
        slots = ((fact.actor_start_char, fact.actor_end_char), (fact.target_start_char, fact.target_end_char))
        spans += [(start, end) for start, end in slots if start is not None and end is not None]
    return spans


def _source(entry: Entry, fact: Fact) -> Span | None:
    """The words of who says it, where they are no part of what happens."""
    if fact.rule == "saying":
        start, end = fact.actor_start_char, fact.actor_end_char
    elif fact.attribution is not None:
        saying = entry.report.attributions[fact.attribution]
        start, end = saying.source_start_char, saying.source_end_char
    else:
        return None
    if start is None or end is None:
        return None
    return None if any(_meet((start, end), one) for one in _own(fact)) else (start, end)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
