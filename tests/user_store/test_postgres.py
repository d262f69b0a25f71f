"""The store on PostgreSQL, from Debian's package: what holds of a file holds there, and what a server does besides."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.__main__ import main
from analysis.user_store.database import NoStore, NotKept
from analysis.user_store.store import UserStore, beside
from tests.pages import snapshots
from tests.test_backup import fill
from tests.user_store.stores import DATABASE, schema_of

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
USER = "postgres"  # as Debian's package has it: PostgreSQL does not run as root
AWAY = "the database does not answer, or does not let Dossier in"
NOON = datetime(2024, 5, 1, 12)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda one: int(one.parts[-3]))
    return found[-1].parent if found else None


PROGRAMS = programs()
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not PROGRAMS, reason="there is no PostgreSQL: install Debian's package postgresql"),
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can start it as another user than itself"
    ),
]


@dataclass
class Server:
    """A PostgreSQL of its own, on a port of loopback."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"postgresql+psycopg://dossier@127.0.0.1:{self.port}/postgres"

    def control(self, *command: str) -> None:
        """Have it start or stop."""
        said = f"-h 127.0.0.1 -p {self.port} -k {self.folder}"
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", said, *command)

    def run(self, program: str, *arguments: str) -> None:
        """Run a program of PostgreSQL as its user."""
        as_user = ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", str(Path(str(PROGRAMS)) / program)]
        done = subprocess.run([*as_user, *arguments], cwd="/", capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    shutil.chown(folder, USER, USER)  # not below pytest's folder, which is root's alone
    found = Server(folder, port)
    found.run("initdb", "-D", str(folder / "data"), "-U", "dossier", "--auth-host=trust", "-E", "UTF8", "--no-sync")
    found.control("start")
    try:
        yield found
    finally:
        found.control("-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def address(server: Server, tmp_path: Path) -> str:
    """A schema without tables."""
    return schema_of(server.address, str(tmp_path))


def test_what_holds_of_a_file_holds_there(server: Server) -> None:
    files = [HERE / f"test_{name}.py" for name in ("store", "kept_by", "report_entries")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "ignore", *map(str, files)]

    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {DATABASE: server.address}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout[-4000:]
    assert "skipped" not in done.stdout


def test_a_backup_of_a_file_goes_into_it_and_back(
    address: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    snapshots.small(out)
    fill(UserStore(beside(out)))
    written = UserStore(beside(out)).everything()
    assert main(["backup", str(out), "--to", str(tmp_path / "file.zip")]) == 0

    monkeypatch.setenv("DOSSIER_STORE", address)
    assert main(["restore", str(tmp_path / "file.zip"), "--to", str(tmp_path / "two")]) == 0
    assert UserStore(address).everything() == written
    assert main(["backup", str(tmp_path / "two"), "--to", str(tmp_path / "server.zip")]) == 0

    monkeypatch.delenv("DOSSIER_STORE")
    assert main(["restore", str(tmp_path / "server.zip"), "--to", str(tmp_path / "three")]) == 0
    assert UserStore(beside(tmp_path / "three")).everything() == written


def test_replicas_that_start_at_the_same_time_make_the_tables_once(address: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        stores = list(threads.map(UserStore, [address] * 8))

    stores[0].save_view("Mines", "/", 1, NOON)
    assert [[view.name for view in store.views()] for store in stores] == [["Mines"]] * 8


def test_who_writes_at_the_same_time_loses_nothing_unsaid(address: str) -> None:
    stores = [UserStore(address) for _ in range(4)]

    def save(number: int) -> str:
        try:
            stores[number % 4].save_view(f"View {number % 10}", f"/?n={number}", number, NOON)
        except NotKept as fault:
            return str(fault)
        return ""

    with ThreadPoolExecutor(8) as threads:
        said = set(threads.map(save, range(200)))

    assert said <= {"", "somebody else changed it at the same time"}
    assert [view.name for view in stores[0].views()] == [f"View {number}" for number in range(10)]


def test_a_server_that_is_away_is_said_in_plain_words_and_asked_again(server: Server, address: str) -> None:
    store = UserStore(address)
    store.save_view("Mines", "/", 1, NOON)

    server.control("-m", "immediate", "stop")
    try:
        with pytest.raises(NotKept) as unkept:
            store.save_view("Aid", "/", 1, NOON)
        with pytest.raises(NoStore) as unread:
            store.views()
        with pytest.raises(NoStore):
            UserStore(address)
    finally:
        server.control("start")

    assert str(unkept.value) == AWAY
    assert str(unread.value).endswith(f"cannot be read: {AWAY}")
    store.save_view("Aid", "/", 1, NOON)
    assert [view.name for view in store.views()] == ["Aid", "Mines"]


@pytest.mark.parametrize("word", ["a\x00b", "\udc80"], ids=["NUL", "half a sign"])
def test_what_it_cannot_keep_is_refused_in_a_line(address: str, word: str) -> None:
    store = UserStore(address)

    with pytest.raises(NotKept) as said:
        store.save_view(word, "/", 1, NOON)

    assert "\n" not in str(said.value)
    assert store.views() == []


def test_a_password_is_in_no_message(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any):
    monkeypatch.setenv("DOSSIER_STORE", server.address.replace("dossier@", "nobody:secret@"))
    snapshots.small(tmp_path / "out")

    assert main(["backup", str(tmp_path / "out"), "--to", str(tmp_path / "a.zip")]) == 1

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "secret" not in said
