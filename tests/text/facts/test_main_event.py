"""Which fact is the main event of a report, and where it happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.facts import find_facts
from analysis.text.facts.main_event import Headline
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.records import Fact
from analysis.text.timexes import find_timexes

LEAD = "The parliament debated the budget. Engineers reopened the Lerida bridge. A storm hit the coast."


def main_event(parsed: Parse, title: str | None = None) -> Fact | None:
    """The main event of a text with this title."""
    facts = find_facts(parsed, title, find_mentions(parsed), (), find_timexes(parsed), ())
    return next((fact for fact in facts if fact.is_main), None)


@pytest.mark.parametrize(
    ("title", "action"),
    [
        pytest.param(None, "debated", id="the lead without a headline"),
        pytest.param("Bridge is reopened", "reopened", id="the fact of the headline"),
        pytest.param("Reopening of a bridge", "reopened", id="in another form of the word"),
        pytest.param("Coast hit by storm", "hit", id="a later fact of the headline"),
        pytest.param("A quiet week", "debated", id="a headline that says nothing of it"),
    ],
)
def test_the_headline_chooses_the_main_event(parse: Callable[[str], Parse], title: str | None, action: str) -> None:
    found = main_event(parse(LEAD), title)

    assert found is not None
    assert found.action == action


def test_what_has_happened_goes_before_what_is_planned(parse: Callable[[str], Parse]) -> None:
    found = main_event(parse("Trains were late. Norway will open a school. Norway opened a clinic."), "Norway opens")

    assert found is not None
    assert found.target == "a clinic"


def test_the_heading_of_a_report_serves_as_its_headline(parse: Callable[[str], Parse]) -> None:
    text = "Storm hits coast\n\nThe parliament met at noon in the old town hall. A storm hit the coast on Monday."

    found = main_event(parse(text))

    assert found is not None
    assert found.action in ("hits", "hit")


def test_the_main_event_gets_the_first_place_that_the_report_names(parse: Callable[[str], Parse]) -> None:
    found = main_event(parse("Engineers reopened the bridge. Thousands celebrated in Lisbon."), "Bridge reopened")

    assert found is not None
    assert (found.action, found.place) == ("reopened", "Lisbon")
    assert "the first that the report names" in found.how


def test_a_country_that_acts_is_not_the_place_of_the_main_event(parse: Callable[[str], Parse]) -> None:
    found = main_event(parse("Norway bought helicopters. Sweden criticised the deal."))

    assert found is not None
    assert found.place is None


def test_a_text_without_facts_has_no_main_event(parse: Callable[[str], Parse]) -> None:
    assert main_event(parse("Shared Values"), "Shared Values") is None


def test_a_headline_of_small_words_shares_nothing() -> None:
    assert Headline(frozenset()).share("opened", "a bridge") == 0.0
