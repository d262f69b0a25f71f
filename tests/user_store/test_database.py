"""A store that is damaged, locked, gone or on a full disk says so, and what can go on goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine, event

from analysis.user_store import database as user_database
from analysis.user_store.database import NoStore, NotKept
from analysis.user_store.records import Judgement, View
from analysis.user_store.store import UserStore, beside
from tests.damages import DAMAGES as COMMON
from tests.damages import sql

NOON = datetime(2024, 5, 1, 12)
VIEW = View("Pledges", "/facts?theme=Mining", NOON, 6)
FILE = "written.sqlite"


@pytest.fixture
def written(tmp_path: Path) -> UserStore:
    """A store with a view, a judgement and a long list, in written.sqlite of the folder of the test."""
    written = UserStore(beside(tmp_path))
    written.save_view(VIEW.name, VIEW.address, VIEW.n_facts, VIEW.saved_at)
    written.judge([Judgement("f1", "actor", "the mayor", True, NOON)])
    written.keep_list([f"mine {number}" for number in range(900)], "mines")
    return written


DAMAGES: dict[str, Callable[[Path], object]] = COMMON | {
    "other columns": lambda path: sql(path, "ALTER TABLE views DROP COLUMN n_facts"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    written: UserStore, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    damage(tmp_path / FILE)
    spoilt = (tmp_path / FILE).read_bytes()

    again = UserStore(beside(tmp_path))
    again.save_view("New", "/", 1, NOON)

    assert [view.name for view in again.views()] == ["New"]
    assert again.set_aside == tmp_path / "written-damaged.sqlite"
    assert again.set_aside.read_bytes() == spoilt
    assert UserStore(beside(tmp_path)).set_aside is None


def test_a_second_damaged_file_takes_the_place_of_no_other(written: UserStore, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / FILE).write_bytes(b"no database at all %d" % number * 500)
        UserStore(beside(tmp_path))

    aside = sorted(path.name for path in tmp_path.glob("written-damaged*"))
    assert aside == ["written-damaged-2.sqlite", "written-damaged-3.sqlite", "written-damaged.sqlite"]


def test_a_damage_that_comes_while_the_store_is_open_is_said_once(written: UserStore, tmp_path: Path) -> None:
    DAMAGES["damaged pages"](tmp_path / FILE)
    written._store._engine.dispose()  # as when another visitor has a connection

    with pytest.raises(NoStore, match=r"^What people write cannot be read: the file is damaged$"):
        written.list_of(written.lists()[0].list_id)

    assert written.set_aside
    assert written.lists() == []
    written.save_view("New", "/", 1, NOON)
    assert [view.name for view in written.views()] == ["New"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE views SET saved_at = 'nonsense'",
        "UPDATE views SET address = x'ff00'",
        "UPDATE views SET address = cast(x'ff00' as text)",
        "UPDATE views SET n_facts = 'three'",
    ],
)
def test_a_value_that_nobody_wrote_is_a_damage(written: UserStore, tmp_path: Path, statement: str) -> None:
    sql(tmp_path / FILE, statement)

    with pytest.raises(NoStore):
        written.views()

    assert written.set_aside
    assert written.views() == []


def test_a_list_that_nobody_wrote_is_a_damage(written: UserStore, tmp_path: Path) -> None:
    sql(tmp_path / FILE, "UPDATE lists SET queries = '[7'")

    with pytest.raises(NoStore):
        written.list_of(written.lists()[0].list_id)

    assert written.lists() == []


def test_a_file_that_is_taken_away_is_begun_anew(written: UserStore, tmp_path: Path) -> None:
    (tmp_path / FILE).rename(tmp_path / "elsewhere")
    written._store._engine.dispose()  # as when another visitor has a connection

    with pytest.raises(NotKept):
        written.save_view("New", "/", 1, NOON)

    written.save_view("New", "/", 1, NOON)
    assert [view.name for view in written.views()] == ["New"]
    assert written.set_aside is None


@pytest.mark.parametrize("words", ["half \ud800 a character", "a \x00 in it"])
def test_words_that_cannot_be_kept_damage_nothing(written: UserStore, words: str) -> None:
    try:
        written.save_view(words, "/", 1, NOON)
        assert words in [view.name for view in written.views()]
    except NotKept:
        assert written.views() == [VIEW]

    assert written.set_aside is None


def test_on_a_full_disk_nothing_is_kept_and_it_is_said(written: UserStore, tmp_path: Path) -> None:
    def is_full(connection: sqlite3.Connection, record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(Engine, "connect", is_full)
    try:
        full = UserStore(beside(tmp_path))
        with pytest.raises(NotKept, match=r"^the disk is full$"):
            full.save_view("Large", "/" + "x" * 20_000, 1, NOON)
    finally:
        event.remove(Engine, "connect", is_full)

    assert full.views() == [VIEW]
    assert full.set_aside is None


@pytest.fixture
def lock(written: UserStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    """Another program that has the file of the store for itself until it closes."""
    monkeypatch.setattr(user_database, "SECONDS_TO_WAIT", 0.1)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_a_locked_store_is_said_and_goes_on_when_it_is_free(lock: sqlite3.Connection, tmp_path: Path) -> None:
    store = UserStore(beside(tmp_path))

    with pytest.raises(NotKept, match=r"^another program has locked it$"):
        store.save_view("New", "/", 1, NOON)
    with pytest.raises(NoStore, match=r"another program has locked it$"):
        store.views()
    lock.close()

    store.save_view("New", "/", 1, NOON)
    assert [view.name for view in store.views()] == ["New", VIEW.name]
    assert store.set_aside is None


def _every_list(store: UserStore) -> list[tuple[str, ...]]:
    return [store.list_of(one.list_id) for one in store.lists()]


def test_whatever_bytes_change_the_store_opens_and_can_be_written(written: UserStore, tmp_path: Path) -> None:
    whole, random = (tmp_path / FILE).read_bytes(), Random(1)

    for number in range(40):
        spoilt = bytearray(whole)
        for place in random.sample(range(len(whole)), 25):
            spoilt[place] = random.randrange(256)
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / FILE).write_bytes(spoilt)
        store = UserStore(beside(folder))

        for ask in (UserStore.views, UserStore.judgements, _every_list):
            try:
                ask(store)
            except NoStore:
                assert store.set_aside
        store.save_view("New", "/", 1, NOON)
        assert "New" in [view.name for view in store.views()]
