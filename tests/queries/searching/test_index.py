"""The index of a snapshot: made with it, read without a change to it, and missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.index import FOLDER, NoIndex, write_index
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from analysis.queries.searching.search import Search
from analysis.store import publish
from tests.pages import snapshots
from tests.queries.searching.sentences import TEXTS, sentences


def test_a_snapshot_without_an_index_still_answers_all_but_search(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    shutil.rmtree(snapshot.folder / FOLDER)
    database = Database(snapshot)

    assert n_facts(database, Selection()) > 0
    assert n_facts(database, Selection.of(words="mine")) == 0
    with pytest.raises(NoIndex):
        _ = database.search


def test_an_index_that_is_broken_is_none(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    (snapshot.folder / FOLDER / "meta.json").write_text("{", encoding="utf-8")

    with pytest.raises(NoIndex):
        _ = Database(snapshot).search


def test_searching_writes_nothing_into_the_snapshot(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    before = sorted(path.name for path in (snapshot.folder / FOLDER).iterdir())

    Database(snapshot).search.rows("mine")

    assert sorted(path.name for path in (snapshot.folder / FOLDER).iterdir()) == before
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (snapshot.folder / FOLDER).iterdir())


def test_a_snapshot_is_named_by_its_tables_and_gets_the_index_that_it_lacks(tmp_path: Path):
    frames = {"sentences": sentences(TEXTS)}
    first = publish(tmp_path, frames, {})
    shutil.rmtree(first.folder / FOLDER)

    again = publish(tmp_path, frames, {})

    assert again.name == first.name == publish(tmp_path / "other", frames, {}).name
    assert (again.folder / FOLDER / "meta.json").exists()


def test_an_index_has_no_sentence_of_noise(tmp_path: Path):
    frame = sentences(["mine", "mine"]).assign(kind=["noise", "heading"])
    write_index(tmp_path / FOLDER, frame)

    assert Search(tmp_path, lambda sql, params: [(2,)]).rows("mine").tolist() == [1]
