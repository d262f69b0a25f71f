"""What tells that an open noun stands for a name, or is that name's: named features of a noun and a candidate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from analysis.lexicons import gazetteer
from analysis.lexicons.name_words import kinds, role_heads
from analysis.lexicons.reference_words import reference_words
from analysis.text.claims.antecedents import Antecedent, Place
from analysis.text.claims.judged import claim_words
from analysis.text.claims.open_nouns import PRONOUN, OpenNoun
from analysis.text.facts.lexicon import event_nouns, party_nouns
from analysis.text.facts.naming import Names
from analysis.text.facts.retold import stems
from analysis.text.references.descriptions import can_be, is_company_form

BODIES = frozenset({"ORG", "GPE", "NORP"})
OWNED = ("undertaking", "part of a body", "part of a country", "shared event", "nobody's")
FIGURES = frozenset({"figure of a company", "figure of a country"})
STATISTICS = "figures that an institution publishes"
MEANT = "is meant"
RIVAL = "another of its kind acted just before"
PERSONS = frozenset({"he", "she", "his", "her"})


@dataclass(frozen=True)
class Around:
    """What stands around an open noun: its sentence, who says so, who speaks for whom, whom the report is about."""

    sentence: int
    order: int
    says_so: int | None
    employer: int | None
    topic: int | None
    named: frozenset[int]
    subject: int | None
    meant: int | None


def features(
    one: OpenNoun, candidate: Antecedent, others: Sequence[Antecedent], around: Around, names: Names
) -> dict[str, float]:
    """The features by name of an open noun and one of its candidate antecedents."""
    return dict.fromkeys(_names(one, candidate, others, around, names), 1.0)


def _names(
    one: OpenNoun, candidate: Antecedent, others: Sequence[Antecedent], around: Around, names: Names
) -> Iterator[str]:
    label, lemma = _label(candidate), one.noun.lemma_.lower()
    yield f"label {label}"
    yield f"{one.kind}"
    classes = list(_classes(one))
    if label == "institution" and not FIGURES.isdisjoint(classes):
        yield STATISTICS
    yield from (f"{found} of {label}" for found in classes)
    facts = [*_prominence(candidate, others, around), *_nearness(one, candidate, others, around)]
    facts += _bonds(one, candidate, lemma, names)
    yield from facts
    yield from (f"{fact} for {found}" for fact in facts if fact in CROSSED for found in classes)
    yield from (f"{fact}, {label}" for fact in facts if fact in CROSSED)
    yield f"noun {lemma}"
    yield from _slot(one, around)


CROSSED = frozenset(
    {"topic", "in headline", "says so", "speaks for who says so", "last subject", "last of its kind", "has the noun"}
)


def _label(candidate: Antecedent) -> str:
    """What a candidate is: a company by its form, another body, a country (by a people too), a place, a person."""
    return _label_of(candidate.label, candidate.name)


@lru_cache(maxsize=10_000)
def _label_of(label: str, name: str) -> str:
    if label in ("GPE", "NORP"):
        return "country" if gazetteer.country_of(name) else "place"
    if label == "ORG":
        if is_company(name):
            return "company"
        return "body" if claim_words("institution").isdisjoint(name.lower().split()) else "institution"
    return label if label == "PERSON" else "other"


def is_company(name: str) -> bool:
    """Whether a name says that it is a company's.

    >>> is_company("Acme Ltd"), is_company("Acme Airlines Group"), is_company("Senate")
    (True, True, False)
    """
    return any(is_company_form(word) or word.lower() in reference_words("company") for word in name.split()[1:])


def _classes(one: OpenNoun) -> Iterator[str]:
    """The classes of a noun by the lexicons, the kind of a pronoun."""
    if one.kind == PRONOUN:
        yield "personal pronoun" if one.noun.lower_ in PERSONS else "pronoun"
    else:
        yield from noun_classes(one.noun) or ("other noun",)


def noun_classes(noun: Token) -> tuple[str, ...]:
    """The classes of a noun by the lexicons; empty for one that none has."""
    return _classes_of(noun.lemma_.lower())


@lru_cache(maxsize=10_000)
def _classes_of(lemma: str) -> tuple[str, ...]:
    return tuple(
        name
        for name, is_so in (
            ("person", lemma in role_heads()),
            ("company", lemma in reference_words("company")),
            ("country", lemma in reference_words("country")),
            ("body", kinds().get(lemma) == "ORG"),
            ("place", kinds().get(lemma) in ("GPE", "FAC", "LOC")),
            ("figure of a company", lemma in claim_words("figure of a company")),
            ("figure of a country", lemma in claim_words("figure of a country")),
            ("event", lemma in event_nouns()),
            ("party", lemma in party_nouns()),
            *((kind, lemma in claim_words(kind)) for kind in OWNED),
        )
        if is_so
    )


def _prominence(candidate: Antecedent, others: Sequence[Antecedent], around: Around) -> Iterator[str]:
    if candidate.is_in_headline:
        yield "in headline"
    if around.topic in candidate.chains:
        yield "topic"
    first = min(others, key=lambda other: next((p.position for p in other.places if p.is_subject), 10**9))
    if first is candidate:
        yield "first subject"
    if len(candidate.places) == max(len(other.places) for other in others):
        yield "most named"
    alike = sum(_label(other) == _label(candidate) for other in others)
    yield "only of its kind" if alike == 1 else "one of two" if alike == 2 else "one of many"
    yield f"named {min(len(candidate.places), 4)}"


def _nearness(one: OpenNoun, candidate: Antecedent, others: Sequence[Antecedent], around: Around) -> Iterator[str]:
    place = _last(candidate, one.noun)
    if place is None:
        yield "behind"
    else:
        back = around.sentence - place.sentence
        yield f"back {back if back < 3 else '3 or 4' if back < 5 else 'far'}"
        if place.is_subject:
            yield "a subject there"
    before = [(found.position, other) for other in others if (found := _last(other, one.noun)) is not None]
    subjects = [(found, other) for other in others if (found := _last_subject(other, one.noun)) is not None]
    if subjects and max(subjects, key=lambda pair: pair[0].position)[1] is candidate:
        yield "last subject"
    rivals = [pair for pair in subjects if _label(pair[1]) == _label(candidate)]
    rival = max(rivals, key=lambda pair: pair[0].position, default=None)
    if rival is not None and rival[1] is not candidate and around.sentence - rival[0].sentence <= 1:
        yield RIVAL
    alike = [pair for pair in before if _label(pair[1]) == _label(candidate)]
    if alike and max(alike, key=lambda pair: pair[0])[1] is candidate:
        yield "last of its kind"
    if around.says_so in candidate.chains:
        yield "says so"
    if around.employer in candidate.chains:
        yield "speaks for who says so"
    if around.subject in candidate.chains:
        yield "subject of the clause"
    if candidate.chains & around.named:
        yield "named in the sentence"
    if around.meant is not None:
        yield MEANT if around.meant in candidate.chains else "another is meant"


def _last(candidate: Antecedent, noun: Token) -> Place | None:
    at = bisect_left(candidate.places, noun.i, key=lambda place: place.position)
    return candidate.places[at - 1] if at else None


def _last_subject(candidate: Antecedent, noun: Token) -> Place | None:
    at = bisect_left(candidate.places, noun.i, key=lambda place: place.position)
    return next((place for place in reversed(candidate.places[:at]) if place.is_subject), None)


def _bonds(one: OpenNoun, candidate: Antecedent, lemma: str, names: Names) -> Iterator[str]:
    """What ties a noun to a name in the words of the report."""
    if one.kind == PRONOUN:
        return
    if lemma in candidate.owned:
        yield "has the noun"
    if lemma in candidate.kinds:
        yield "is the noun"
    if candidate.acts & stems(one.noun.text):
        yield "acts so"
    if lemma in candidate.roles:
        yield "has the role"
    words = candidate.name.lower().split()
    if lemma in words:
        yield "name has the noun"
    kind = kinds().get(lemma)
    if kind is not None:
        yield "can be" if can_be(names.mentions[candidate.number], lemma, kind) else "cannot be"


def _slot(one: OpenNoun, around: Around) -> Iterator[str]:
    """What a noun is by itself."""
    if one.noun.tag_ == "NNS":
        yield "plural"
    left = {token.lower_ for token in one.noun.lefts}
    if left & {"this", "these", "that", "those", "such"}:
        yield "pointing"
    if any(token.dep_ in ("amod", "compound") for token in one.noun.lefts):
        yield "with words before"
    if left & {"new", "other", "another", "next", "combined"}:
        yield "another one"
    if any(token.dep_ in ("prep", "relcl", "acl") for token in one.noun.rights):
        yield "with words behind"
    yield "in the subject" if one.is_subject else "elsewhere"
    yield f"sentence {min(around.order, 3)}"
    if around.named:
        yield "another named"
