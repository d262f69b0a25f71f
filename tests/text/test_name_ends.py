"""A name that ends a sentence is no punctuation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analysis.text.name_ends import attach_name_ends
from analysis.text.parse import Parse

WORDS = ["Borax", "was", "bought", "by", "Acme", "Inc."]


def taken_for_a_mark(words: list[str], relation: str) -> Doc:
    return Doc(
        Vocab(),
        words=words,
        heads=[2, 2, 2, 2, 5, 2],
        deps=["nsubjpass", "auxpass", "ROOT", "agent", "compound", relation],
        pos=["PROPN", "AUX", "VERB", "ADP", "PROPN", "PROPN"],
    )


def test_a_last_word_with_a_stop_completes_what_stands_before_the_name() -> None:
    doc = taken_for_a_mark(WORDS, "punct")

    attach_name_ends(doc)

    assert (doc[5].dep_, doc[5].head.text) == ("pobj", "by")


@pytest.mark.parametrize(("last", "relation"), [(".", "punct"), ("Inc.", "npadvmod")])
def test_other_last_words_stay(last: str, relation: str) -> None:
    doc = taken_for_a_mark([*WORDS[:5], last], relation)

    attach_name_ends(doc)

    assert (doc[5].dep_, doc[5].head.text) == (relation, "bought")


def test_a_parse_has_names_whole(parse: Callable[[str], Parse]) -> None:
    parsed = parse("Siglen Ltd was sold to Acme Inc.")

    assert all(token.dep_ != "punct" or not token.is_alpha for token in parsed.doc)
