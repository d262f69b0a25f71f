"""Who speaks the words that a fact stands in, by name where that is clear."""

from __future__ import annotations

from analysis.text.claims.people import described
from analysis.text.facts.build import Sources
from analysis.text.records import Fact

RECENT = 12  # attributions before one that are looked at
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who"})


def speaker(fact: Fact, sources: Sources) -> str:
    """Who says so: the name, else the words; empty where nobody is named."""
    found = speaking_mention(fact, sources)
    if found is not None:
        return sources.names.mentions[found].name
    said = None if fact.attribution is None else sources.attributions[fact.attribution].source
    return "" if said is None or said.lower() in PRONOUNS else said


def speaking_mention(fact: Fact, sources: Sources) -> int | None:
    """The position of the mention of who says so; `he added` is who spoke before, as a reader takes it."""
    if fact.attribution is None:
        return None
    one = sources.attributions[fact.attribution]
    if one.source_mention is not None:
        return one.source_mention
    if (one.source or "").lower() not in PRONOUNS:
        start = one.source_start_char
        return None if start is None else described(one.source or "", start, one.sentence, sources.names)
    recent = sources.attributions[max(0, fact.attribution - RECENT) : fact.attribution]
    return next((other.source_mention for other in reversed(recent) if other.source_mention is not None), None)
