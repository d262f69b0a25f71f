"""Views that are saved, opened, renamed and deleted in the sidebar."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import insert

from analysis.user_store.records import VIEWS, View
from analysis.user_store.store import UserStore
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


def _store(tmp_path: Path) -> UserStore:
    return UserStore(f"sqlite:///{tmp_path / 'written.db'}")


OPENED = {"open": ["views"]}


def test_a_deleted_view_is_brought_back_as_it_was(visit: Open):
    app = act(visit("explore/facts", theme="Mining"), {"do": "save view", "name": "Mines"}, opened=OPENED)
    before = panel(app)["views"]["views"]

    act(app, {"do": "delete view", "name": "Mines"})
    assert (panel(app)["views"]["views"], panel(app)["views"]["said"]["undo"]) == ([], True)
    act(app, {"do": "bring back view"})

    assert panel(app)["views"]["views"] == before
    assert panel(app)["views"]["said"]["text"] == "Brought back: Mines"
    act(app, {"do": "bring back view"})
    assert "another view has its name now" in panel(app)["views"]["said"]["text"]


def test_nothing_is_brought_back_where_nothing_was_deleted(visit: Open):
    app = act(visit(), {"do": "bring back view"}, opened=OPENED)

    assert not app.exception
    assert panel(app)["views"]["views"] == []


def test_of_ten_thousand_views_fifty_are_shown_and_the_others_found(visit: Open, tmp_path: Path):
    app = visit()
    with _store(tmp_path)._store.writing() as connection:
        one = {"address": "/", "n_facts": 1, "saved_at": datetime(2024, 3, 4)}
        connection.execute(insert(VIEWS), [one | {"name": f"View {number:05}"} for number in range(10_009)])

    started = perf_counter()
    act(app, opened=OPENED)
    took = perf_counter() - started
    shown = panel(app)["views"]
    assert (len(shown["views"]), shown["n_views"], shown["views"][0]["name"]) == (50, 10_009, "View 00000")
    assert shown["views"][0]["about"] == "1 claim, 4 March 2024"
    assert took < 5

    act(app, opened=OPENED | {"search": {"views": "VIEW 1000"}, "shown": {"views": 100}})
    assert [view["name"] for view in panel(app)["views"]["views"]] == [f"View {n}" for n in range(10_000, 10_009)]
    act(app, {"do": "save view", "name": "One more"})
    assert panel(app)["views"]["said"]["text"] == (
        "One more was not saved: there are 5,000 views already, delete some first."
    )


@pytest.mark.parametrize(
    "action",
    [
        {"do": "save view", "name": "New"},
        {"do": "save view", "name": "Mines"},
        {"do": "rename view", "name": "Mines", "to": "Mine"},
        {"do": "delete view", "name": "Mines"},
        {"do": "bring back view"},
    ],
    ids=lambda action: " ".join(action.values()),
)
def test_on_a_public_server_what_a_browser_makes_up_changes_nothing(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: dict
):
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    app = visit()
    store = _store(tmp_path)
    store.save_view("Mines", "/facts", 6, datetime(2024, 3, 4))
    app.session_state["_views_deleted"] = View("Gone", "/", datetime(2024, 3, 4), 1)

    act(app, action, opened=OPENED)

    assert [(view.name, view.address) for view in store.views()] == [("Mines", "/facts")]
    shown = panel(app)["views"]
    assert (shown["may_save"], shown["views"][0]["mine"]) == (False, False)
    assert shown["said"]["text"].endswith(": this server is read-only for you.")
