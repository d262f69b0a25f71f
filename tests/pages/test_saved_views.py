"""Views that are saved, opened, renamed and deleted in the sidebar."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Open, act, html, panel


def test_a_view_is_saved_listed_renamed_and_deleted(visit: Open):
    app = visit("explore/facts", theme="Mining", sort="who")
    opened = {"open": ["views"]}

    act(app, {"do": "save view", "name": "  Who pledged\nwhat? <b>"}, opened=opened)
    (view,) = panel(app)["views"]["views"]
    assert (view["name"], view["address"], view["here"]) == (
        "Who pledged what? <b>",
        "/facts?sort=who&theme=Mining",
        True,
    )
    assert view["about"].startswith("6 claims, ")

    other = visit("explore/overview")
    act(other, {"do": "rename view", "name": "Who pledged what? <b>", "to": "Pledges"}, opened=opened)
    assert [one["name"] for one in panel(other)["views"]["views"]] == ["Pledges"]
    act(other, {"do": "delete view", "name": "Pledges"}, opened=opened)
    assert panel(other)["views"]["views"] == []


@pytest.mark.parametrize(
    "action",
    [
        {"do": "save view", "name": "  "},
        {"do": "save view"},
        {"do": "rename view", "name": "none", "to": "x"},
    ],
    ids=["no name", "nothing", "no such view"],
)
def test_what_makes_no_sense_of_a_view_changes_nothing(visit: Open, action: dict):
    app = act(visit(), action, opened={"open": ["views"]})

    assert not app.exception
    assert panel(app)["views"]["views"] == []
    assert "What is in here?" in html(app)
