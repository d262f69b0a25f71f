"""SQLite files that are damaged, locked or on a full disk: which it is, in plain words, and out of the way with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

# Faults of the moment or of the place. With any other the file is not what it should be.
PASSING = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_BUSY: "another program has locked it",
    sqlite3.SQLITE_LOCKED: "another program has locked it",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_PERM: "it cannot be written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk does not answer",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
    sqlite3.SQLITE_CONSTRAINT: "somebody else changed it at the same time",
}
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
COMPANIONS = ("-journal", "-wal", "-shm")  # SQLite would take what they hold for the end of a new file


def is_passing(fault: BaseException) -> bool:
    """Whether the file itself may be as it should be."""
    return _code(fault) in PASSING


def is_damage(fault: BaseException) -> bool:
    """Whether the file is no SQLite, or damaged; also where text in it is no UTF-8, which has no code."""
    return _code(fault) in DAMAGE or (isinstance(fault, sqlite3.OperationalError) and not _code(fault))


def is_locked(fault: BaseException) -> bool:
    """Whether another program has the file for now."""
    return _code(fault) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_other(fault: BaseException) -> bool:
    """Whether a table or a column is not there."""
    return _code(fault) == sqlite3.SQLITE_ERROR


def plain(fault: BaseException) -> str:
    """What is wrong, in words that can follow `was not saved:`."""
    if not isinstance(fault, sqlite3.Error):
        return str(fault).partition("\n")[0]
    return PASSING.get(_code(fault), "the file is damaged")


def _code(fault: BaseException) -> int:
    """The primary result code of SQLite; 0 for another fault."""
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF


def remove(path: Path) -> None:
    """Delete the file with its companions. Raises OSError."""
    for name in (path.name, *(path.name + end for end in COMPANIONS)):
        path.with_name(name).unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give the file and its companions a free name beside it, such as `written-damaged.sqlite`. Raises OSError."""
    names = (f"{path.stem}-damaged{number}{path.suffix}" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    for end in ("", *COMPANIONS):
        old = path.with_name(path.name + end)
        if old.exists():
            old.rename(aside.with_name(aside.name + end))
    return aside
