"""How a table is written: its separator, how it marks quotes inside of quotes, and the line of its heading.

Spreadsheets differ in all of them, and may put lines above the heading. What counts is not which sign is frequent but
which way of parsing gives cells that name the columns of a report, the text among them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from analysis.lexicons.record_fields import compared_name, known_names, names_of_fields

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = ",;\t|"
LINES_ABOVE = 20  # lines that may stand above the heading
LONGEST_HEADING = 100_000  # characters of a line that may be a heading
ROWS_TRIED = 500  # rows from which it is told how quotes inside of quotes are marked


class Table(msgspec.Struct, frozen=True):
    """How a table is written; `first_line` is the number of the line, from 0 up, at which its heading begins."""

    separator: str
    escape: str | None
    first_line: int

    def reader(self, lines: Iterable[str], is_strict: bool = False) -> Reader:
        """The rows of these lines."""
        return csv.reader(lines, delimiter=self.separator, escapechar=self.escape, strict=is_strict)


def find_table(lines: Sequence[str], text_name: str = "") -> Table | None:
    """How the table that these lines begin is written, None where no line names a column of texts, or that one.

    >>> find_table(["Export of May\\n", "id;Full text\\n", "1;It rained, then it stopped.\\n"])
    Table(separator=';', escape=None, first_line=1)
    """
    best, most = None, 0
    for line in range(min(LINES_ABOVE, len(lines))):
        for separator in SEPARATORS:
            table = Table(separator, None, line)
            if (n_known := known_columns(_heading(table, lines), text_name)) > most:
                best, most = table, n_known
    return best and _with_escape(best, lines)


def names_texts(cells: Iterable[str], text_name: str = "") -> bool:
    """Whether these cells of a heading name a column of texts, or the one with this name."""
    names = (compared_name(text_name),) if text_name else names_of_fields()["text"]
    return any(compared_name(cell) in names for cell in cells)


def first_columns(lines: Sequence[str]) -> list[str]:
    """The columns of lines in which no table was found, as far as their first line tells them."""
    heading = next((number for number, line in enumerate(lines) if line.strip()), None)
    if heading is None:
        return []
    separator = max(SEPARATORS, key=lines[heading].count)
    return _heading(Table(separator, None, heading), lines)


def no_text_among(columns: Iterable[str]) -> str:
    """Why a table with these columns can't be read."""
    columns = list(columns)
    if not columns:
        return "It is empty."
    named = ", ".join(" ".join(column.split())[:40] for column in columns[:12] if column.strip())
    return f"It has no column `text`. Its columns are: {named}. Call the column with the texts `text`."


def _heading(table: Table, lines: Sequence[str]) -> list[str]:
    """The cells of the row that begins at the first line; a name may hold a break of line in quotes."""
    first = (line[:LONGEST_HEADING] for line in lines[table.first_line : table.first_line + LINES_ABOVE])
    try:
        return next(table.reader(first), [])
    except csv.Error:
        return []


def known_columns(cells: Sequence[str], text_name: str = "") -> int:
    """How many of these cells of a heading name a column of a report, 0 where none of them is the text."""
    if not names_texts(cells, text_name):
        return 0
    return len((known_names() | {compared_name(text_name)}) & {compared_name(cell) for cell in cells})


def _with_escape(table: Table, lines: Sequence[str]) -> Table:
    """The table with a backslash as its escape where quotes inside of quotes are marked by one, as databases do."""
    if not any('\\"' in line for line in lines):
        return table
    escaped = msgspec.structs.replace(table, escape="\\")
    return escaped if _n_faults(escaped, lines) < _n_faults(table, lines) else table


def _n_faults(table: Table, lines: Sequence[str]) -> int:
    """How many of the first rows are not well formed, or have another number of cells than the heading."""
    rows, n_faults, n_columns = table.reader(lines[table.first_line :], is_strict=True), 0, 0
    for _ in range(ROWS_TRIED):
        try:
            cells = next(rows, None)
        except csv.Error:
            cells = []
            n_faults += 1
        if cells is None:
            break
        n_columns = n_columns or len(cells)
        n_faults += bool(cells) and len(cells) != n_columns
    return n_faults
