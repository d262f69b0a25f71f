"""Repairs of the parse around complementizers: `told the union that mines will open` opens no `that`."""

from __future__ import annotations

from spacy.tokens import Doc

ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj"})


def mark_complementizers(doc: Doc) -> None:
    """Give each `that` which is tagged as a conjunction, but labelled as an argument of a later verb, the label of one.

    Changes the labels of the Doc.
    """
    that = doc.vocab.strings["that"]
    for i, orth in enumerate(doc.to_array("ORTH")):
        if orth == that:
            token = doc[i]
            if token.tag_ == "IN" and token.dep_ in ARGUMENTS and token.head.i > i:
                token.dep_ = "mark"
