"""Tables as files: exactly the rows of a query, with what was selected, when, and from which snapshot, inside the file.

A CSV file has three more columns at its end, the same in each row: `filters`, `exported_at` and `snapshot`. The format
has no comments: a line above the header keeps pandas, R, DuckDB and the imports of spreadsheets from reading the file,
a file beside it gets lost, and one on top of another in an archive cannot be opened by a click. Columns are read by
every tool, and stay with a row that is sorted, filtered or pasted under those of another export. They take about a
tenth of the file. A Parquet file has the same three as key-value metadata of its footer, where the format wants them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from analysis.queries.engine.database import Database, Params
from analysis.shown import cut, cut_sql, visible, visible_sql

# A spreadsheet runs a cell that begins so as a formula, which can send data anywhere (CSV injection, OWASP; the last
# four are the full-width forms, which Excel reads as well). Such cells get an apostrophe.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_000  # characters; Excel takes 32,767 and drops the rest without a word
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # tells spreadsheets that a CSV file is UTF-8
DAY = "%Y-%m-%d"
HOUR = "%Y-%m-%dT%H:%M"

TYPES = {"i": "BIGINT", "u": "BIGINT", "f": "DOUBLE", "b": "BOOLEAN", "M": "TIMESTAMP"}
PLAIN: dict[str, Callable[[Any], Any]] = {
    "BIGINT": int,
    "DOUBLE": float,
    "BOOLEAN": bool,
    "TIMESTAMP": lambda value: pd.Timestamp(value).to_pydatetime(),
}


@dataclass(frozen=True)
class About:
    """What a file says about itself: the filters in words, when it was made, and the name of the snapshot."""

    filters: str
    exported_at: datetime
    snapshot: str

    def items(self) -> dict[str, str]:
        """Name and words of each.

        >>> About("Mining", datetime(2024, 3, 4, 9, 30), "snapshot-1").items()["exported_at"]
        '2024-03-04T09:30:00'
        """
        at = self.exported_at.isoformat(timespec="seconds")
        return {"filters": self.filters, "exported_at": at, "snapshot": self.snapshot}


Query = tuple[str, Params]
NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
Write = Callable[[Database, str, Params, Path, About], None]


def write_csv(database: Database, sql: str, params: Params, path: Path, about: About) -> None:
    """Write the answer of the query as CSV; `path` must be in `database.exports`.

    Days are written as 2024-03-04, control characters as signs, and of very long words the beginning.
    """
    columns = database.rows(f"DESCRIBE {sql}", params)
    cells = [_cell(str(name), str(kind)) for name, kind, *_ in columns]
    known = {str(name).lower() for name, *_ in columns}
    cells += [
        f"{_literal(guarded(words))} AS {_quoted(name if name not in known else f'about_{name}')}"
        for name, words in about.items().items()
    ]
    database.rows(
        f"COPY (SELECT {', '.join(cells)} FROM ({sql})) TO {_literal(str(path))} (FORMAT csv, HEADER)", params
    )


def write_parquet(
    database: Database, sql: str, params: Params, path: Path, about: About, more: Mapping[str, str] = NOTHING_MORE
) -> None:
    """Write the answer of the query as Parquet; `path` must be in `database.exports`. `more` is metadata as well."""
    said = ", ".join(f"{name}: {_literal(words)}" for name, words in {**about.items(), **more}.items())
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{said}}}"
    database.rows(f"COPY ({sql}) TO {_literal(str(path))} ({options})", params)


def write_json_lines(database: Database, sql: str, params: Params, path: Path, about: About) -> None:
    """Write the answer of the query as JSON Lines; `path` must be in `database.exports`. Days as 2024-03-04."""
    columns = database.rows(f"DESCRIBE {sql}", params)
    cells = [_quoted(str(name)) if not _is_day(str(kind)) else _day(_quoted(str(name))) for name, kind, *_ in columns]
    cells += [f"{_literal(words)} AS {_quoted(name)}" for name, words in about.items().items()]
    database.rows(f"COPY (SELECT {', '.join(cells)} FROM ({sql})) TO {_literal(str(path))} (FORMAT json)", params)


def csv_file(database: Database, query: Query, about: About) -> bytes:
    """The CSV file, with a byte order mark: spreadsheets need it to read UTF-8."""
    return BYTE_ORDER_MARK + _file(database, query, about, write_csv)


def parquet_file(database: Database, query: Query, about: About) -> bytes:
    """The Parquet file."""
    return _file(database, query, about, write_parquet)


def query_of_frame(frame: pd.DataFrame) -> Query:
    """A query that answers with this frame, for the small tables of charts."""
    cells, params = [], dict[str, Any]()
    for number, name in enumerate(frame.columns):
        column = frame.iloc[:, number]
        kind = TYPES.get(column.dtype.kind, "VARCHAR")
        convert = PLAIN.get(kind, str)
        params[f"c{number}"] = [
            None if is_empty else convert(v) for v, is_empty in zip(column, column.isna(), strict=True)
        ]
        cells.append(f"unnest($c{number}::{kind}[]) AS {_quoted(str(name))}")
    return f"SELECT {', '.join(cells) or '0 AS nothing WHERE false'}", params


def _file(database: Database, query: Query, about: About, write: Write) -> bytes:
    with tempfile.TemporaryDirectory(dir=database.exports) as folder:
        path = Path(folder) / "file"
        write(database, *query, path, about)
        return path.read_bytes()


def _cell(name: str, kind: str) -> str:
    column, header = _quoted(name), _quoted(guarded(name))
    if kind == "VARCHAR":
        signs = ", ".join(_literal(sign) for sign in FORMULA_SIGNS)
        words = cut_sql(visible_sql(column), LONGEST_CELL)
        return f"CASE WHEN {column}[1] IN ({signs}) THEN '''' || {words} ELSE {words} END AS {header}"
    return _day(column, header) if _is_day(kind) else f"{column} AS {header}"


def _is_day(kind: str) -> bool:
    return kind == "DATE" or kind.startswith("TIMESTAMP")


def _day(column: str, header: str = "") -> str:
    """A day as 2024-03-04, a moment with its hour."""
    day, hour = (f"strftime({column}, '{shape}')" for shape in (DAY, HOUR))
    return f"CASE WHEN {column} = date_trunc('day', {column}) THEN {day} ELSE {hour} END AS {header or column}"


def guarded(words: str) -> str:
    """The words as a cell can hold them, with an apostrophe where a spreadsheet would take them for a formula.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    shown = cut(visible(words), LONGEST_CELL)
    return f"'{shown}" if words.startswith(FORMULA_SIGNS) else shown


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
