"""The verb group around an event's head: its auxiliaries, what negates it and its own tense."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from analysis.text.numbering import is_numbering

AUXILIARY_DEPS = frozenset({"aux", "auxpass"})
NEGATIVE_WORDS = frozenset({"no", "nobody", "none", "neither", "nothing", "nor", "noone"})
ARGUMENT_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "expl", "attr"})
NOT_ONE = frozenset({"a", "an", "one", "any", "single"})  # after `not`; `not all` and `not every` deny a part
FOCUS = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "least"})
NON_FINITE = frozenset({"VB", "VBG", "VBN"})
TENSE_OF_TAG = {"VBD": "past", "VBZ": "present", "VBP": "present"}


class Group(NamedTuple):
    """A verb group. `tense` is empty for an infinitive, a bare participle and a noun; words are empty where absent."""

    modal: str
    negation: str
    tense: str
    is_finite: bool
    is_perfect: bool
    has_to: bool


WITHOUT_GROUP = frozenset({"NOUN", "PROPN", "ADJ"})
NO_GROUP = Group(modal="", negation="", tense="", is_finite=False, is_perfect=False, has_to=False)


def verb_group(token: Token, children: Sequence[Token] | None = None) -> Group:
    """The group that a verb heads, an empty one for a noun.

    A verb joined by `and` or `or` to another shares the auxiliaries of that one. `children` are the token's, where the
    caller has them at hand.
    """
    if token.pos_ in WITHOUT_GROUP:
        return NO_GROUP
    auxiliaries, negation, has_subject = _own_words(token.children if children is None else children)
    is_bare = not auxiliaries and token.tag_ in NON_FINITE and (not has_subject or token.tag_ == "VBN")
    if is_bare and token.dep_ == "conj" and token.tag_ == token.head.tag_:
        auxiliaries, shared, _ = _own_words(token.head.children)
        negation = negation or (shared if _is_joined_by_or(token) else "")
    return _group(token, auxiliaries, negation)


def _own_words(children: Iterable[Token]) -> tuple[list[Token], str, bool]:
    auxiliaries: list[Token] = []
    negation, has_subject = "", False
    for child in children:
        dep = child.dep_
        if dep in AUXILIARY_DEPS:
            auxiliaries.append(child)
        elif dep == "neg" and not _is_focused(child) and not is_numbering(child):
            negation = negation or child.lower_
        elif dep in ARGUMENT_DEPS:
            has_subject = has_subject or dep != "dobj"
            negation = negation or _negative_argument(child)
        elif dep in ("preconj", "cc") and child.lower_ in ("neither", "nor"):
            negation = negation or child.lower_
    return auxiliaries, negation, has_subject


def _is_focused(negation: Token) -> bool:
    """Whether `not` belongs to `not only`, `not just`: the event itself is affirmed."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in FOCUS


def _negative_argument(argument: Token) -> str:
    """`no`, `nobody`, `neither`, `not a single` in a subject or an object: they negate the verb."""
    if any(child.dep_ == "neg" and child.nbor().lower_ in NOT_ONE for child in argument.lefts):
        return "not"
    words = [argument, *(child for child in argument.children if child.dep_ in ("det", "preconj", "neg"))]
    return next((word.lower_ for word in words if word.lower_ in NEGATIVE_WORDS and not is_numbering(word)), "")


def _is_joined_by_or(token: Token) -> bool:
    return any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in token.head.children)


def _group(token: Token, auxiliaries: list[Token], negation: str) -> Group:
    has_to = any(word.tag_ == "TO" for word in auxiliaries)
    words = [word for word in auxiliaries if word.tag_ != "TO"]
    modal = next((word.lower_ for word in words if word.tag_ == "MD" or word.lower_ == "need"), "")
    is_perfect = any(word.lemma_ in ("have", "'ve", "’ve") for word in words) and token.tag_ != "VB"
    first = words[0] if words else token
    tense = "past" if is_perfect else TENSE_OF_TAG.get(first.tag_, "")
    if not words and token.tag_ == "VBN" and token.dep_ in ("ROOT", "acl", "relcl"):
        tense = "past"
    elif not has_to and not words and token.tag_ == "VB" and token.dep_ in ("ROOT", "relcl"):
        tense = "present"
    is_finite = bool(modal) or (bool(tense) and not has_to and not (is_perfect and first.tag_ in NON_FINITE))
    return Group(modal=modal, negation=negation, tense=tense, is_finite=is_finite, is_perfect=is_perfect, has_to=has_to)
