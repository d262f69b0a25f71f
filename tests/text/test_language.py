"""Lemmas that the model's own rules get wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from analysis.lexicons.rows import read_rows
from analysis.text.language import load_language
from analysis.text.parse import Parse


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        pytest.param("The club hopes to sign two players.", "hopes", "hope", id="hopes"),
        pytest.param("Students staged a rally.", "staged", "stage", id="staged"),
        pytest.param("The court fined the mill.", "fined", "fine", id="fined"),
        pytest.param("New taxes were raised.", "taxes", "tax", id="taxes"),
        pytest.param("Three taxis waited.", "taxis", "taxi", id="taxis"),
        pytest.param("The rabbit hopped away.", "hopped", "hop", id="a true hop stays"),
    ],
)
def test_a_word_is_traced_to_its_own_plain_form(
    parse: Callable[[str], Parse], text: str, word: str, lemma: str
) -> None:
    token = next(token for token in parse(text).doc if token.text == word)

    assert token.lemma_ == lemma


def test_every_change_of_the_lemmas_does_what_its_example_says() -> None:
    language = load_language()
    lemmatizer = dict(language.pipeline)["lemmatizer"]
    for row in read_rows("lemmas", ("word", "part", "change", "example")):
        pos, tag = {"verb": ("VERB", "VBD"), "noun": ("NOUN", "NNS")}[row["part"]]
        doc = Doc(language.vocab, words=[row["example"]], pos=[pos], tags=[tag])

        lemma = lemmatizer(doc)[0].lemma_

        assert (lemma == row["word"]) == (row["change"] == "add"), row["example"]
