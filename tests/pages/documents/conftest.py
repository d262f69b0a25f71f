"""A folder of reports to which everyone may add; builds that are started do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analysis.corpus import Corpus, keep_corpus
from analysis.user_store.store import UserStore
from pages.parts.documents import rebuild
from pages.parts.documents.rebuild import Rebuild
from tests.pages import snapshots

PAGE = "corpus/documents"


@pytest.fixture(autouse=True)
def builds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The folders of the builds that are started; they do nothing."""
    started: list[Path] = []

    def start(out: Path, undo: Callable[[], None]) -> Rebuild:
        started.append(out)
        return Rebuild(out, undo, ["true"])

    monkeypatch.setattr(rebuild, "Rebuild", start)
    yield started
    for build in rebuild.LAST.values():
        build.wait()
    rebuild.LAST.clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The nine reports in a folder to which everyone may add."""
    monkeypatch.setenv("DOSSIER_ADD", "everyone")
    snapshots.small(tmp_path / "own")
    keep_corpus(tmp_path / "own", Corpus((str(tmp_path),), "model"))
    return tmp_path / "own"


def store(tmp_path: Path) -> UserStore:
    return UserStore(f"sqlite:///{tmp_path / 'written.db'}")
