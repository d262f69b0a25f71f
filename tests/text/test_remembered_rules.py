"""What the rules of spaCy say of a token, kept, is what they say of it each time."""

from __future__ import annotations

import importlib

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from analysis.text.language import DEFAULT_MODEL
from analysis.text.remembered_rules import remember_rules

TEXTS = (
    "I'm gonna go. Let's see! There ain't any, and c'mon: y'all got ta  be here.\n\nThere's a man who'd left.",
    "The minister said that he would, whether or not those who asked did, sign what the others had signed.",
    "SAME WORDS, same words; Same Words? A run of 12,000 tonnes rose 3 pct to $4.50 since nobody knew.",
    "It is said there were two. He had been told so, but nothing but rain fell.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    """The model as it comes."""
    return importlib.import_module(DEFAULT_MODEL).load()


@pytest.fixture(scope="module")
def remembering() -> Language:
    """The model with remembered rules."""
    language = importlib.import_module(DEFAULT_MODEL).load()
    remember_rules(language)
    return language


def attributes(doc: Doc) -> list[tuple[object, ...]]:
    """All that the rules may set of each token."""
    return [(t.text, t.pos_, t.tag_, t.dep_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_gets_what_the_rules_give_it(plain: Language, remembering: Language, text: str) -> None:
    first, again = (attributes(remembering(text)) for _ in range(2))

    assert first == again == attributes(plain(text))


def test_the_components_keep_their_order_and_names(plain: Language, remembering: Language) -> None:
    assert remembering.pipe_names == plain.pipe_names


def test_rules_that_ask_for_more_than_plain_attributes_are_left_as_they_are() -> None:
    language = importlib.import_module(DEFAULT_MODEL).load()
    ruler = language.get_pipe("attribute_ruler")
    Token.set_extension("is_listed", default=True, force=True)
    ruler.add([[{"_": {"is_listed": True}}]], {"POS": "X"})

    remember_rules(language)

    assert language.get_pipe("attribute_ruler") is ruler


def test_a_pipeline_without_such_components_stays_as_it_is() -> None:
    language = Language()

    remember_rules(language)

    assert language.pipe_names == []
