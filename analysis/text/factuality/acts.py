"""Acts that are done with words and bring about no more than a demand or a promise, or deny: urged, pledged, denied.

The directives and commissives of Searle (A taxonomy of illocutionary acts, 1975).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.text.factuality.governor import COPULAS
from analysis.text.factuality.lexicon import Effect, load_cues

LIGHT = frozenset({"make", "issue", "give", "renew", "repeat", "send", "put", "lodge", "file", "announce", "unveil"})
CONTENTS = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "advcl", "acl"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
OBJECTS = frozenset({"dobj", "nsubjpass"})


def act_effect(predicate: Token) -> Effect | None:
    """What somebody asks for or promises by an act, as its effect; None for what is no such act, or has no content."""
    if predicate.pos_ not in ("VERB", "AUX"):
        return None
    children = tuple(predicate.children)
    return next(_effects(predicate, children), None)


def _effects(verb: Token, children: tuple[Token, ...]) -> Iterator[Effect]:
    lemma = verb.lemma_.lower()
    for effect in (_by_preposition(lemma, children), _by_verb(lemma, children), _by_noun(lemma, children)):
        if effect is not None:
            yield effect


def _by_preposition(lemma: str, children: tuple[Token, ...]) -> Effect | None:
    """The effect of a verb with its preposition: called for, pushed for."""
    words = (f"{lemma} {child.lower_}" for child in children if child.dep_ in ("prep", "prt"))
    found = (_listed(word, "verb", "act") for word in words)
    return next((effect for effect in found if effect is not None), None)


def _by_verb(lemma: str, children: tuple[Token, ...]) -> Effect | None:
    """The effect of a verb with any content, with an infinitive (asked them to go), or with a bare clause."""
    effect = _listed(lemma, "verb", "act")
    if effect is not None:
        has_content = any(child.dep_ in CONTENTS for child in children)
        return effect if has_content and not (effect.name == "denied" and _is_withheld(children)) else None
    effect = _listed(lemma, "verb", "act-to")
    if effect is not None and any(_is_infinitive(child) for child in children):
        return effect
    effect = _listed(lemma, "verb", "act-that")
    return effect if effect is not None and any(_is_subjunctive(child) for child in children) else None


def _is_withheld(children: tuple[Token, ...]) -> bool:
    """Whether something is denied to somebody, which is no denial: bail, a request, or anything with a recipient."""
    objects = [child for child in children if child.dep_ in ("dobj", "nsubjpass", "dative")]
    return len(objects) > 1 or any(_listed(child.lemma_, "noun", "granted") is not None for child in objects)


def _by_noun(lemma: str, children: tuple[Token, ...]) -> Effect | None:
    """The effect of a noun with a verb that says no more: made an appeal; of an adjective: is committed to."""
    if lemma in LIGHT:
        nouns = (_listed(child.lemma_, "noun", "act") for child in children if child.dep_ in OBJECTS)
        return next((effect for effect in nouns if effect is not None), None)
    if lemma in COPULAS:
        words = (_listed(child.lower_, "adj", "act") for child in children if child.dep_ == "acomp")
        return next((effect for effect in words if effect is not None), None)
    return None


def _listed(word: str, part: str, scope: str) -> Effect | None:
    return load_cues().get((word, part, scope))


def _is_infinitive(child: Token) -> bool:
    """Whether a clause stands with `to`, also where the parser hangs it on the object (`asked the army to leave`)."""
    if child.dep_ in CLAUSES:
        return any(word.tag_ == "TO" for word in child.children)
    return child.dep_ in OBJECTS and any(
        word.dep_ in ("acl", "relcl") and word.tag_ == "VB" and any(one.tag_ == "TO" for one in word.children)
        for word in child.children
    )


def _is_subjunctive(child: Token) -> bool:
    """Whether a clause has a bare verb, as in `insisted that he go`: a demand, no statement."""
    if child.dep_ != "ccomp" or any(word.dep_ == "aux" for word in child.children):
        return False
    return child.tag_ == "VB" or any(word.dep_ == "auxpass" and word.tag_ == "VB" for word in child.children)
