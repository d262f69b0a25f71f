"""A .csv or .tsv file: a record on each row, the names of the columns in a heading."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.columns import find_table, no_text_column
from analysis.read.decode import NotText, open_text, read_lines
from analysis.read.formats import File
from analysis.read.record import LONGEST_LINE, LONGEST_TEXT, record_article

SAMPLE_LINES, SAMPLE_CHARACTERS = 2_000, 1_000_000  # from which the separator and the heading are told


def read_csv(file: File) -> Iterator[Article | Unreadable]:
    """The reports in the file, row by row; a row that can't be read is `<source_id>:<line>`. Raises OSError."""
    try:
        stream = open_text(Path(file.path))
    except NotText as fault:
        yield Unreadable(file.source_id, str(fault))
        return
    with stream:
        yield from _records(read_lines(stream, LONGEST_LINE), file.source_id)


def _records(lines: Iterator[str], source_id: str) -> Iterator[Article | Unreadable]:
    csv.field_size_limit(LONGEST_TEXT)
    sample = list(_sample(lines))
    table = find_table(sample)
    if not table:
        yield Unreadable(source_id, no_text_column(sample))
        return
    rows = table.reader(chain(sample[table.first_line :], lines), is_strict=True)
    columns = next(rows)
    n_rows, line = 0, table.first_line + rows.line_num + 1
    while (row := _next(rows)) is not None:
        if row:
            n_rows += 1
            yield _record(f"{source_id}:{line}", columns, row)
        line = table.first_line + rows.line_num + 1
    if not n_rows:
        yield Unreadable(source_id, "It has no row under its heading.")


def _sample(lines: Iterable[str]) -> Iterator[str]:
    """The first lines."""
    n_characters = 0
    for number, line in enumerate(lines, 1):
        yield line
        n_characters += len(line)
        if number == SAMPLE_LINES or n_characters > SAMPLE_CHARACTERS:
            return


def _next(rows: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, what is wrong with it, or None after the last."""
    try:
        return next(rows, None)
    except csv.Error as fault:
        return str(fault)


def _record(place: str, columns: Sequence[str], row: list[str] | str) -> Article | Unreadable:
    if isinstance(row, str):
        return Unreadable(place, f"The row is no CSV: {row}. Is a quotation mark not closed, or not doubled?")
    while len(row) > len(columns) and not row[-1].strip():
        row.pop()
    if len(row) > len(columns):
        return Unreadable(place, f"The row has {len(row)} cells under {len(columns)} columns: quote texts with commas.")
    return record_article(place, dict(zip(columns, row, strict=False)))
