"""A snapshot as a database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from analysis import duck
from analysis.queries.engine.database import Database, OldSnapshot
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from tests.pages import snapshots


def test_many_threads_ask_one_database(database: Database):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: n_facts(database, Selection.of(words="a")), range(40)))

    assert len(set(answers)) == 1


@pytest.mark.parametrize(
    "sql",
    ["SELECT count(*) FROM read_text('/etc/hostname')", "SET enable_external_access = true"],
    ids=["reads another file", "unlocks itself"],
)
def test_a_query_can_do_nothing_but_ask(database: Database, sql: str):
    with pytest.raises(duckdb.Error):
        database.number(sql)


def test_a_snapshot_of_an_older_version_is_named_so(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    snapshot.path("facts").unlink()

    with pytest.raises(OldSnapshot, match="facts"):
        Database(snapshot)


def _misses(path: Path) -> None:
    path.unlink()


def _is_another(path: Path) -> None:
    path.write_bytes(b"another database")


def _ends_early(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("damage", [_misses, _is_another, _ends_early])
def test_a_snapshot_without_its_database_is_asked_all_the_same(tmp_path: Path, damage: Callable[[Path], None]):
    snapshot = snapshots.small(tmp_path)
    expected = n_facts(Database(snapshot), Selection())
    damage(snapshot.folder / duck.FILE)

    database = Database(snapshot)

    assert n_facts(database, Selection()) == expected > 0
    assert (database.exports / duck.FILE).exists()


def test_a_full_disk_is_named_so_whenever_it_is_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    snapshot = snapshots.small(tmp_path)

    def full(*_: object) -> None:
        raise duckdb.TransactionException("Failed to commit: No space left on device")

    monkeypatch.setattr(duck, "_queries", full)

    with pytest.raises(OSError, match="No space left"):
        duck.write_duck(snapshot.folder, tmp_path / duck.FILE)


def test_rows_of_the_database_stand_as_in_the_files(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)

    rows = Database(snapshot).rows("SELECT fact_row, fact_id FROM facts ORDER BY 1")

    assert rows == list(enumerate(snapshot.table("facts")["fact_id"]))
