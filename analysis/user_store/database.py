"""The connection of the user store: opened, replaced when its file is damaged, with its errors in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import msgspec
from sqlalchemy import URL, Connection, Engine, MetaData, Select, create_engine, inspect, make_url, text
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, ProgrammingError, SQLAlchemyError

from analysis import sqlite_file

Kept = TypeVar("Kept")

SECONDS_TO_WAIT = 3  # for the lock of another program; a visitor waits as long
FILE_OF = "sqlite"  # the one kind of database that is a file here
KNOWN_DRIVERS = ("pysqlite", "psycopg", "psycopg2")
DISK_FULL = "53100"  # a code of the SQL standard


class NoStore(OSError):
    """The store cannot be opened or read: its folder cannot be written, or its server does not answer."""


class NotKept(OSError):
    """What was to be written is not kept; the message says why, in words that can follow `was not saved:`."""


class OtherTables(ValueError):
    """A table of one of our names has other columns, or what is in it is not as we write it."""


# A lone surrogate cannot be stored; a table name that is no UTF-8 means a damaged file.
FAULTS = (SQLAlchemyError, OtherTables, UnicodeEncodeError, UnicodeDecodeError)
OF_DAMAGE = (OtherTables, UnicodeDecodeError)


class Store:
    """A database with these tables. Thread-safe.

    A damaged file is renamed and a new one made: `set_aside` is the new name of the last.
    """

    def __init__(self, address: str, tables: MetaData) -> None:
        """Open the store at an address of SQLAlchemy, made if it is new. Raises NoStore and ArgumentError."""
        self.set_aside: Path | None = None
        url = make_url(address)
        is_file = url.get_backend_name() == FILE_OF
        self._path = Path(url.database) if is_file and url.database else None
        # A connection to a server may have been cut since it was used: it is tried first.
        self._engine = create_engine(url, connect_args=waits(url), pool_pre_ping=not is_file)
        self._tables, self._is_ready = tables, False
        self._mending = Lock()
        try:
            self._prepare()
        except FAULTS as fault:
            if not sqlite_file.is_locked(_cause(fault)):  # what is locked now can be written later
                raise NoStore(f"What people write cannot be kept: {plain(fault)}") from fault

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with. Raises NoStore."""
        before = self.set_aside
        try:
            self._prepare()
            with self._engine.connect() as connection:
                yield connection
        except FAULTS as fault:
            self._mend(fault, before)
            raise NoStore(f"What people write cannot be read: {plain(fault)}") from fault

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection to write with; at the end all is kept, or nothing. Raises NotKept."""
        before = self.set_aside
        try:
            self._prepare()
            with self._engine.begin() as connection:
                yield connection
        except FAULTS as fault:
            self._mend(fault, before)
            raise NotKept(plain(fault)) from fault

    def _prepare(self) -> None:
        """Make the tables if that was not done yet, on a new file if need be. Raises FAULTS."""
        if self._is_ready:
            return
        before = self.set_aside
        try:
            make_tables(self._engine, self._tables)
        except FAULTS as fault:
            if not (self._mend(fault, before) or isinstance(fault, ProgrammingError | IntegrityError)):
                raise
            make_tables(self._engine, self._tables)  # anew, or what another replica made at the same time
        self._is_ready = True

    def _mend(self, fault: Exception, before: Path | None) -> bool:
        """Rename a damaged file, once for all threads that meet it; whether that was done."""
        cause = _cause(fault)
        if sqlite_file.is_other(cause):  # the file was removed: its tables are made again
            self._is_ready = False
        if self._path is None or not (isinstance(fault, OF_DAMAGE) or sqlite_file.is_damage(cause)):
            return False
        with self._mending, suppress(OSError):
            if self.set_aside == before:
                self._is_ready = False
                self._engine.dispose()
                self.set_aside = sqlite_file.set_aside(self._path)
            return True
        return False


def make_tables(engine: Engine, tables: MetaData) -> None:
    """Make the tables that are not there. Raises FAULTS."""
    with engine.begin() as connection:
        if engine.dialect.name == FILE_OF and connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
            raise OtherTables("the file is damaged")
        tables.create_all(connection)
        for table in tables.sorted_tables:
            there = {column["name"] for column in inspect(connection).get_columns(table.name)}
            if not set(table.columns.keys()) <= there:
                raise OtherTables(f"the table {table.name} has other columns")


def records(connection: Connection, query: Select[Any], kind: type[Kept]) -> list[Kept]:
    """The rows that the query finds, as records of the kind, which has a field for each column. Raises OtherTables."""
    try:
        return [msgspec.convert(row, kind, from_attributes=True) for row in connection.execute(query)]
    except (msgspec.ValidationError, ValueError, TypeError) as fault:  # of a time that is none
        raise OtherTables("what is kept is not as it was written") from fault


def waits(url: URL) -> dict[str, int]:
    """How the driver is told for how long to wait for the database, where that is known."""
    names = {FILE_OF: "timeout", "postgresql": "connect_timeout"}
    name = names.get(url.get_backend_name())
    return {name: SECONDS_TO_WAIT} if name and url.get_driver_name() in KNOWN_DRIVERS else {}


def plain(fault: BaseException) -> str:
    """What is wrong, in words that can follow `was not saved:`. The words of a server have its address: not them."""
    cause = _cause(fault)
    if isinstance(cause, sqlite3.Error):
        return sqlite_file.plain(cause)
    if getattr(cause, "sqlstate", None) == DISK_FULL:
        return "the disk is full"
    if isinstance(fault, IntegrityError):
        return "somebody else changed it at the same time"
    if isinstance(fault, OperationalError | InterfaceError):
        return "the database does not answer, or does not let Dossier in"
    return sqlite_file.plain(cause)


def _cause(fault: BaseException) -> BaseException:
    """The exception of the database driver."""
    return getattr(fault, "orig", None) or fault
