"""The filters in the sidebar: what they show, and what a click in them does."""

from __future__ import annotations

import json

import pytest

from pages.parts.filters.panel.actions import PERIODS
from pages.parts.filters.panel.data import SECTIONS, SHOWN, Opened
from tests.pages.conftest import Open, act, chips, html, panel, values
from tests.pages.made.names import HOSTILE_NAME, HOSTILE_PUBLISHER
from tests.pages.snapshots import small_frames

FIELDS = (*SECTIONS, *PERIODS)


def section(app, field: str) -> dict:
    return next(one for one in panel(app)["sections"] if one["field"] == field)


def test_each_value_says_how_many_facts_it_would_leave(visit: Open):
    app = visit()

    assert values(app, "theme")[:2] == [("Mining", 6, ""), ("Diplomacy", 3, "")]
    assert values(app, "status")[:2] == [("Done", 9, ""), ("Planned", 5, "")]


def test_the_counts_follow_the_filters_of_all_other_fields(visit: Open):
    app = visit(theme="Mining")

    assert values(app, "theme")[:2] == [("Mining", 6, "only"), ("Diplomacy", 3, "")]
    assert sum(n for _, n, _ in values(app, "status")) == 6


def test_a_closed_section_asks_for_no_counts(visit: Open):
    app = visit()

    assert "values" not in section(app, "person")
    act(app, opened={"open": ["person"]})
    assert "values" not in section(app, "theme")
    assert ("Leyla Rahimova", 4, "") in values(app, "person")
    assert "bars" not in panel(app)["periods"]["period"]


def test_a_tick_lets_a_value_through_and_a_second_tick_takes_it_away(visit: Open):
    app = visit()
    mining = {"do": "only", "field": "theme", "value": "mining"}

    act(app, mining | {"on": True})
    assert chips(app) == ["Mining"]
    assert dict(app.query_params) == {"theme": "Mining"}

    act(app, mining | {"on": False})
    assert chips(app) == []


def test_what_is_hidden_is_struck_through_and_counted(visit: Open):
    app = visit()

    act(app, {"do": "hide", "field": "theme", "value": "mining", "on": True})

    assert chips(app) == ["not Mining"]
    assert values(app, "theme")[0] == ("Mining", 6, "hidden")
    assert "Showing 11 of 17 claims:" in html(app)


def test_clicks_that_come_faster_than_runs_are_all_done_and_none_twice(visit: Open):
    app = visit()
    first = {"do": "only", "field": "theme", "value": "mining", "on": True}
    second = {"do": "only", "field": "status", "value": "done", "on": True}

    act(app, first, second)

    assert chips(app) == ["Done", "Mining"]
    token, last = panel(app)["done"]
    assert (len(token), last) == (32, 2)


def test_what_is_chosen_stands_on_top_though_it_is_rare_or_gone(visit: Open):
    app = visit(theme="Services", not_theme="Aid", status="Denied")

    assert values(app, "theme")[:2] == [("Services", 0, "only"), ("Aid", 0, "hidden")]


def test_a_long_list_shows_the_commonest_and_says_how_many_there_are(visit: Open):
    app = visit()
    act(app, opened={"open": ["event_class"]})

    assert len(values(app, "event_class")) == SHOWN
    assert section(app, "event_class")["n_values"] == 9

    act(app, opened={"open": ["event_class"], "shown": {"event_class": SHOWN + 40}})
    assert len(values(app, "event_class")) == 9


@pytest.mark.parametrize(
    ("field", "letters", "found"),
    [
        ("person", "RAHIM", ["Leyla Rahimova"]),
        ("country", "afgh", ["Afghanistan"]),
        ("said_by", "report its", ["The report itself"]),
        ("status", "den", ["Denied"]),
        ("publisher", "wire", ["Northern Wire"]),
        ("person", "%", []),
        ("person", "' OR 1=1 --", []),
    ],
    ids=[
        "a name",
        "a country by its name",
        "who is no name",
        "a word of Dossier",
        "a publisher",
        "no pattern",
        "no SQL",
    ],
)
def test_a_list_is_searched_for_letters(visit: Open, field: str, letters: str, found: list[str]):
    app = visit()

    act(app, opened={"open": [field], "search": {field: letters}})

    assert [label for label, _, _ in values(app, field)] == found


def test_names_that_mean_no_good_are_text(visit: Open):
    app = visit()

    act(app, opened={"open": ["person", "publisher"]})

    assert HOSTILE_NAME in [label for label, _, _ in values(app, "person")]
    assert HOSTILE_PUBLISHER in [label for label, _, _ in values(app, "publisher")]
    act(app, {"do": "hide", "field": "publisher", "value": HOSTILE_PUBLISHER, "on": True})
    assert chips(app) == [f"not Publisher: {HOSTILE_PUBLISHER}"]


def test_the_bars_are_all_facts_that_are_no_longer_and_follow_the_other_filters(visit: Open):
    bars = panel(visit())["periods"]["period"]["bars"]
    fewer = panel(visit(theme="Mining", period="2024-03-01..2024-03-31"))["periods"]["period"]["bars"]

    assert bars[0] == ["2024-01-01", "2024-01-31", 2, "January 2024"]
    assert sum(n for _, _, n, _ in bars) == 15
    assert [bar[:2] for bar in fewer] == [bar[:2] for bar in bars]
    assert sum(n for _, _, n, _ in fewer) == 5


def test_the_bars_of_the_chosen_days_alone_are_shorter(visit: Open):
    app = visit(period="2024-03-01..2024-03-31")

    act(app, opened={"open": ["period"], "near": True})

    bars = panel(app)["periods"]["period"]["bars"]
    assert (bars[0][:2], bars[-1][:2]) == (["2024-03-01"] * 2, ["2024-03-31"] * 2)
    assert panel(app)["periods"]["period"]["takeaway"].endswith(
        " 6 earlier, 7 later and 1 longer than a day. 4 claims without a day in the text stand on that of the report."
    )


def test_a_period_replaces_the_one_before_and_can_be_hidden(visit: Open):
    app = visit(period="2024-01-01..2024-01-31")

    act(app, {"do": "only", "field": "period", "value": "2024-03-01..2024-04-30", "on": True})
    assert dict(app.query_params) == {"period": "2024-03-01..2024-04-30"}

    act(app, {"do": "hide", "field": "period", "value": "2024-03-01..2024-04-30", "on": True})
    assert chips(app) == ["not 1 March to 30 April 2024"]
    assert panel(app)["periods"]["period"]["hidden"] == [
        {"value": "2024-03-01..2024-04-30", "label": "1 March to 30 April 2024"}
    ]


@pytest.mark.parametrize(
    "action",
    [
        {"do": "only", "field": "fact_id; DROP TABLE facts", "value": "x", "on": True},
        {"do": "only", "field": "period", "value": "soon", "on": True},
        {"do": "only", "field": "period", "value": "2024-02-01..2024-01-01", "on": True},
        {"do": "explode", "field": "theme", "value": "mining", "on": True},
        {"do": ["only"], "field": {"a": 1}},
        {},
    ],
    ids=["no field", "no period", "the end before the beginning", "nothing to do", "no text", "empty"],
)
def test_an_action_that_means_nothing_changes_nothing(visit: Open, action: dict):
    app = act(visit(theme="Mining"), action)

    assert not app.exception
    assert chips(app) == ["Mining"]


def test_a_value_that_the_reports_do_not_have_is_left_out(visit: Open):
    app = act(visit(), {"do": "only", "field": "person", "value": "e-nobody", "on": True})

    assert not app.exception


@pytest.mark.parametrize(
    "said", [None, 3, {"open": "theme"}, {"search": [1], "shown": {"theme": -1}}, {"shown": {"a": 1e9}}]
)
def test_what_a_browser_says_is_open_is_checked(said: object):
    opened = Opened.of(said)

    assert opened.sections == Opened().sections
    assert opened.search == opened.shown == {}


def test_show_everything_takes_hidden_ones_away_too(visit: Open):
    app = act(visit(theme="Mining", not_status="Denied", hide="theme=Aid&status=Done"), {"do": "clear all"})

    assert chips(app) == []


def test_the_data_of_the_panel_is_small(visit: Open):
    app = act(visit(), opened={"open": [*FIELDS, "views"]})

    assert len(json.dumps(panel(app))) < 20_000


def test_a_period_means_when_it_happened_or_when_it_was_published_and_the_panel_says_which(visit: Open):
    app = visit()
    act(app, opened={"open": list(PERIODS)})

    shown = panel(app)["periods"]
    assert [one["title"] for one in shown.values()] == ["When it happened", "When it was published"]
    assert "they begin in" in shown["period"]["takeaway"]
    assert "of their report" in shown["reported"]["takeaway"]
    act(app, {"do": "only", "field": "reported", "value": "2024-03-01..2024-03-31", "on": True})

    assert chips(app) == ["Published: 1 to 31 March 2024"]
    frames = small_frames()
    published = frames["documents"].set_index("doc_id")["published"]
    of_march = frames["facts"]["doc_id"].map(published).dt.strftime("%Y-%m") == "2024-03"
    n = int((of_march & frames["facts"]["is_claim"]).sum())
    assert f"Showing {n} of 17 claims:" in html(app)


def test_both_periods_hold_together_and_each_replaces_its_own(visit: Open):
    app = visit(period="2024-03-01..2024-03-31", reported="2024-01-01..2024-12-31")

    act(app, {"do": "only", "field": "reported", "value": "2024-03-01..", "on": True})

    assert sorted(chips(app)) == ["1 to 31 March 2024", "Published: 1 March 2024 or later"]
