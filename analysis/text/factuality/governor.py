"""The word that governs an event's head, and how: the way that certainty, negation and time come down to the event."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from analysis.text.factuality.group import Group
from analysis.text.factuality.lexicon import cue_effect

LONGEST_COORDINATION = 20
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PREPOSITIONAL = frozenset({"prep", "agent", "dative", "prt"})
COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "look"})
RAISING = frozenset({"go", "have", "seem", "appear", "tend", "likely", "unlikely", "due", "certain", "sure", "bound"})


class Governor(NamedTuple):
    """A word and its scope that holds the event: a scope of `factuality.csv`, or one of these.

    purpose (an infinitive that says what for), adjunct (a clause that says when or how), copula (be and the like),
    participle, headline (`Ministers to meet`).
    """

    token: Token
    scope: str


def governor(token: Token, group: Group) -> Governor | None:
    """The governor of an event's head, None for a main clause, a relative clause and the like."""
    first = _first_conjunct(token)
    dep, head = first.dep_, first.head
    if dep == "ROOT" or head.i == first.i:
        return None
    if dep in ("pobj", "pcomp"):
        return _of_preposition(head)
    if dep in ("dobj", "nsubjpass", "csubjpass", "dative"):
        return _of_argument(head, "object")
    if dep in ("nsubj", "csubj"):
        return _of_argument(head, "subject")
    if dep in ("acomp", "attr", "oprd"):
        return Governor(head, "copula")
    if dep in ("compound", "nmod"):
        return Governor(head, "of")
    return _of_clause(first, group)


def _first_conjunct(token: Token) -> Token:
    """The first of the words that the token is joined to by `and` or `or`, as far as they are of its kind."""
    first = token
    for _ in range(LONGEST_COORDINATION):
        if first.dep_ != "conj" or (first.pos_ in VERBAL) != (first.head.pos_ in VERBAL):
            break
        first = first.head
    return first


def _of_preposition(preposition: Token) -> Governor | None:
    word = preposition.lower_
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    if cue_effect(f"{before} {word}", "prep", "holds"):
        return Governor(preposition.head, f"{before} {word}")
    if preposition.dep_ not in PREPOSITIONAL:
        return None
    scope = "to-noun" if word == "to" else word
    return Governor(_holder(preposition, scope), scope)


def _holder(preposition: Token, scope: str) -> Token:
    """The word that a preposition belongs to: its head, or that verb's object when the lexicon knows that with it.

    The parser often hangs `on` in `signed a law on opening schools` on the verb.
    """
    verb = preposition.head
    if verb.pos_ not in VERBAL or cue_effect(verb.lemma_, "verb", scope) is not None:
        return verb
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.i < preposition.i]
    return next((noun for noun in objects if cue_effect(noun.lemma_, "noun", scope) is not None), verb)


def _of_argument(verb: Token, role: str) -> Governor:
    """The verb that an event is subject or object of; `the talks are expected to begin` are a subject of `begin`."""
    if role == "object" and verb.tag_ != "VBN" and verb.lemma_ not in RAISING:
        return Governor(verb, role)
    if role == "subject" and verb.lemma_ in COPULAS:
        return Governor(_predicative(verb, role), role)
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ in ("VB", "VBN") and (role == "object" or verb.lemma_ in RAISING):
            is_passive = any(word.dep_ == "auxpass" for word in child.children)
            return Governor(child, "object" if is_passive else "subject")
    return Governor(verb, role)


def _of_clause(first: Token, group: Group) -> Governor | None:
    dep, head = first.dep_, first.head
    if dep in ("xcomp", "ccomp"):
        if group.has_to and head.pos_ in NOMINAL:
            return _of_noun_clause(head)
        scope = _complement_scope(group, first)
        return Governor(_predicative(head, scope), scope)
    if dep == "advcl":
        if group.has_to:
            return Governor(head, "to" if cue_effect(head.lemma_, part_of(head), "to") else "purpose")
        return Governor(head, "adjunct")
    if dep in ("acl", "relcl") and group.is_finite and _says_what(first, head):
        return Governor(head, "that")
    if dep in ("acl", "relcl") and group.has_to:
        return _of_noun_clause(head)
    return None


def _says_what(clause: Token, noun: Token) -> bool:
    """Whether a finite clause is what a noun says: `reports that he fell`, but not `a report published in May`.

    The parser takes some for relative clauses: with an object before its subject, although it has its object behind.
    """
    if clause.dep_ == "relcl":
        that = clause.left_edge
        has_object = any(child.dep_ == "dobj" and child.i > clause.i for child in clause.children)
        is_whole = has_object and that.dep_ == "dobj" and that.lower_ == "that"
        return is_whole and cue_effect(noun.lemma_, "noun", "that") is not None
    return clause.tag_ != "VBN" or clause.left_edge.lower_ == "that"


def _predicative(verb: Token, scope: str) -> Token:
    """The adjective that a clause belongs to in `it is likely that`, else the verb."""
    if verb.lemma_ not in COPULAS:
        return verb
    adjectives = (child for child in verb.children if child.dep_ == "acomp")
    return next((word for word in adjectives if cue_effect(word.lemma_, "adj", scope) is not None), verb)


def _complement_scope(group: Group, token: Token) -> str:
    if group.has_to:
        return "to"
    if group.is_finite:
        return "that"
    return {"VB": "to", "VBN": "participle"}.get(token.tag_, "ing")


def _of_noun_clause(noun: Token) -> Governor:
    """The noun or the verb that an infinitive after a noun belongs to: `a plan to`, `asked the army to`."""
    is_argument = noun.dep_ in ("dobj", "nsubjpass") and cue_effect(noun.lemma_, "noun", "to") is None
    if is_argument and cue_effect(noun.head.lemma_, "verb", "to") is not None:
        return Governor(noun.head, "to")
    if noun.lower_ == "order" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return Governor(noun.head.head, "purpose")
    is_headline = noun.dep_ == "ROOT" or noun.pos_ == "PROPN"
    return Governor(noun, "headline" if is_headline and cue_effect(noun.lemma_, "noun", "to") is None else "to")


def part_of(token: Token) -> str:
    """The part of speech of a word as `factuality.csv` names it, empty for others."""
    pos = token.pos_
    if pos in VERBAL:
        return "verb"
    if pos in NOMINAL:
        return "noun"
    return "adj" if pos == "ADJ" else ""
