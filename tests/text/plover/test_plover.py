"""Golden cases of event classes, and what must hold of the lexicons and for any words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Token

from analysis.text.factuality import Factuality, find_factuality
from analysis.text.parse import Parse
from analysis.text.plover import event_class
from analysis.text.plover.lexicon import (
    CLASSES,
    load_groups,
    load_light,
    load_modes,
    load_nouns,
    load_verbs,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "plover.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


def marked(case: dict[str, Any]) -> Any:
    fails = pytest.mark.xfail(reason=case["why"]) if case["expect"] == "fail" else ()
    return pytest.param(case, id=case["label"], marks=fails)


def class_of(event: Token) -> str:
    targets = [child for child in event.children if child.dep_ == "dobj"]
    return event_class([event], targets[:1], find_factuality(event))


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_an_event_has_the_class_of_what_is_done(parse: Callable[[str], Parse], case: dict[str, Any]) -> None:
    places = [token for token in parse(case["sentence"]).doc if token.text == case["event"]]

    assert class_of(places[case.get("occurrence", 0)]) == case["event_class"]


def test_every_class_has_golden_cases_and_so_has_none() -> None:
    counts = Counter(case["event_class"] for case in CASES if case["expect"] == "pass")

    assert set(counts) == {"", *CLASSES}
    assert all(count >= 3 for count in counts.values())


def test_every_class_is_reached_by_verbs_and_by_nouns() -> None:
    verbs = {row.event_class for rows in load_verbs().values() for row in rows}
    nouns = {row.event_class for rows in load_nouns().values() for row in rows}

    assert set(CLASSES) <= verbs
    assert set(CLASSES) <= nouns


def test_the_row_that_asks_for_most_comes_first() -> None:
    for rows in (*load_verbs().values(),):
        assert [row.weight() for row in rows] == sorted((row.weight() for row in rows), reverse=True)


def test_each_mode_of_a_light_verb_is_known() -> None:
    assert set(load_light().values()) <= {"gives", *(mode for mode, _ in load_modes())}


def test_each_group_holds_plain_nouns() -> None:
    nouns = {noun for group in load_groups().values() for noun in group}

    assert all(noun == noun.lower() or noun == "PERSON" for noun in nouns)


def test_the_mode_of_a_fact_changes_its_class(parse: Callable[[str], Parse]) -> None:
    doc = parse("The envoy visited Quito.").doc
    visited = next(token for token in doc if token.text == "visited")
    planned = Factuality(status="planned", tense="future", effects=("decided",))
    refused = Factuality(polarity="negative", status="denied", effects=("decided",))

    assert event_class([visited], [], Factuality()) == "CONSULT"
    assert event_class([visited], [], planned) == "AGREE"
    assert event_class([visited], [], refused) == "REJECT"


def test_the_action_may_be_several_words(parse: Callable[[str], Parse]) -> None:
    doc = parse("Nine nations took part in the summit.").doc

    assert event_class(doc[2:4], doc[5:7], Factuality()) == "CONSULT"


def test_no_words_have_no_class() -> None:
    assert event_class([], [], Factuality()) == ""


@pytest.mark.parametrize("text", ["?", "of of of", "a " * 300, "meet and " * 100, "=1+1 <b>attack</b>", '"""'])
def test_any_token_of_any_text_has_a_class_or_none(parse: Callable[[str], Parse], text: str) -> None:
    for token in parse(text).doc:
        assert event_class([token], [], find_factuality(token)) in ("", *CLASSES)
