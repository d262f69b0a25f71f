"""Noun phrases: the words that belong to a head noun, without the clauses that describe it."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.facts.syntax import NOMINAL

BEFORE = frozenset(
    {
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
CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis"})

Span = tuple[int, int]


def phrase(head: Token) -> Span:
    """The first position in the Doc of a noun phrase and the one past its last, with the nouns joined to it."""
    return _start(head), max(_end(one) for one in conjuncts(head))


def base(head: Token) -> Span:
    """A noun phrase without what is joined to it: the words before the head, `of` with its noun, the name beside it."""
    return _start(head), _end(head)


def conjuncts(head: Token) -> list[Token]:
    """A noun and the nouns joined to it by `and`, in order, up to a clause that describes one of them."""
    found: list[Token] = []
    one: Token | None = head
    while one is not None:
        found.append(one)
        one = _joined(one)
    return found


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


def _end(head: Token) -> int:
    end = head.i + 1
    for one in head.rights:
        if one.i != end or one.dep_ in CLAUSES:
            break
        if one.dep_ == "prep" and one.lower_ in ("of", "between"):
            held = next((c for c in one.rights if c.dep_ == "pobj"), None)
            end = end if held is None else phrase(held)[1]
        elif one.dep_ == "appos" and _start(one) == end:
            end = phrase(one)[1]
        elif one.dep_ in ("nummod", "compound"):
            end = _end(one)
        else:
            break
    return end


def _joined(head: Token) -> Token | None:
    for one in head.rights:
        if one.dep_ in CLAUSES:
            return None
        if one.dep_ == "conj":
            return one if one.pos_ in NOMINAL else None
    return None
