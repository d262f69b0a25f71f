"""Where `and` joins two clauses, the second has a subject of its own."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analysis.text.coordination import split_clauses

WORDS = ["Sales", "fell", "to", "three", "and", "profits", "dropped"]


def taken_for_an_object(words: list[str], verb: str, cc: str = "cc") -> Doc:
    """A parse in which the noun before the last verb is joined to the object of the first."""
    return Doc(
        Vocab(),
        words=words,
        heads=[1, 1, 1, 2, 3, 3, 1],
        deps=["nsubj", "ROOT", "prep", "pobj", cc, "conj", "conj"],
        pos=["NOUN", "VERB", "ADP", "NUM", "CCONJ", "NOUN", "VERB"],
        tags=["NNS", "VBD", "IN", "CD", "CC", "NNS", verb],
    )


def test_the_noun_before_the_second_verb_is_its_subject() -> None:
    doc = taken_for_an_object(WORDS, "VBD")

    split_clauses(doc)

    assert (doc[5].dep_, doc[5].head.text) == ("nsubj", "dropped")


@pytest.mark.parametrize(
    ("verb", "cc"),
    [
        pytest.param("VBN", "cc", id="a participle has no subject"),
        pytest.param("VBZ", "cc", id="a noun of another number"),
        pytest.param("VBD", "punct", id="nothing joins the clauses"),
    ],
)
def test_other_nouns_stay_objects(verb: str, cc: str) -> None:
    doc = taken_for_an_object(WORDS, verb, cc)

    split_clauses(doc)

    assert (doc[5].dep_, doc[5].head.text) == ("conj", "three")
