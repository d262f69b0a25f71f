"""The sentence of a claim for somebody who reads it alone: what it leaves to the report around it, by name.

A pronoun or description has the name that it means (`its` -> `Acme Ltd's`), a noun with nothing but an article the
words with which the report told of it first (`the talks` -> `the talks on the border`), a figure without an owner that
of whom the report is about (`sales rose` -> `Acme Ltd's sales rose`). What then names nobody begins with whom the
report is about: `Acme Ltd: the offer expires in May`. Where it is not clear who or what is meant, the words stay.
"""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from analysis.text.claims.about import PRONOUNS, known, meaning, possessive, with_article
from analysis.text.claims.bridging import resolution
from analysis.text.claims.introduced import DEFINITE
from analysis.text.claims.meant import meant
from analysis.text.claims.named_nouns import put_name, put_owner
from analysis.text.claims.open_nouns import open_nouns
from analysis.text.claims.row import Row
from analysis.text.claims.setting import FIRST, Filled, Setting, tokens_of
from analysis.text.claims.topical import with_topic
from analysis.text.claims.wording import stated
from analysis.text.facts.naming import Names
from analysis.text.records import Fact, Mention
from analysis.text.references.pronouns import is_record

REFLEXIVE = ("self", "selves")
LONGEST = 14  # words of a slot
INSIDE = frozenset({"compound", "nmod", "amod"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})


def alone(row: Row, fact: Fact, around: Setting) -> Fact:
    """A claim whose sentence can be read alone, as far as it is clear what it means; `how` says what was put in."""
    filled = Filled(named=_named(row, around))
    _fill(row, fact, around, filled)
    text = with_topic(_text(row, around, filled), row, fact, around, filled)
    said = ", ".join(f"{words} = {meaning}" for words, meaning in filled.meanings.items())
    how = f"{fact.how}; sentence: {said}".removeprefix("; ") if said else fact.how
    return msgspec.structs.replace(fact, claim=text, how=how, **_slot(row, fact, filled))


def _slot(row: Row, fact: Fact, filled: Filled) -> dict[str, str]:
    """The slot of whom the sentence is about in the same words: `the reserves` of who as `Acme Ltd's reserves`."""
    who = row.wording.clause.who
    if who is None or not who.positions or not filled.instead:
        return {}
    start_char, plain, full = who.head.doc[who.positions[0]].idx, who.said({}), who.said(filled.instead)
    if full == plain or len(full.split()) > LONGEST:
        return {}
    roles = (role for role in ("actor", "target") if getattr(fact, f"{role}_start_char") == start_char)
    is_open = {role: getattr(fact, f"{role}_mention") is None or getattr(fact, role) == plain for role in roles}
    return {role: full for role in is_open if is_open[role]}


def _text(row: Row, around: Setting, filled: Filled) -> str:
    if not filled.instead and filled.whom is None and not row.wording.is_filled:
        return row.wording.text
    who = row.wording.clause.who
    whom = "" if who is None else filled.whom or who.said(filled.instead)
    return stated(row.wording.clause, whom, filled.instead, row.told, around.sources)


def _named(row: Row, around: Setting) -> set[int]:
    """The chains of the names in a sentence."""
    names = around.sources.names
    who = row.wording.clause.who
    found = set() if who is None or who.positions else set(known(who, names))
    numbers = (names.mention_at(token) for token in tokens_of(row))
    return found | {names.mentions[n].chain for n in numbers if n is not None and names.mentions[n].label in NAMES}


def _fill(row: Row, fact: Fact, around: Setting, filled: Filled) -> None:
    """Put names for pronouns and descriptions, owners before nouns, fuller words for bare nouns."""
    who, names = row.wording.clause.who, around.sources.names
    if who is not None and not who.positions and who.named.mention is None and who.head.tag_ in PRONOUNS:
        number = meant(who.head, names)
        if number is not None:
            filled.whom = _name(who.head, number, around, filled)
    found = {one.noun.i: (one, resolution(one, row, fact, around)) for one in open_nouns(row, names)}
    for one, resolved in found.values():
        if resolved is not None and not resolved.is_owner:
            put_name(one, resolved.antecedent, row, names, filled)
    for token in tokens_of(row):
        if token.tag_ in PRONOUNS and token.i not in filled.instead and not _is_of_itself(token):
            _fill_pronoun(token, _meant(token, row, fact, around), row, around, filled)
    owners = [
        (one, resolved)
        for one, resolved in found.values()
        if resolved is not None and resolved.is_owner and not _is_told_with_a_name(one.noun, around)
    ]
    if owners and not filled.named:
        one, resolved = max(owners, key=lambda pair: pair[1].probability)
        put_owner(one, resolved.antecedent, names, filled)
    for token in tokens_of(row):
        if token.pos_ == "NOUN" and any(one.lower_ in DEFINITE for one in token.lefts):
            _fill_noun(token, who is not None and token.i in who.positions, around, filled)


def _is_of_itself(token: Token) -> bool:
    """Whether a pronoun is the speaker's or reflexive: no name stands in its place."""
    return token.lower_ in FIRST or token.lower_.endswith(REFLEXIVE)


def _meant(token: Token, row: Row, fact: Fact, around: Setting) -> int | None:
    """Whom a pronoun means: as the words around it tell, else who acts in the claim, where that was found later."""
    names, who = around.sources.names, row.wording.clause.who
    number = meant(token, names)
    if number is not None:
        return None if _comes_later(token, names.mentions[number]) else number
    is_subject = who is not None and who.head.i == token.i
    acted = None if fact.actor_mention is None else names.mentions[fact.actor_mention]
    if acted is None or is_record(token) or (acted.label == "PERSON") == (token.lower_ == "it"):
        return None
    is_actor = token.lower_ in ((row.fact.actor or "").lower(), (row.fact.target or "").lower())
    return fact.actor_mention if is_subject and (is_actor or fact.claim != row.wording.text) else None


def _comes_later(token: Token, one: Mention) -> bool:
    """Whether a name stands behind a pronoun in its sentence: `though its winds fell, the service warned`."""
    return token.idx < one.start_char < token.sent.end_char


def _fill_pronoun(token: Token, number: int | None, row: Row, around: Setting, filled: Filled) -> None:
    names = around.sources.names
    if number is not None:
        if names.mentions[number].chain not in filled.named or _is_only_inside(token, number, row, around):
            filled.instead[token.i] = _name(token, number, around, filled)
        return
    known_as = names.reference(token)
    if known_as is None or known_as.mention is not None or known_as.antecedent in filled.meanings.values():
        return
    if not _is_said(known_as.antecedent, row.wording.text):
        filled.instead[token.i] = meaning(known_as, token, names)
        filled.meanings[token.lower_] = known_as.antecedent


def _is_only_inside(token: Token, number: int, row: Row, around: Setting) -> bool:
    """Whether a subject is named again only within other phrases: `it opposed the Acme Ltd ruling`."""
    names, who = around.sources.names, row.wording.clause.who
    if who is None or who.head.i != token.i:
        return False
    named = ((one, names.mention_at(one)) for one in tokens_of(row))
    return all(one.dep_ in INSIDE for one, found in named if found is not None and _is_same(found, number, names))


def _is_same(one: int, other: int, names: Names) -> bool:
    return names.mentions[one].chain == names.mentions[other].chain


def _is_said(antecedent: str, text: str) -> bool:
    """Whether a sentence says by itself what a pronoun stands for, or a part of it."""
    capitals = [word for word in antecedent.split() if word[:1].isupper()]
    return any(word in text for word in capitals) if capitals else antecedent.lower() in text.lower()


def _name(token: Token, number: int, around: Setting, filled: Filled) -> str:
    one = around.sources.names.mentions[number]
    filled.named.add(one.chain)
    filled.meanings[token.lower_] = one.name
    name = with_article(one.name, around.sources.names)
    return possessive(name) if token.tag_ == "PRP$" else name


def _fill_noun(token: Token, is_subject: bool, around: Setting, filled: Filled) -> None:
    """Put the words with which a thing was told of first for a bare noun."""
    names = around.sources.names
    if token.i in filled.instead or (filled.named and not is_subject):
        return
    told = around.introductions.of(token)
    if told is None or told.words.lower() in (words.lower() for words in filled.meanings.values()):
        return
    inside = [names.mention_at(token.doc[place]) for place in range(*told.span)]
    chains = {names.mentions[n].chain for n in inside if n is not None}
    whose = "" if told.owner is None else _owner_words(told.owner, around)
    articles = [one.i for one in token.lefts if one.lower_ in DEFINITE]
    owners = [filled.instead[place] for place in articles if place in filled.instead]
    filled.instead |= dict.fromkeys(articles, owners[0] if owners else whose or "the") | {token.i: told.words}
    filled.meanings[token.lower_] = f"{whose} {told.words}".strip()
    filled.named |= chains


def _is_told_with_a_name(noun: Token, around: Setting) -> bool:
    """Whether a bare noun was told of first with a name: `the stock` is `the Acme stock`, whoever is its owner."""
    told = around.introductions.of(noun)
    mention_at = around.sources.names.mention_at
    return told is not None and any(mention_at(noun.doc[place]) is not None for place in range(*told.span))


def _owner_words(owner: Token, around: Setting) -> str:
    names = around.sources.names
    number = names.mention_at(owner)
    number = meant(owner, names) if number is None else number
    return "" if number is None else possessive(with_article(names.mentions[number].name, names))
