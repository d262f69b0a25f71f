"""Slots in whole phrases: `a law on opening schools` in place of `a law`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from analysis.text.claims.complements import MEASURES
from analysis.text.claims.kept import subtree
from analysis.text.claims.pieces import runs, words
from analysis.text.claims.row import Row
from analysis.text.facts.build import Sources
from analysis.text.facts.naming import PARTY
from analysis.text.facts.phrases import phrase
from analysis.text.facts.syntax import child
from analysis.text.records import Fact

NOMINAL_PREPOSITIONS = frozenset({"on", "of", "about", "for", "between"})  # after an object they mostly belong to it
WHOLE = 14  # words of a phrase that a slot holds
UNCLEAR_MARKS = frozenset(',()<>"')  # in a subject: an aside, or words that the parse took for a part of it
DESCRIBING = frozenset({"relcl", "acl"})


def whole(row: Row, fact: Fact, sources: Sources) -> dict[str, Any]:
    """`a law on opening schools` in place of `a law`: the noun with what tells which is meant."""
    event, found = row.told.event, {}
    for argument in (event.actor, event.target):
        if argument is None or argument.span:
            continue
        short = _words(argument.head, sources)
        for role in ("actor", "target"):
            label = sources.names.label(argument.head)
            if label in PARTY or (role == "actor" and label):
                continue
            if getattr(fact, role) == short and getattr(fact, f"{role}_start_char") is not None:
                whole = _with_what_tells_which(argument.head, row.head)
                found[role] = short if role == "actor" and not UNCLEAR_MARKS.isdisjoint(whole) else whole or short
    return found


def _words(head: Token, sources: Sources) -> str:
    start_char, end_char = sources.names.chars(*phrase(head))
    return " ".join(sources.parse.text[start_char:end_char].split())


def _with_what_tells_which(head: Token, verb: Token) -> str:
    """The whole phrase of a noun, without its clauses where it is too long for a slot; empty where it is longer still.

    A pronoun has no whole: what follows it belongs to the verb.
    """
    if head.pos_ == "PRON":
        return ""
    start, hung = phrase(head)[0], _hung_on_the_verb(head, verb) if head.i > verb.i else []
    whole = [place for place in subtree(head) if place >= start]
    for positions in (whole + hung, *_without_clauses(head, whole)):
        first = next(iter(runs(head.doc, positions)), (start, start))
        if 0 < first[1] - first[0] <= WHOLE and not head.i < verb.i < first[1]:
            return words(head.doc, [first]).rstrip(" <(")
    return ""


def _without_clauses(head: Token, positions: list[int]) -> Iterator[list[int]]:
    """The positions up to each clause that describes one of the nouns, the last clause first."""
    clauses = [place for place in positions if head.doc[place].dep_ in DESCRIBING and place > head.i]
    ends = {end for place in clauses if (end := head.doc[place].left_edge.i) > head.i} or {max(positions) + 1}
    for end in sorted(ends, reverse=True):
        yield [place for place in positions if place < end]


def _hung_on_the_verb(noun: Token, verb: Token) -> list[int]:
    """`signed a law on opening schools`: the words after a noun that the parse took for the verb's."""
    following = noun.right_edge.i + 1
    if following >= len(noun.doc):
        return []
    one = noun.doc[following]
    is_of_noun = one.dep_ == "prep" and one.head.i == verb.i and one.lower_ in NOMINAL_PREPOSITIONS
    after = child(one, "pobj")
    is_measure = after is not None and after.ent_type_ in MEASURES  # `worked for the office for 23 years`, `for 3 mln`
    return list(subtree(one)) if is_of_noun and not is_measure and noun.ent_type_ not in MEASURES else []
