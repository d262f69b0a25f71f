"""What can happen to a file of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path


def sql(path: Path, *statements: str) -> None:
    """Run the statements on the file."""
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def _no_pages(path: Path) -> None:
    """All but the first page has lost its content."""
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no database": lambda path: path.write_bytes(b"no database at all" * 500),
    "damaged pages": _no_pages,
    "ends early": lambda path: path.write_bytes(path.read_bytes()[:5000]),
}
