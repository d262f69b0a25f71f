"""The candidate antecedents of a report: the names that an open noun may stand for, or whose it may be.

Each has what the report tells of it: where it stands and as what, which nouns it has (`Acme's bid`, `Acme issued
bonds`), which nouns say what it is (`Acme, a brewer`), which acts are its own (`Acme agreed`: `the agreement`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from analysis.lexicons.name_words import role_heads
from analysis.text.claims.topic import topic_name
from analysis.text.facts.main_event import Headline
from analysis.text.facts.naming import Names
from analysis.text.facts.retold import stems
from analysis.text.facts.syntax import SUBJECTS, is_verbal

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "EVENT", "LOC", "FAC", "PRODUCT", "LAW"})
COUNTRIES = frozenset({"GPE", "NORP"})
INSIDE = frozenset({"poss", "compound", "nmod", "amod"})
OF = frozenset({"of", "by", "for", "from", "at"})  # between a noun and whose it is: `the offer by Acme`
OBJECTS = frozenset({"dobj", "attr", "nsubjpass"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "conj"})
UNITS = frozenset({"unit", "government"})  # parts that act for the whole
DEEP = 3  # verbs below one whose subject a name is
MOST = 60  # names of a report that are weighed


@dataclass(frozen=True)
class Place:
    """Where a name, or a pronoun for it, stands: its position in the Doc, its sentence, whether it is a subject."""

    position: int
    sentence: int
    is_subject: bool


@dataclass
class Antecedent:
    """A name, the position of its first mention among the mentions, and what the report tells of it.

    `chains` are those of its mentions: a country has that of its people too.
    """

    number: int
    chains: set[int]
    name: str
    label: str
    is_in_headline: bool
    places: list[Place] = field(default_factory=list)
    owned: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


def antecedents(names: Names, headline: Headline) -> tuple[Antecedent, ...]:
    """The candidate antecedents of a report in the order of their first mentions."""
    found: dict[str, Antecedent] = {}
    by_chain: dict[int, Antecedent] = {}
    for number, one in enumerate(names.mentions):
        name = topic_name(one) if one.label in LABELS else ""
        key = name if one.label in COUNTRIES else f"{one.chain}"
        if not name or (key not in found and len(found) == MOST):
            continue
        made = Antecedent(
            number=number, chains=set(), name=name, label=one.label, is_in_headline=headline.holds(one.text)
        )
        entry = found.setdefault(key, made)
        entry.chains.add(one.chain)
        by_chain[one.chain] = entry
        entry.roles.update(one.role.lower().split())
        token = names.head_of(number)
        if token is not None:
            _hear(entry, token, one.sentence)
    _hear_pronouns(by_chain, names)
    for entry in found.values():
        entry.places.sort(key=lambda place: place.position)
    return tuple(found.values())


def _hear_pronouns(by_chain: Mapping[int, Antecedent], names: Names) -> None:
    for place, reference in names.pronouns.items():
        entry = None if reference.mention is None else by_chain.get(names.mentions[reference.mention].chain)
        if entry is not None:
            _hear(entry, names.parse.doc[place], reference.sentence)


def _hear(entry: Antecedent, token: Token, sentence: int) -> None:
    subject = token
    while subject.dep_ in INSIDE and _speaks_for(subject.head.lemma_.lower()):
        subject = subject.head  # `Acme lawyers said`, `an Acme unit said`
    entry.places.append(Place(token.i, sentence, subject.dep_ in SUBJECTS))
    entry.kinds.update(_kinds(token))
    entry.owned.update(_owned(token))
    if subject.dep_ in SUBJECTS and is_verbal(subject.head):
        for verb in _verbs(subject.head, DEEP):
            entry.acts |= stems(verb.lemma_)
            entry.owned.update(_objects(verb))


def _speaks_for(noun: str) -> bool:
    return noun in UNITS or noun in role_heads()


def _kinds(token: Token) -> Iterator[str]:
    """The nouns that say what a name is: in apposition, before it, as what it is said to be."""
    for one in token.children:
        if one.dep_ in ("appos", "compound", "nmod") and one.pos_ == "NOUN":
            yield one.lemma_.lower()
    if token.dep_ in ("appos", "compound") and token.head.pos_ == "NOUN":
        yield token.head.lemma_.lower()
    if token.dep_ in SUBJECTS and token.head.lemma_ == "be":
        yield from (one.lemma_.lower() for one in token.head.rights if one.dep_ == "attr" and one.pos_ == "NOUN")


def _owned(token: Token) -> Iterator[str]:
    """The nouns that a name has: `Acme's bid`, `the Acme bid`, `the bid of Acme`."""
    above = token.head
    if token.dep_ in INSIDE and above.pos_ == "NOUN":
        yield above.lemma_.lower()
    elif token.dep_ == "pobj" and above.lower_ in OF and above.head.pos_ == "NOUN":
        yield above.head.lemma_.lower()


def _verbs(verb: Token, deep: int) -> Iterator[Token]:
    """A verb and those below it that have its subject: `agreed to cut and sell`."""
    yield verb
    for one in verb.rights if deep else ():
        if one.dep_ in COMPLEMENTS and is_verbal(one) and not any(held.dep_ in SUBJECTS for held in one.lefts):
            yield from _verbs(one, deep - 1)


def _objects(verb: Token) -> Iterator[str]:
    """The nouns that a verb acts on or leads to: `filed a suit`, `raise funds through an offering`."""
    for one in verb.rights:
        if one.dep_ in OBJECTS:
            yield from (word.lemma_.lower() for word in _joined(one) if word.pos_ == "NOUN")
        elif one.dep_ == "prep":
            yield from (word.lemma_.lower() for word in one.rights if word.dep_ == "pobj" and word.pos_ == "NOUN")


def _joined(noun: Token) -> Sequence[Token]:
    """A noun, those joined to it, and what it is of: `a lot of shares`, `an offering of bonds`."""
    found = [noun, *(one for one in noun.rights if one.dep_ == "conj")]
    for one in list(noun.rights):
        if one.dep_ == "prep" and one.lower_ == "of":
            found += [held for held in one.rights if held.dep_ == "pobj"]
    return found
