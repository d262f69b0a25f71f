"""A snapshot as a database."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from analysis import duck
from analysis.queries.database import Database, OldSnapshot
from analysis.queries.rows import n_facts
from analysis.queries.selection import Selection
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


@pytest.mark.parametrize("content", [None, b"another database"], ids=["missing", "unreadable"])
def test_a_snapshot_without_its_database_is_asked_all_the_same(tmp_path: Path, content: bytes | None):
    snapshot = snapshots.small(tmp_path)
    expected = n_facts(Database(snapshot), Selection())
    copy = snapshot.folder / duck.FILE
    copy.unlink()
    if content:
        copy.write_bytes(content)

    database = Database(snapshot)

    assert n_facts(database, Selection()) == expected > 0
    assert (database.exports / duck.FILE).exists()


def test_rows_of_the_database_stand_as_in_the_files(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)

    rows = Database(snapshot).rows("SELECT fact_row, fact_id FROM facts ORDER BY 1")

    assert rows == list(enumerate(snapshot.table("facts")["fact_id"]))
