"""The words that the rules for facts turn on, from the lexicons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis.lexicons.rows import read_rows


@dataclass(frozen=True)
class EventNoun:
    """How the words around a noun that names an event are read: `actor` or `target`."""

    of: str
    owner: str
    after: frozenset[str]


@cache
def light_verbs() -> Mapping[tuple[str, str], frozenset[str]]:
    """The prepositions that bring in the target, by verb and noun: `take part in`."""
    rows = read_rows("light_verbs", ("verb", "noun", "after"), optional=("after",))
    return MappingProxyType({(row["verb"], row["noun"]): frozenset(row["after"].split()) for row in rows})


@cache
def verb_phrases() -> Mapping[tuple[str, str, str], frozenset[str]]:
    """The prepositions that bring in the target, by verb, preposition and noun: `come under fire from`."""
    rows = read_rows("verb_phrases", ("verb", "preposition", "noun", "after"), optional=("after",))
    return MappingProxyType(
        {(row["verb"], row["preposition"], row["noun"]): frozenset(row["after"].split()) for row in rows}
    )


@cache
def event_nouns() -> Mapping[str, EventNoun]:
    """The nouns that name an event."""
    rows = read_rows("event_nouns", ("noun", "of", "owner", "after"), optional=("after",))
    return MappingProxyType(
        {row["noun"]: EventNoun(row["of"], row["owner"], frozenset(row["after"].split())) for row in rows}
    )


@cache
def noun_frames() -> Mapping[str, frozenset[str]]:
    """Nouns that a parser may read as verbs, with the words before which they are one: `lead` before `mine`."""
    rows = read_rows("noun_frames", ("noun", "before"))
    return MappingProxyType({row["noun"]: frozenset(row["before"].split()) for row in rows})


@cache
def prepositional_verbs() -> Mapping[str, frozenset[str]]:
    """The prepositions that bring in what a verb acts on or where it leads, by verb: `arrive in`, `invest in`."""
    rows = read_rows("prepositional_verbs", ("verb", "after"))
    return MappingProxyType({row["verb"]: frozenset(row["after"].split()) for row in rows})


@cache
def complement_nouns() -> frozenset[str]:
    """The nouns whose infinitive says what is wished or decided, `readiness to help`."""
    return frozenset(row["noun"] for row in read_rows("complement_nouns", ("noun",)))


@cache
def act_nouns() -> frozenset[str]:
    """The nouns that complete a verb of doing and are nobody's target: `posted a loss`, `made the decision`."""
    return frozenset(row["noun"] for row in read_rows("act_nouns", ("noun",))) | complement_nouns()


@cache
def party_nouns() -> frozenset[str]:
    """The nouns for people and bodies: roles (`minister`) and groups (`troops`)."""
    roles = {
        row["word"]
        for row in read_rows("roles", ("word", "kind", "gender"), optional=("gender",))
        if row["kind"] == "head"
    }
    return frozenset(roles | {row["noun"] for row in read_rows("party_nouns", ("noun",))})


@cache
def giving_nouns() -> frozenset[str]:
    """The nouns for what somebody gets who stands behind `to`: `aid to Chad`."""
    return frozenset(row["noun"] for row in read_rows("giving_nouns", ("noun",)))


@cache
def function_words() -> frozenset[str]:
    """The words that tell nothing of what a sentence is about, in lower case."""
    return frozenset(row["word"] for row in read_rows("function_words", ("word",)))


@cache
def headline_verbs() -> frozenset[str]:
    """Forms of verbs that a headline has where a parser reads nouns."""
    return frozenset(row["form"] for row in read_rows("headline_verbs", ("form",)))


@cache
def figure_nouns() -> frozenset[str]:
    """The figures that a body or a country publishes of a time: sales, earnings, inflation."""
    rows = read_rows("claim_words", ("word", "kind"))
    return frozenset(row["word"] for row in rows if row["kind"].startswith("figure of"))


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The verbs of a kind: subject_control, raising, aspectual, intending, stative, motion, giving, and others."""
    return frozenset(row["verb"] for row in read_rows("verb_kinds", ("verb", "kind")) if row["kind"] == kind)


@cache
def rule_scores() -> Mapping[str, float]:
    """How far each rule is trusted, by its name."""
    rows = read_rows("fact_rules", ("rule", "score", "meaning"))
    return MappingProxyType({row["rule"]: float(row["score"]) for row in rows})
