"""A workbook of Excel or OpenDocument: each sheet with a column of texts is a table of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.columns import LINES_ABOVE, known_columns, no_text_among
from analysis.read.formats import File
from analysis.read.records import Record, no_text, read_records

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Row = Sequence[object]


class Sheet(NamedTuple):
    """A sheet of records: its name, its rows from the heading on, and how many stand above them."""

    name: str
    rows: Sequence[Row]
    n_above: int


LOCKED = "It is locked with a password. Open it, save it without one, and add that."
NO_WORKBOOK = "It is damaged or not whole. Open it in its program and save it anew."


def read_workbook(file: File) -> Iterator[Article | Unreadable | Taken]:
    """The reports in the file, row by row; a row is `<source_id>:<sheet>:<row>`."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_path(file.path)
    except PasswordError:
        yield Unreadable(file.source_id, LOCKED)
        return
    except (CalamineError, OSError, ValueError):
        yield Unreadable(file.source_id, NO_WORKBOOK)
        return
    tables, headings = _tables(book, file.hint.text)
    if file.hint.text and not tables:
        tables, headings = _tables(book, "")
    if tables:
        yield from read_records(file, partial(_records, file.source_id, tables))
    elif headings:
        yield from no_text(file, headings, no_text_among(headings))
    else:
        yield Unreadable(file.source_id, "It has no row with words in it.")


def _tables(book: CalamineWorkbook, text_name: str) -> tuple[list[Sheet], list[str]]:
    """The sheets with a column of texts; and the first row with words of the others."""
    from python_calamine import CalamineError

    found, headings = list[Sheet](), list[str]()
    for sheet in book.sheet_names:
        try:
            rows, above = _rows(book.get_sheet_by_name(sheet))
        except CalamineError:  # a sheet of charts alone, or a damaged one
            continue
        heading = _heading(rows[:LINES_ABOVE], text_name)
        if heading is None:
            headings = headings or next((_cells(row) for row in rows if any(_cells(row))), [])
        else:
            found.append(Sheet(sheet, rows[heading:], above + heading))
    return found, headings


def _rows(sheet: CalamineSheet) -> tuple[list[Row], int]:
    """The rows of a sheet from the first that is used, and how many stand above it."""
    return list(sheet.iter_rows()), (sheet.start or (0, 0))[0]


def _records(source_id: str, sheets: Sequence[Sheet]) -> Iterator[Record]:
    for sheet in sheets:
        columns = _cells(sheet.rows[0])
        for number, row in enumerate(sheet.rows[1:], sheet.n_above + 2):
            values = {name: cell for name, cell in zip(columns, row, strict=False) if name and cell not in ("", None)}
            if values:
                yield Record(f"{source_id}:{sheet.name}:{number}", values)


def _heading(rows: Sequence[Row], text_name: str) -> int | None:
    """The number of the row that names the columns of a report best."""
    known = [known_columns(_cells(row), text_name) for row in rows]
    best = max(known, default=0)
    return known.index(best) if best else None


def _cells(row: Row) -> list[str]:
    return [cell if isinstance(cell, str) else "" for cell in row]
