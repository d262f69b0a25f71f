"""A store that is locked, on a full disk or damaged: the page says what was not saved, and shows the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.user_store import database as user_database
from pages.parts.data import SET_ASIDE
from tests.pages.conftest import Open, act, html, panel

LOCKED = "another program has locked it"
VIEWS = {"open": ["views"]}


@pytest.fixture
def lock(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another program that has the store of `visit` for itself."""
    monkeypatch.setattr(user_database, "SECONDS_TO_WAIT", 0.1)
    visit("corpus/quality")
    other = sqlite3.connect(tmp_path / "written.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_view_is_said_to_be_saved_when_it_is(visit: Open):
    app = act(visit(), {"do": "save view", "name": "Mine"}, opened=VIEWS)

    said = panel(app)["views"]["said"]
    assert (said["text"], said["isDone"]) == ("Saved: Mine", True)


def test_a_view_that_is_not_saved_is_said_so(visit: Open, lock: sqlite3.Connection):
    app = act(visit(), {"do": "save view", "name": "Mine"}, opened=VIEWS)

    said = panel(app)["views"]["said"]
    assert (said["text"], said["isDone"], said["name"]) == (f"Mine was not saved: {LOCKED}.", False, "Mine")
    assert not app.exception
    assert "What is in here?" in html(app)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ({"do": "rename view", "name": "Mine", "to": "Ours"}, "renamed"),
        ({"do": "delete view", "name": "Mine"}, "deleted"),
    ],
)
def test_a_view_that_is_not_changed_is_said_so(visit: Open, lock: sqlite3.Connection, action: dict, said: str):
    app = act(visit(), action, opened=VIEWS)

    assert panel(app)["views"]["said"]["text"] == f"Mine was not {said}: {LOCKED}."


def test_views_that_cannot_be_read_are_said_and_can_be_when_the_store_is_free(visit: Open, lock: sqlite3.Connection):
    app = act(visit(), opened=VIEWS)
    assert [warning.value.replace("\\:\u200c", ":") for warning in app.warning] == [
        f"What people write cannot be read: {LOCKED}. Reload the page to try again."
    ]
    lock.close()

    assert not act(visit(), opened=VIEWS).warning


def test_a_judgement_that_is_not_kept_is_said_and_stays_to_be_kept(visit: Open, lock: sqlite3.Connection):
    app = visit("corpus/quality")
    form = next(button for button in app.button if button.label == "Everything is right")
    shown = form.key

    form.click().run()

    assert [error.value for error in app.error] == [
        f"What you said of this claim was not saved: {LOCKED}. Press again to try again."
    ]
    assert next(button for button in app.button if button.label == "Everything is right").key == shown


def test_a_long_list_that_is_not_kept_is_said(visit: Open, lock: sqlite3.Connection):
    long = "\n".join(f"mine OR word{number:04}" for number in range(500)).encode()

    app = visit("explore/search").file_uploader(key="queries-file-0").upload("list.txt", long).run()

    assert [error.value for error in app.error] == [f"The list was not saved: {LOCKED}. Choose the file again later."]
    assert "kept-list" not in app.query_params


@pytest.mark.parametrize(("button", "said"), [("rename-list", "Not renamed"), ("delete-list", "Not deleted")])
def test_a_list_that_is_not_changed_is_said(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, said: str
):
    monkeypatch.setattr(user_database, "SECONDS_TO_WAIT", 0.1)
    long = "\n".join(f"mine OR word{number:04}" for number in range(500)).encode()
    app = visit("explore/search").file_uploader(key="queries-file-0").upload("list.txt", long).run()
    other = sqlite3.connect(tmp_path / "written.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    app.button(key=button).click().run()

    assert [toast.value for toast in app.toast] == [f"{said}: {LOCKED}"]
    assert app.query_params["kept-list"]
    other.close()


def test_a_damaged_store_takes_no_page_with_it(visit: Open, tmp_path: Path):
    (tmp_path / "written.db").write_bytes(b"no database at all" * 500)

    app = visit("corpus/quality")

    assert not app.exception
    assert [warning.value for warning in app.warning] == [SET_ASIDE.format(r"written\-damaged\.db")]
    assert "How right are the claims" in html(app)
