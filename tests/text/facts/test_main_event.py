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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Norway opened a school. It is large.", True, id="a plain lead"),
        pytest.param("The council said Norway opened a school.", True, id="what somebody says"),
        pytest.param("Parents cheered after Norway opened a school.", True, id="what brought the news about"),
        pytest.param("Norway opened a school on Monday.", False, id="a day is said"),
        pytest.param("Norway recently opened a school.", False, id="some time ago"),
        pytest.param("Norway earlier opened a school.", False, id="before other news"),
        pytest.param("Norway had opened a school.", False, id="long before"),
        pytest.param("Norway will open a school.", False, id="still to come"),
        pytest.param("Norway did not open a school.", False, id="not at all"),
    ],
)
def test_news_without_a_day_is_of_the_day_of_the_report(
    parse: Callable[[str], Parse], text: str, expected: bool
) -> None:
    found = main_event(parse(text), "Norway opens school")

    assert found is not None
    assert "open" in found.action
    assert (found.day_from == "report") is expected


def test_a_sentence_with_a_day_is_rather_the_news_than_one_without(parse: Callable[[str], Parse]) -> None:
    dated = main_event(parse("Norway is a land of schools. The king opened a clinic on Monday."))
    undated = main_event(parse("Norway has many schools. The king opened a clinic in 1998."))

    assert dated is not None
    assert undated is not None
    assert (dated.action, undated.action) == ("opened", "has")


def test_only_the_main_event_is_of_the_day(parse: Callable[[str], Parse]) -> None:
    parsed = parse("Norway opened a school. Sweden sold a mill. Finland bought a bank.")

    facts = find_facts(parsed, None, find_mentions(parsed), (), find_timexes(parsed), ())

    assert [one.day_from == "report" for one in facts] == [one.is_main for one in facts]
