"""A .csv or .tsv file: a record on each row, the names of the columns in a heading."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.columns import Table, find_table, first_columns, no_text_among
from analysis.read.decode import NotText, open_text, read_lines
from analysis.read.formats import File
from analysis.read.record import LONGEST_LINE, LONGEST_TEXT
from analysis.read.records import Record, no_text, read_records

SAMPLE_LINES, SAMPLE_CHARACTERS = 2_000, 1_000_000  # from which the separator and the heading are told


def read_csv(file: File) -> Iterator[Article | Unreadable | Taken]:
    """The reports in the file, row by row; a row that can't be read is `<source_id>:<line>`. Raises OSError."""
    csv.field_size_limit(LONGEST_TEXT)
    try:
        with open_text(Path(file.path)) as stream:
            sample = list(_sample(read_lines(stream, LONGEST_LINE)))
    except NotText as fault:
        yield Unreadable(file.source_id, str(fault))
        return
    if table := find_table(sample, file.hint.text) or find_table(sample):
        yield from read_records(file, partial(_rows, file, table))
    else:
        columns = first_columns(sample)
        yield from no_text(file, columns, no_text_among(columns))


def _rows(file: File, table: Table) -> Iterator[Record | Unreadable]:
    """The rows of the file as records."""
    with open_text(Path(file.path)) as stream:
        yield from _records(read_lines(stream, LONGEST_LINE), table, file.source_id)


def _records(lines: Iterator[str], table: Table, source_id: str) -> Iterator[Record | Unreadable]:
    rows = table.reader(islice(lines, table.first_line, None), is_strict=True)
    columns = _next(rows)
    if not isinstance(columns, list):
        yield Unreadable(source_id, f"Its heading is no CSV: {columns}. Save it anew.")
        return
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


def _record(place: str, columns: Sequence[str], row: list[str] | str) -> Record | Unreadable:
    if isinstance(row, str):
        return Unreadable(place, f"The row is no CSV: {row}. Is a quotation mark not closed, or not doubled?")
    while len(row) > len(columns) and not row[-1].strip():
        row.pop()
    if len(row) > len(columns):
        return Unreadable(place, f"The row has {len(row)} cells under {len(columns)} columns: quote texts with commas.")
    return Record(place, dict(zip(columns, row, strict=False)))
