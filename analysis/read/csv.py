"""A .csv file: a record on each row, the names of the columns on the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.decode import NotText, open_text, read_lines
from analysis.read.record import LONGEST_LINE, LONGEST_TEXT, record_article

SEPARATORS = ",;\t|"


def read_csv(path: Path, source_id: str) -> Iterator[Article | Unreadable]:
    """The reports in the file, row by row; a row that can't be read is `<source_id>:<line>`. Raises OSError."""
    try:
        stream = open_text(path)
    except NotText as fault:
        yield Unreadable(source_id, str(fault))
        return
    with stream:
        yield from _records(read_lines(stream, LONGEST_LINE), source_id)


def _records(lines: Iterator[str], source_id: str) -> Iterator[Article | Unreadable]:
    csv.field_size_limit(LONGEST_TEXT)
    heading = next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=heading.count)
    columns = [name.strip().lower() for name in next(csv.reader([heading], delimiter=separator), [])]
    if "text" not in columns:
        yield Unreadable(source_id, _no_text(columns))
        return
    rows = csv.reader(lines, delimiter=separator, strict=True)
    n_rows, line = 0, 2
    while (row := _next(rows)) is not None:
        if row:
            n_rows += 1
            yield _record(f"{source_id}:{line}", columns, row)
        line = rows.line_num + 2
    if not n_rows:
        yield Unreadable(source_id, "It has no row under its heading.")


def _next(rows: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, what is wrong with it, or None after the last."""
    try:
        return next(rows, None)
    except csv.Error as fault:
        return str(fault)


def _record(place: str, columns: Sequence[str], row: list[str] | str) -> Article | Unreadable:
    if isinstance(row, str):
        return Unreadable(place, f"The row is no CSV: {row}. Is a quotation mark not closed, or not doubled?")
    if len(row) > len(columns):
        return Unreadable(place, f"The row has {len(row)} cells under {len(columns)} columns: quote texts with commas.")
    return record_article(place, dict(zip(columns, row, strict=False)))


def _no_text(columns: Sequence[str]) -> str:
    named = ", ".join(column[:40] for column in columns[:12] if column)
    return f"It has no column `text`. Its columns are: {named}." if named else "It is empty."
