"""Noun phrases: the words that belong to a head noun, without the clauses that describe it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.text.facts.syntax import NOMINAL
from analysis.text.numbering import end_with_number

BEFORE = frozenset(
    {
        "neg",  # of a noun: `not a single mine`
        "det",
        "amod",
        "compound",
        "nmod",
        "nummod",
        "poss",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "preconj",
        "nounmod",
    }
)
TELLING = frozenset({"in", "for", "from", "throughout", "across", "near"})  # before a name: which of them
BELONGING = frozenset({"based", "affiliated", "aligned", "allied", "linked", "loyal"})  # after a noun: which of them
CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis"})

NESTED = 4  # phrases within phrases that are followed: the head of the office of the minister of trade
LONGEST = 20  # nouns joined by `and` that are followed

Span = tuple[int, int]


def phrase(head: Token, nested: int = NESTED) -> Span:
    """The first position in the Doc of a noun phrase and the one past its last, with the nouns joined to it."""
    return _start(head), max(_end(one, nested) for one in conjuncts(head))


def base(head: Token) -> Span:
    """A noun phrase without what is joined to it: the words before the head, `of` with its noun, the name beside it."""
    return _start(head), _end(head, NESTED)


def conjuncts(head: Token) -> list[Token]:
    """A noun and the nouns joined to it by `and`, in order, up to a clause that describes one of them.

    The parser hangs each on the one before it, or all on the first.
    """
    found = [head]
    for one in found:
        found += list(_joined(one))[: max(0, LONGEST - len(found))]
    return sorted(found, key=lambda one: one.i)


def name_beside(head: Token) -> Token | None:
    """The noun in apposition: `the minister, Anna Berg`, `the company Nordstern`."""
    for one in head.rights:
        if one.dep_ == "appos" and one.pos_ in NOMINAL:
            return one
        if one.dep_ in CLAUSES:
            return None
    return None


def _start(head: Token) -> int:
    for one in head.lefts:
        if one.dep_ in BEFORE:
            return one.left_edge.i
    return head.i


def _end(head: Token, nested: int) -> int:
    """One past the last position of a noun phrase, without the clauses that describe it."""
    end = head.i + 1
    for one in head.rights:
        if one.left_edge.i != end or nested == 0:
            break
        inner = _inner(one)
        if inner is not None:
            end = phrase(inner, nested - 1)[1]
        elif one.dep_ in ("nummod", "compound"):
            end = _end(one, nested - 1)
        else:
            break
    return end_with_number(head.doc, end)


def _inner(one: Token) -> Token | None:
    """The noun that tells more of the one before: after `of` or `in`, beside it, after `based in` or `loyal to`."""
    if one.dep_ == "appos" and one.pos_ in NOMINAL:
        return one
    if one.dep_ in ("acl", "amod") and one.lower_ in BELONGING:
        return next((found for place in one.rights if (found := _object(place)) is not None), None)
    if one.dep_ != "prep":
        return None
    held = _object(one)
    return held if held is not None and (one.lower_ in ("of", "between") or _is_named(one, held)) else None


def _object(preposition: Token) -> Token | None:
    return next((one for one in preposition.rights if one.dep_ == "pobj"), None)


def _joined(head: Token) -> Iterator[Token]:
    for one in head.rights:
        if one.dep_ in CLAUSES:
            return
        if one.dep_ == "conj":
            if one.pos_ not in NOMINAL:
                return
            yield one


def _is_named(preposition: Token, held: Token) -> bool:
    """Whether a preposition leads to a name that tells which is meant: `rebels in Ruritania`, `minister for Europe`."""
    return preposition.lower_ in TELLING and held.pos_ == "PROPN" and held.ent_type_ not in ("DATE", "TIME")
