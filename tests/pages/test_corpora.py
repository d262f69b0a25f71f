"""Several corpora on one server, as their pages are: a session shows, keeps and changes what is of its corpus alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.store import open_snapshot
from analysis.user_store.store import UserStore
from hosting.asking import MAY_NOT_SEE
from hosting.bound import SESSIONS
from hosting.place import corpus_called
from pages.parts import newest
from pages.parts.data import _temporary_store
from tests.hosting import several
from tests.hosting.conftest import LOGIN, secrets
from tests.pages import snapshots
from tests.pages.conftest import DASHBOARD, html

__all__ = ["secrets"]  # a fixture

SESSION = "test session id"  # as AppTest calls every session
NEVER_BUILT = "There is no snapshot to show"
Enter = Callable[..., AppTest]


@pytest.fixture
def enter(
    small: Path, blank: Path, tmp_path: Path, secrets: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> Enter:
    """Open the overview of a corpus as somebody: the desk has nine reports, the press one, and what is open none."""
    secrets(LOGIN.format(port=1))
    several.write(tmp_path, monkeypatch)
    shutil.copytree(small, tmp_path / "desk", dirs_exist_ok=True)
    shutil.copytree(blank, tmp_path / "press", dirs_exist_ok=True)

    def entered(name: str, who: str = "ed", page: str = "") -> AppTest:
        monkeypatch.setitem(SESSIONS._of, SESSION, frozenset({name} if name else ()))
        app = AppTest.from_file(str(DASHBOARD), default_timeout=30)
        app.user = {"is_logged_in": True, "email": f"{who}@desk.example", "iat": time.time()}
        if page:
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return entered


def test_a_session_shows_its_corpus(enter: Enter) -> None:
    desk, press = html(enter("desk")), html(enter("press"))

    assert "9 reports" in desk
    assert "9 reports" not in press
    for name, page in (("desk", desk), ("press", press)):
        assert f'<strong dir="auto">The {name}</strong><a href="../../">All collections</a>' in page
        assert "Data as of " in page


@pytest.mark.parametrize("name", ["", "none", "press"])
def test_a_session_of_no_corpus_or_of_one_that_one_may_not_see_shows_nothing(enter: Enter, name: str) -> None:
    app = enter(name, "ann")

    assert [error.value for error in app.error] == [
        "You may not see these reports (any more). Reload the page to sign in."
    ]
    assert "report" not in html(app)


def test_a_corpus_without_a_snapshot_is_not_filled_with_the_seeds(enter: Enter, tmp_path: Path) -> None:
    app = enter("open")

    assert NEVER_BUILT in app.error[0].value
    assert not (tmp_path / "open" / "CURRENT").exists()


def checks(folder: Path) -> list[str]:
    """The facts that were checked, as the store beside the snapshots of a folder has them."""
    return [one.fact_id for one in UserStore(f"sqlite:///{folder / 'written.sqlite'}").judgements()]


def test_what_is_kept_is_kept_in_the_store_of_the_corpus(enter: Enter, tmp_path: Path) -> None:
    app = enter("desk", page="corpus/quality")

    next(button for button in app.button if button.label == "Everything is right").click().run()

    assert checks(tmp_path / "desk")
    assert not checks(tmp_path / "press")


def test_an_editor_of_another_corpus_changes_nothing_by_a_crafted_click(enter: Enter, tmp_path: Path) -> None:
    app = enter("desk", page="corpus/quality")
    right = next(button for button in app.button if button.label == "Everything is right")
    lists = several.LISTS["desk"].replace("editor", "owner").replace("reader", "editor").replace("owner", "reader")
    (tmp_path / "desk" / "access.toml").write_text(lists, encoding="utf-8")  # ed is a reader from now on
    (tmp_path / "press" / "access.toml").write_text(several.LISTS["desk"], encoding="utf-8")  # and an editor there

    right.click().run()

    assert not checks(tmp_path / "desk")
    assert not checks(tmp_path / "press")


def test_access_that_is_withdrawn_ends_an_open_page(enter: Enter, tmp_path: Path) -> None:
    app = enter("desk")
    (tmp_path / "desk" / "access.toml").write_text("", encoding="utf-8")

    assert [error.value for error in app.run().error] == [MAY_NOT_SEE]


def test_stores_that_cannot_be_opened_are_not_one(tmp_path: Path) -> None:
    assert _temporary_store("sqlite:///a") is not _temporary_store("sqlite:///b")


def test_what_is_open_stays_while_another_is_published(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(newest, "st", SimpleNamespace(session_state=state))
    desk, press = (corpus_called(name) for name in ("desk", "press"))
    enter("desk")
    assert desk is not None
    assert press is not None
    shown = newest.shown(desk.folder)

    snapshots.odd(press.folder)
    assert not newest.is_new(desk.folder)
    snapshots.odd(desk.folder)

    assert newest.is_new(desk.folder)
    assert newest.shown(desk.folder) == shown != open_snapshot(desk.folder).name
