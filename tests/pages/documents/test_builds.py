"""Builds that a page starts: cancelled, through, failed, begun again; and what open sessions see of them."""

from __future__ import annotations

import time
from pathlib import Path

from pages.parts.documents import rebuild
from pages.parts.documents.rebuild import Rebuild, last_build
from tests.pages import snapshots
from tests.pages.conftest import Open, html
from tests.pages.documents.conftest import PAGE

SLEEPS = ["sh", "-c", "echo reports 1 4; sleep 60"]


def test_a_build_that_is_cancelled_takes_back_what_it_began_with(tmp_path: Path) -> None:
    undone: list[bool] = []
    build = Rebuild(tmp_path, lambda: undone.append(True), SLEEPS)
    while not build.step.done:
        time.sleep(0.01)

    assert (build.step.stage, build.step.total) == ("reports", 4)
    build.cancel()

    assert build.is_over
    assert not build.has_failed
    assert undone == [True]


def test_a_build_that_is_through_takes_nothing_back(tmp_path: Path) -> None:
    undone: list[bool] = []
    build = Rebuild(tmp_path, lambda: undone.append(True), ["true"])
    build.wait()

    build.cancel()

    assert undone == []


def test_a_build_that_failed_says_what_it_said(tmp_path: Path) -> None:
    build = Rebuild(tmp_path, command=["sh", "-c", "echo No room; exit 1"])
    build.wait()

    assert build.has_failed
    assert build.reason == "No room"


def test_what_is_kept_while_a_build_runs_is_built_after_it(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    build = Rebuild(tmp_path, command=["sh", "-c", f"sleep 0.3; echo x >> '{runs}'"])

    assert build.again()
    build.wait()

    assert runs.read_text() == "x\nx\n"
    assert not build.again()


def test_a_session_keeps_its_snapshot_until_it_asks_for_the_new_one(visit: Open, tmp_path: Path) -> None:
    folder = tmp_path / "grows"
    snapshots.empty(folder)
    app = visit(PAGE, folder)
    snapshots.small(folder)

    app = app.run()
    assert "1 report<" in html(app)

    app = app.button(key="show-new").click().run()
    assert "9 reports<" in html(app.run())
    assert not [button for button in app.run().button if button.key == "show-new"]


def test_a_build_that_changes_nothing_says_so_once(visit: Open, own: Path) -> None:
    rebuild.start_build(own)
    build = last_build(own)
    assert build is not None
    build.wait()

    assert "nothing has changed" in visit(PAGE, own).info[0].value
    assert not visit(PAGE, own).info
