"""Other collections on one's own machine: chosen on the page Documents, and made of what is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analysis.corpus import Corpus, inputs_folder, kept_corpus
from pages.parts import collections
from pages.parts.documents import collections as own_collections
from pages.parts.documents import rebuild
from pages.parts.documents.rebuild import Rebuild, last_build
from tests.pages import snapshots
from tests.pages.conftest import Open, html
from tests.pages.documents.conftest import PAGE
from tests.pages.documents.test_builds import SLEEPS


@pytest.fixture
def own_machine(own: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same on one's own machine, with another collection beside it."""
    monkeypatch.setattr(own_collections, "is_own_machine", lambda: True)
    snapshots.empty(own.parent / "other")
    yield own
    collections.choose(own, own)


def test_another_collection_is_chosen(visit: Open, own_machine: Path) -> None:
    app = visit(PAGE, own_machine)
    (choice,) = [box for box in app.selectbox if box.label == "Collection"]
    assert [Path(one).name for one in choice.options] == ["other", "own"]

    app = choice.select_index(0).run()

    assert "1 report<" in html(app)
    assert "1 report<" in html(visit(PAGE, own_machine))


def test_what_is_added_makes_a_new_collection(visit: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def built(out: Path, undo: Callable[[], None]) -> Rebuild:
        snapshots.empty(out)
        return Rebuild(out, undo, ["true"])

    monkeypatch.setattr(rebuild, "Rebuild", built)
    app = visit(PAGE, own_machine)
    app = app.text_area[0].set_value("The storm hit the port of Baku on Monday.").run()
    app = app.text_input(key="new-name").set_value("../Storms: 2024").run()

    app = app.button(key="add").click().run()

    folder = own_machine.parent / "Storms_ 2024"
    assert kept_corpus(folder) == Corpus((), "model")
    assert len(list((inputs_folder(folder) / "added").iterdir())) == 1
    assert not inputs_folder(own_machine).exists()
    build = last_build(folder)
    assert build is not None
    build.wait()

    app = app.run()
    assert "2024 is there." in app.success[0].value
    app = app.button(key="open-new").click().run()
    assert "1 report<" in html(app)


def test_a_new_collection_needs_a_name_of_its_own(visit: Open, own_machine: Path, builds: list[Path]) -> None:
    app = visit(PAGE, own_machine)
    app = app.text_area[0].set_value("The storm hit the port of Baku on Monday.").run()
    app = app.text_input(key="new-name").set_value("other").run()

    app = app.button(key="add").click().run()

    assert "other is there already" in app.error[0].value
    assert builds == []


def test_a_collection_whose_build_is_cancelled_is_no_more(
    visit: Open, own_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild, "Rebuild", lambda out, undo: Rebuild(out, undo, SLEEPS))
    app = visit(PAGE, own_machine)
    app = app.text_area[0].set_value("The storm hit the port of Baku on Monday.").run()
    app = app.text_input(key="new-name").set_value("storms").run()
    app = app.button(key="add").click().run()
    build = last_build(own_machine.parent / "storms")
    assert build is not None
    build.cancel()

    app = app.run()

    assert not app.success
    assert not (own_machine.parent / "storms").exists()


def test_on_a_server_there_is_one_collection(visit: Open, own: Path) -> None:
    snapshots.empty(own.parent / "other")

    app = visit(PAGE, own)

    assert not [box for box in app.selectbox if box.label == "Collection"]
