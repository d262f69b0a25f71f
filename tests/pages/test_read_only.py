"""On a public server a reader who sends what only an editor is offered changes nothing: lists, checks, reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.user_store.store import UserStore
from tests.pages.conftest import Open

LONG = "\n".join(f"mine OR word{number:04}" for number in range(500)).encode()


def store(tmp_path: Path) -> UserStore:
    return UserStore(f"sqlite:///{tmp_path / 'written.db'}")


@pytest.fixture
def with_a_list(visit: Open, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A page that was drawn for one who may change the list that is open; the server is public from now on."""
    app = visit("explore/search").file_uploader(key="queries-file-0").upload("mines.txt", LONG).run()
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    return app


def test_a_list_is_not_deleted(with_a_list: AppTest, tmp_path: Path) -> None:
    with_a_list.button(key="delete-list").click().run()

    assert [one.name for one in store(tmp_path).lists()] == ["mines"]
    assert with_a_list.toast[0].value.replace("\\", "") == "Not deleted: this server is read-only for you"


def test_a_list_is_not_renamed(with_a_list: AppTest, tmp_path: Path) -> None:
    with_a_list.text_input(key=f"list-name-{with_a_list.query_params['kept-list']}").set_value("pits")
    with_a_list.button(key="rename-list").click().run()

    assert [one.name for one in store(tmp_path).lists()] == ["mines"]
    assert with_a_list.toast[0].value.replace("\\", "") == "Not renamed: this server is read-only for you"


def test_a_list_that_is_open_offers_no_change_to_a_reader(with_a_list: AppTest) -> None:
    with_a_list.run()

    keys = {button.key for button in with_a_list.button}
    assert not keys & {"delete-list", "rename-list", "undo-list"}


def test_a_list_is_not_brought_back(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("explore/search").file_uploader(key="queries-file-0").upload("mines.txt", LONG).run()
    app.button(key="delete-list").click().run()
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")

    app.button(key="undo-list").click().run()

    assert store(tmp_path).lists() == []
    assert app.toast[0].value.replace("\\", "") == "Not brought back: this server is read-only for you"


def test_a_list_is_not_kept(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")

    app = visit("explore/search").file_uploader(key="queries-file-0").upload("mines.txt", LONG).run()

    assert store(tmp_path).lists() == []
    assert "The list was not saved: this server is read-only for you" in app.error[0].value.replace("\\", "")


def test_a_check_is_not_kept(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit("corpus/quality")
    right = next(button for button in app.button if button.label == "Everything is right")
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")

    right.click().run()

    assert store(tmp_path).judgements() == []
    assert "Everything is right" not in [button.label for button in app.button]


def test_nothing_is_added(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_PUBLIC", "1")
    monkeypatch.setenv("DOSSIER_LOCAL", "1")

    app = visit("corpus/documents")

    assert not app.exception
    assert "Add" not in [button.label for button in app.button]
    assert not [one for one in app.file_uploader if one.key != "queries-file-0"]
