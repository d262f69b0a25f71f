"""Golden cases of factuality, the table of statuses, and what must hold for any event."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.text.factuality import find_factuality
from analysis.text.factuality.find import status_of
from analysis.text.factuality.lexicon import (
    CERTAINTIES,
    POLARITIES,
    STATUSES,
    TENSES,
    load_cues,
    load_effects,
    load_modals,
    load_statuses,
)
from analysis.text.factuality.state import State, state_of
from analysis.text.parse import Parse

GOLDEN = Path(__file__).parents[2] / "golden" / "factuality.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
VALUES = ("certainty", "polarity", "tense", "status")


def event_of(parsed: Parse, case: dict[str, Any]) -> Any:
    """The token of the event that a case names by its word."""
    places = [token for token in parsed.doc if token.text == case["event"]]
    return places[case.get("occurrence", 0)]


def marked(case: dict[str, Any]) -> Any:
    fails = pytest.mark.xfail(reason=case["why"]) if case["expect"] == "fail" else ()
    return pytest.param(case, id=case["label"], marks=fails)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_an_event_is_as_sure_and_as_far_along_as_its_words_say(
    parse: Callable[[str], Parse], case: dict[str, Any]
) -> None:
    event = event_of(parse(case["sentence"]), case)

    found = find_factuality(event, case.get("cue", ""))

    assert {name: getattr(found, name) for name in VALUES} == {name: case[name] for name in VALUES}


def test_every_effect_of_the_lexicon_has_a_golden_case(parse: Callable[[str], Parse]) -> None:
    seen = {effect for case in CASES for effect in state_of(event_of(parse(case["sentence"]), case)).effects}

    assert seen == set(load_effects())


@pytest.mark.parametrize("effect", ["", *load_effects()])
def test_every_combination_has_a_status(effect: str) -> None:
    for certainty, polarity, tense in itertools.product(CERTAINTIES, POLARITIES, ("", *TENSES)):
        state = State(certainty=certainty, polarity=polarity, tense=tense, effects=(effect,) if effect else ())

        assert status_of(state) in STATUSES


@pytest.mark.parametrize(
    ("state", "status"),
    [
        pytest.param(State(), "done", id="nothing said"),
        pytest.param(State(polarity="negative"), "negated", id="negated"),
        pytest.param(State(tense="future"), "planned", id="future"),
        pytest.param(State(certainty="possible"), "possible", id="possible"),
        pytest.param(
            State(certainty="possible", polarity="negative", tense="future", effects=("requested",)),
            "requested",
            id="asked not to",
        ),
        pytest.param(State("possible", tense="future", effects=("considered",)), "planned", id="weighed is planned"),
        pytest.param(State(effects=("decided", "possible")), "possible", id="may agree to is possible"),
        pytest.param(State(polarity="negative", effects=("intended",)), "negated", id="plans not to is negated"),
        pytest.param(State(polarity="negative", effects=("denied",)), "denied", id="somebody denies it"),
        pytest.param(State(effects=("denied",)), "done", id="denied that they did not"),
        pytest.param(
            State(certainty="probable", polarity="negative", tense="future", effects=("obliged",)),
            "requested",
            id="must not",
        ),
    ],
)
def test_the_first_row_that_fits_gives_the_status(state: State, status: str) -> None:
    assert status_of(state) == status


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        pytest.param("The ministry promised to reopen the school.", "pledged", id="promised"),
        pytest.param("The ministry pledged that it would reopen the school.", "pledged", id="in a clause"),
        pytest.param("The agreement to reopen the school was signed.", "pledged", id="a noun"),
        pytest.param("The ministry agreed to try to reopen the school.", "pledged", id="to try"),
        pytest.param("The ministry hopes to agree to reopen the school.", "intended", id="hoped for"),
        pytest.param("The ministry will reopen the school.", "announced", id="will"),
        pytest.param("The ministry said it would reopen the school.", "announced", id="would, reported"),
        pytest.param("The ministry said the school would reopen.", "announced", id="would, of no verb of change"),
        pytest.param(
            "The ministry said the school would reopen and costs would rise.", "announced", id="would, a plan"
        ),
        pytest.param("The ministry plans to reopen the school.", "intended", id="plans"),
        pytest.param("The ministry is expected to reopen the school.", "expected", id="expected"),
        pytest.param("The ministry refused to reopen the school.", "", id="denied"),
        pytest.param("The ministry reopened the school.", "", id="done"),
    ],
)
def test_what_is_planned_has_a_kind_of_plan(parse: Callable[[str], Parse], sentence: str, plan: str) -> None:
    event = next(token for token in parse(sentence).doc if token.lemma_ == "reopen")

    assert find_factuality(event).plan == plan


@pytest.mark.parametrize(
    ("sentence", "polarity", "status"),
    [
        pytest.param("The army must not leave.", "negative", "requested", id="a duty not to"),
        pytest.param("The army did not leave.", "negative", "negated", id="no duty"),
    ],
)
def test_a_duty_not_to_do_it_is_asked_for_and_not_a_deed_left_undone(
    parse: Callable[[str], Parse], sentence: str, polarity: str, status: str
) -> None:
    event = next(token for token in parse(sentence).doc if token.lemma_ == "leave")

    found = find_factuality(event)

    assert (found.polarity, found.status) == (polarity, status)


@pytest.mark.parametrize(
    ("cue", "status"),
    [
        pytest.param("deny", "denied", id="a denial says of any deed that it was not"),
        pytest.param("promise", "done", id="a promise says nothing of a deed of the past"),
        pytest.param("demand", "done", id="a demand says nothing of a deed of the past"),
        pytest.param("say", "done", id="saying says nothing"),
    ],
)
def test_a_cue_in_another_sentence_says_no_more_than_that_it_is_not_sure(
    parse: Callable[[str], Parse], cue: str, status: str
) -> None:
    event = next(token for token in parse("The mine closed in May.").doc if token.lemma_ == "close")

    found = find_factuality(event, cue)

    assert (found.status, found.tense) == (status, "past")


def test_no_row_of_the_status_table_is_dead() -> None:
    rows = load_statuses()
    effects: tuple[tuple[str, ...], ...] = ((), *((effect,) for effect in load_effects()))
    states = [State(*values) for values in itertools.product(CERTAINTIES, POLARITIES, ("", *TENSES), effects)]

    reached = {status_of(state) for state in states}

    assert reached == {row.status for row in rows} == set(STATUSES)


def test_lexicons_name_known_effects() -> None:
    effects = load_effects()

    assert all(effect.negated in effects for effect in effects.values())
    assert all(modal.effect in effects and modal.perfect in effects for modal in load_modals().values())
    assert len(load_cues()) > 1000


def test_what_decided_is_told_in_the_words_of_the_text(parse: Callable[[str], Parse]) -> None:
    doc = parse("The mayor said the port may not plan to reopen.").doc
    event = next(token for token in doc if token.text == "reopen")

    assert find_factuality(event).how == "may, not, plan to"


@pytest.mark.parametrize("text", ["", "?", "Yes.", "of", "a " * 300, "and " * 200 + "left.", '"' * 50, "=1+1 <b>x</b>"])
def test_any_token_of_any_text_has_a_factuality(parse: Callable[[str], Parse], text: str) -> None:
    for token in parse(text or " ").doc:
        found = find_factuality(token)

        assert found.status in STATUSES
        assert found.tense in ("", *TENSES)


@pytest.mark.parametrize(
    ("sentence", "word", "plan"),
    [
        pytest.param("Traders said prices would fall.", "fall", "expected", id="a forecast"),
        pytest.param("Linde said he would sell the mill.", "sell", "announced", id="a plan"),
        pytest.param("Linde said the mill would be sold.", "sold", "announced", id="somebody's plan"),
    ],
)
def test_reported_would_is_a_plan_or_a_forecast(
    parse: Callable[[str], Parse], sentence: str, word: str, plan: str
) -> None:
    event = next(token for token in parse(sentence).doc if token.text == word)

    found = find_factuality(event)

    assert (found.status, found.plan) == ("planned", plan)
