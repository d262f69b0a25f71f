"""The slots of a claim in full: the name for a pronoun or a description, the owner by name: `its port`."""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.tokens import Token

from analysis.lexicons import gazetteer
from analysis.text.claims.meant import in_full, meant
from analysis.text.claims.people import described
from analysis.text.facts.build import Sources
from analysis.text.facts.naming import Names
from analysis.text.facts.phrases import base, conjuncts
from analysis.text.records import Fact

ROLES = ("actor", "target", "recipient")
MEANING = "named before, as a reader takes it"
OWNERS = frozenset({"PRP$"})
LONGEST = 24  # words of a slot that are looked at


def with_names(fact: Fact, sources: Sources) -> Fact:
    """A claim with a name in place of each pronoun and description whose name is clear to a reader."""
    for role in ROLES:
        names = sources.names
        changes = _joint(fact, role, names) or _named(fact, role, names) or _owned(fact, role, names)
        fact = msgspec.structs.replace(fact, **changes) if changes else fact
    return fact


def _joint(fact: Fact, role: str, names: Names) -> dict[str, Any]:
    """Several who are joined by `and`, the persons by name: `Minister Anna Berg and the council` without her title."""
    start, end = getattr(fact, f"{role}_start_char"), getattr(fact, f"{role}_end_char")
    span = None if start is None else names.parse.doc.char_span(start, end)
    parts = [] if span is None else [one for one in conjuncts(span.root) if one.i < span.end]
    labels = [names.label(one) for one in parts]
    if len(parts) < 2 or "PERSON" not in labels or any(_is_or(one) for one in parts):
        return {}
    words = [_part(one, names) for one in parts]
    return {role: f"{', '.join(words[:-1])} and {words[-1]}"}


def _part(noun: Token, names: Names) -> str:
    mention = names.mention_at(noun)
    if mention is not None and names.mentions[mention].label == "PERSON":
        return names.mentions[mention].name
    start_char, end_char = names.chars(*base(noun))
    return " ".join(names.parse.text[start_char:end_char].split())


def _is_or(noun: Token) -> bool:
    """Whether a noun is joined by `or`: one of them is meant."""
    return any(one.dep_ == "cc" and one.lower_ not in ("and", "&") for one in noun.rights)


def _named(fact: Fact, role: str, names: Names) -> dict[str, Any]:
    words, start = getattr(fact, role), getattr(fact, f"{role}_start_char")
    if words is None or start is None or getattr(fact, f"{role}_mention") is not None:
        return {}
    head = _head(fact, role, names)
    found = None if head is None else meant(head, names)
    if found is None:
        found = described(words, start, fact.sentence, names, _beside(fact, role))
    if found is None or _chain(found, names) in _others(fact, role, names) or _is_own(found, fact, names):
        return {}
    name = names.mentions[found].name
    return {role: name, f"{role}_mention": found, "how": _joined(fact.how, f"{role}: {MEANING}")} | _retold(
        fact, words, name
    )


def _is_own(found: int, fact: Fact, names: Names) -> bool:
    """Whether a country is that of the people who act: `Ruritanian troops left the country` leave another."""
    code = gazetteer.country_of(names.mentions[found].name)
    doer = None if fact.actor_mention is None else names.mentions[fact.actor_mention]
    return code is not None and doer is not None and gazetteer.demonym_country(doer.text) == code


def _beside(fact: Fact, role: str) -> int | None:
    """The mention of who acts on the one in a slot, or on whom that one acts: somebody else."""
    return fact.target_mention if role == "actor" else fact.actor_mention


def _retold(fact: Fact, words: str, name: str) -> dict[str, Any]:
    """The sentence of the claim with the name, where it begins with the words."""
    begins = fact.claim.lower().startswith(f"{words.lower()} ")
    return {"claim": name + fact.claim[len(words) :]} if begins else {}


def _head(fact: Fact, role: str, names: Names) -> Token | None:
    """The head of the words of a slot, where they are all that its phrase has."""
    start, end = getattr(fact, f"{role}_start_char"), getattr(fact, f"{role}_end_char")
    span = names.parse.doc.char_span(start, end)
    if span is None:
        return None
    head = span.root
    return head if head.i == span.end - 1 else None


def _owned(fact: Fact, role: str, names: Names) -> dict[str, Any]:
    """`its port` as `Ruritania's port`, where the owner stands in no other slot."""
    words, start = getattr(fact, role), getattr(fact, f"{role}_start_char")
    if words is None or start is None:
        return {}
    full, owner = owners_named(words, start, names, _others(fact, role, names))
    if owner is None:
        return {}
    mention = getattr(fact, f"{role}_mention")
    return {role: full, f"{role}_mention": owner if mention is None else mention}


def owners_named(words: str, start_char: int, names: Names, known: frozenset[int]) -> tuple[str, int | None]:
    """Words that begin at a character with the names of owners for pronouns and descriptions, and the first owner.

    None where there is none; owners whose chains are `known` stay as they are.
    """
    tokens, rest = _words_of(words, start_char, names)
    instead: dict[int, str] = {}
    first = None
    for one in tokens:
        owner = _owner(one, names)
        if owner is not None and _chain(owner, names) not in known:
            first, instead = owner if first is None else first, instead | in_full(one, owner, names)
    if first is None:
        return words, None
    full = "".join(instead.get(one.i, one.text) + (" " if one.whitespace_ else "") for one in tokens)
    return " ".join(full.split()) + rest, first


def _words_of(words: str, start_char: int, names: Names) -> tuple[list[Token], str]:
    """The tokens from a character on that words begin with, and the rest of the words."""
    found: list[Token] = []
    one, rest = names.token_at(start_char), words
    while one is not None and len(found) < LONGEST and rest.lstrip().startswith(one.text):
        rest = rest.lstrip()[len(one.text) :]
        found.append(one)
        one = one.nbor() if one.i + 1 < len(one.doc) else None
    return found, rest


def _owner(one: Token, names: Names) -> int | None:
    """The mention of whom a possessive pronoun or the description before `'s` means."""
    if one.tag_ not in OWNERS and not (one.dep_ == "poss" and one.pos_ in ("NOUN", "PROPN")):
        return None
    return meant(one, names)


def _others(fact: Fact, role: str, names: Names) -> frozenset[int]:
    """The chains of those in the other slots."""
    found = (getattr(fact, f"{other}_mention") for other in ROLES if other != role)
    return frozenset(_chain(one, names) for one in found if one is not None)


def _chain(mention: int, names: Names) -> int:
    return names.mentions[mention].chain


def _joined(how: str, reason: str) -> str:
    return "; ".join(part for part in (how, reason) if part)
