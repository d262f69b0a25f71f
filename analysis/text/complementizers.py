"""Repairs of the parse around complementizers: `told the union that mines will open` opens no `that`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mark_complementizers(doc: Doc) -> None:
    """Give each `that` which is tagged as a conjunction, but labelled as an argument of a later verb, the label of one.

    Changes the labels of the Doc.
    """
    that = doc.vocab.strings["that"]
    for i, orth in enumerate(doc.to_array("ORTH")):
        if orth == that:
            token = doc[i]
            is_argument = token.tag_ == "IN" and token.dep_ in ARGUMENTS and token.head.i > i
            if is_argument or _opens_clause(token):
                token.dep_ = "mark"


def _opens_clause(that: Token) -> bool:
    """Whether a `that` which is tagged as a relative pronoun stands before the subject of what is said."""
    noun = that.head
    is_before = that.tag_ == "WDT" and that.dep_ == "det" and that.i == noun.left_edge.i
    return is_before and noun.dep_ in SUBJECTS and noun.head.dep_ == "ccomp"
