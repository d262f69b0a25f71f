"""A snapshot as a DuckDB database: its tables as read-only views that many sessions query at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import ArrowInvalid
from pyarrow.parquet import read_schema

from analysis import duck
from analysis.index import NoIndex
from analysis.queries.engine.lru_cache import LruCache, Made
from analysis.queries.searching.search import Search
from analysis.row_numbers import ROW_OF
from analysis.row_sets import RowSet, SentencesFound, bitmap, frozen, thawed
from analysis.schema import Table
from analysis.scratch import ScratchFolder
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
    "fact_themes",
    "amounts",
    "themes",
    "terms",
    "term_occurrences",
    "vocabulary",
    "sentence_terms",
    "topics",
    "document_topics",
    "document_map",
    "unreadable",
)

# Bytes of the caches that all sessions share: answers, bitmaps of rows, objects made of answers; and of the blocks that
# DuckDB caches.
ANSWERS, ROWS, MADE, BUFFERS = 24_000_000, 16_000_000, 24_000_000, "400MB"

BYTES_OF_A_CELL = 60  # an estimate over numbers and sentences: measuring a frame takes longer than the query

Params = Mapping[str, Any]
Row = dict[str, Any]


# Columns that snapshots of older versions lack.
NEEDED = {
    "facts": {
        ROW_OF["sentences"],
        "plan",
        "day_from",
        "is_claim",
        "claim_of",
        "claim",
        "claim_spans",
        "worth",
        "event_key",
    },
    "documents": {"text_id"},
    "unreadable": {"doc_id"},
}


class OldSnapshot(FileNotFoundError):
    """The snapshot lacks a table or a column that the queries need: an older version built it."""


class DamagedSnapshot(OSError):
    """A file of the snapshot cannot be read, or there is no room to make its database anew."""


class Database:
    """The tables of a snapshot. Every query gets a cursor of its own, so the object is thread-safe.

    It reads no file outside the snapshot and writes none outside a folder of its own, for exports.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        """Open the snapshot. Raises OldSnapshot and DamagedSnapshot."""
        missing = [name for name in VIEWS if not snapshot.path(name).exists()]
        if missing:
            raise OldSnapshot(f"{snapshot.name} has no table {', '.join(missing)}")
        for table, columns in NEEDED.items():
            if lacking := columns.difference(_columns(snapshot, table)):
                raise OldSnapshot(f"{snapshot.name} has {table} without {', '.join(sorted(lacking))}")
        self.snapshot = snapshot
        self._exports = ScratchFolder("export")
        self._connection = duckdb.connect(":memory:")
        try:
            self._attach()
        except OSError as fault:
            raise DamagedSnapshot(f"{snapshot.name} cannot be read: {fault}") from fault
        self._lock_up()
        self._answers = LruCache[pd.DataFrame](ANSWERS, lambda frame: 500 + BYTES_OF_A_CELL * int(frame.size))
        self._lists = LruCache[list[tuple[Any, ...]]](ANSWERS, lambda rows: 200 + sum(100 * len(row) for row in rows))
        self._rows = LruCache[bytes](ROWS, lambda bits: len(bits) + 200)
        self._made = LruCache[Made](MADE, lambda made: made.n_bytes)

    def _attach(self) -> None:
        """Make a view of each table; of a new file where the snapshot's is missing or of another DuckDB."""
        try:
            duck.attach(self._connection, self.snapshot.folder / duck.FILE)
        except OSError:
            own = self.exports / duck.FILE
            duck.write_duck(self.snapshot.folder, own)
            duck.attach(self._connection, own)

    @cached_property
    def search(self) -> Search:
        """The search in the sentences. Raises NoIndex."""
        return Search(self.snapshot.folder, self.rows)

    @property
    def exports(self) -> Path:
        """The folder that exports are written to; it goes when the database goes."""
        return self._exports.path

    def frame(self, table: Table, sql: str, params: Params | None = None) -> pd.DataFrame:
        """The answer as the declared frame. Raises SchemaError when the query and the declaration differ."""

        def answered() -> pd.DataFrame:
            with self._connection.cursor() as cursor:
                answer = cursor.execute(sql, self._known(params)).df()
            return table.frame({name: answer[name].array for name in answer.columns})

        return self.kept((table.name, sql, frozen(params or {})), answered)

    def kept(self, key: Hashable, answer: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The cached frame of the key, else `answer()`, which is cached."""
        return self._answers.get(key, answer).copy(deep=False)

    def made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The cached object of the key, else `make()`, which is cached; shared, so never to be changed."""
        return self._made.get(key, make)

    def number(self, sql: str, params: Params | None = None) -> int:
        """The one number that the query answers with."""
        rows = self.rows(sql, params)
        return int(rows[0][0]) if rows and rows[0][0] is not None else 0

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """The rows of the answer as tuples, from the cache if they are in it."""

        def answered() -> list[tuple[Any, ...]]:
            with self._connection.cursor() as cursor:
                return cursor.execute(sql, self._known(params)).fetchall()

        return list(self._lists.get((sql, frozen(params or {})), answered))

    def passing(self, sql: str, params: Params | None = None) -> list[Row]:
        """The rows of the answer by column, which are not cached: for files with many rows."""
        with self._connection.cursor() as cursor:
            answer = cursor.execute(sql, self._known(params))
            names = [str(name) for name, *_ in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def forget(self) -> None:
        """Empty every cache, for measuring."""
        for memory in (self._answers, self._lists, self._rows, self._made):
            memory.clear()

    def _known(self, params: Params | None) -> dict[str, Any]:
        """The parameters, sets of rows replaced by their bitmaps. Raises QueryFault."""
        return {name: self._resolved(value) for name, value in (params or {}).items()}

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, SentencesFound):
            return self._found(value.query)
        return self._rows.get(value, lambda: self._bitmap(value)) if isinstance(value, RowSet) else value

    def _bitmap(self, rows: RowSet) -> bytes:
        """The bitmap of the rows that the query finds."""
        with self._connection.cursor() as cursor:
            found = cursor.execute(rows.sql, self._known(thawed(rows.params))).fetchnumpy()
        (column,) = found.values()
        return bitmap(np.asarray(column, np.int64), int(self.snapshot.manifest["counts"][rows.table]))

    def _found(self, query: str) -> bytes:
        try:
            return self.search.bits(query)
        except NoIndex:  # without an index no sentence is found; the pages say so
            return bytes(self.number("SELECT count(*) FROM sentences") // 8 + 1)

    def _lock_up(self) -> None:
        allowed = f"[{duck.literal(self.snapshot.folder)}, {duck.literal(self.exports)}]"
        self._connection.execute(f"SET allowed_directories = {allowed}")
        self._connection.execute(f"SET memory_limit = '{BUFFERS}'")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")


def _columns(snapshot: Snapshot, table: str) -> list[str]:
    """The columns of a table's file. Raises DamagedSnapshot."""
    try:
        return [str(name) for name in read_schema(snapshot.path(table)).names]
    except ArrowInvalid as fault:
        raise DamagedSnapshot(f"{snapshot.name} has {table} that cannot be read: {fault}") from fault


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, each by column; None where a text is missing."""
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*map(_values, frame.items()), strict=True)]


def _values(column: tuple[Any, pd.Series[Any]]) -> list[Any]:
    """The values of a column as Python objects; through Arrow, several times as fast as `Series.tolist` for text."""
    values = column[1]
    is_text = isinstance(values.dtype, pd.StringDtype)
    return list(pa.array(values.array, from_pandas=True).to_pylist()) if is_text else values.tolist()
