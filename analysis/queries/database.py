"""A snapshot as a database: its Parquet files as read-only views that many sessions ask at once."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analysis.schema import Table
from analysis.store import Snapshot

VIEWS = (
    "documents",
    "sentences",
    "mentions",
    "entities",
    "aliases",
    "timexes",
    "attributions",
    "facts",
    "fact_entities",
    "themes",
    "terms",
    "term_occurrences",
    "unreadable",
)

Params = Mapping[str, Any]
Row = dict[str, Any]


class OldSnapshot(FileNotFoundError):
    """The snapshot lacks a table that the queries need: an older version built it."""


class Database:
    """The tables of a snapshot. Every question gets a cursor of its own, so threads may share the object.

    It reads no file outside the snapshot and writes none outside a folder of its own, for exports.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        """Open the snapshot. Raises OldSnapshot."""
        missing = [name for name in VIEWS if not snapshot.path(name).exists()]
        if missing:
            raise OldSnapshot(f"{snapshot.name} has no table {', '.join(missing)}")
        self.snapshot = snapshot
        self._exports = tempfile.TemporaryDirectory(prefix="dossier-export-")
        self._connection = duckdb.connect(":memory:")
        for name in VIEWS:
            self._connection.read_parquet(str(snapshot.path(name).resolve())).create_view(name)
        self._lock_up()

    @property
    def exports(self) -> Path:
        """The folder that exports are written to; it goes when the database goes."""
        return Path(self._exports.name)

    def frame(self, table: Table, sql: str, params: Params | None = None) -> pd.DataFrame:
        """The answer as the declared frame. Raises SchemaError when the query and the declaration differ."""
        with self._connection.cursor() as cursor:
            answer = cursor.execute(sql, dict(params or {})).df()
        return table.frame({name: answer[name].array for name in answer.columns})

    def number(self, sql: str, params: Params | None = None) -> int:
        """The one number that the query answers with."""
        with self._connection.cursor() as cursor:
            row = cursor.execute(sql, dict(params or {})).fetchone()
        return int(row[0]) if row and row[0] is not None else 0

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """The rows of the answer, for what is no frame."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, dict(params or {})).fetchall()

    def write_csv(self, sql: str, params: Params, path: Path) -> None:
        """Write the answer as CSV with a header. The path must be in `exports`."""
        with self._connection.cursor() as cursor:
            cursor.execute(f"COPY ({sql}) TO {_literal(path)} (FORMAT csv, HEADER)", dict(params))

    def _lock_up(self) -> None:
        allowed = f"[{_literal(self.snapshot.folder)}, {_literal(self.exports)}]"
        self._connection.execute(f"SET allowed_directories = {allowed}")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, each by column."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _literal(path: Path) -> str:
    return "'" + str(path.resolve()).replace("'", "''") + "'"
