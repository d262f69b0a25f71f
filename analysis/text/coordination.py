"""Repairs of the parse where `and` joins two clauses: the noun after it is the subject of the verb that follows.

The parser takes that noun for one more object of the first verb: in `sales fell to 3 mln and profits dropped to 1 mln`
it finds that sales fell to 3 mln and profits, and that sales dropped.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
GROUP = frozenset({"aux", "auxpass", "advmod", "neg"})
UP = 6  # words from the last of a noun phrase to its head


def split_clauses(doc: Doc) -> None:
    """Give the verbs of second clauses the subjects that were taken for objects of the first. Changes the Doc."""
    for verb in doc:
        if verb.dep_ == "conj" and verb.pos_ in ("VERB", "AUX") and _is_finite(verb):
            subject = _subject(verb)
            if subject is not None:
                is_passive = any(one.dep_ == "auxpass" for one in verb.lefts)
                subject.head, subject.dep_ = verb, "nsubjpass" if is_passive else "nsubj"


def _is_finite(verb: Token) -> bool:
    if any(one.dep_ in SUBJECTS for one in verb.children):
        return False
    group = [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    return any(one.tag_ in FINITE or one.tag_ == "MD" for one in group) if group else verb.tag_ in FINITE


def _subject(verb: Token) -> Token | None:
    """The noun right before a verb that the parse joined to an object of the verb above, with `and` before it."""
    first = min([verb.i, *(one.left_edge.i for one in verb.lefts if one.dep_ in GROUP)])
    last = verb.doc[first - 1] if first > 0 else None
    if last is not None and last.text == "," and first > 1:
        last = verb.doc[first - 2]
    noun = None if last is None else _joined(last, verb)
    if noun is None or noun.left_edge.i == 0 or not _agrees(noun, verb):
        return None
    is_after_and = noun.doc[noun.left_edge.i - 1].dep_ == "cc"
    above = verb.head
    is_object = noun.head.i > above.i and any(one.i == above.i for one in noun.head.ancestors)
    return noun if is_after_and and is_object else None


def _joined(last: Token, verb: Token) -> Token | None:
    """The noun joined to another whose phrase ends with a word."""
    one = last
    for _ in range(UP):
        if one.pos_ not in NOUNS and one.dep_ not in ("prep", "acl"):
            return None
        if one.dep_ == "conj" and one.head.pos_ in NOUNS:
            return one
        if one.head.i >= verb.i or one.head.i == one.i:
            return None
        one = one.head
    return None


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun and a verb in the present are of one number."""
    tags = {verb.tag_, *(one.tag_ for one in verb.lefts if one.dep_ in ("aux", "auxpass"))}
    is_plural = noun.tag_ in ("NNS", "NNPS")
    return not ("VBZ" in tags and is_plural) and not ("VBP" in tags and not is_plural)
