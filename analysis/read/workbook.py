"""A workbook of Excel or OpenDocument: each sheet with a column of texts is a table of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.read.article import Article, Unreadable
from analysis.read.columns import LINES_ABOVE, known_columns, no_text_among
from analysis.read.formats import File
from analysis.read.record import record_article

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Row = Sequence[object]
LOCKED = "It is locked with a password. Open it, save it without one, and add that."
NO_WORKBOOK = "It is damaged or not whole. Open it in its program and save it anew."


def read_workbook(file: File) -> Iterator[Article | Unreadable]:
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
    found, headings = False, list[str]()
    for sheet in book.sheet_names:
        try:
            rows, above = _rows(book.get_sheet_by_name(sheet))
        except CalamineError:  # a sheet of charts alone, or a damaged one
            continue
        heading = _heading(rows[:LINES_ABOVE])
        if heading is None:
            headings = headings or next((_cells(row) for row in rows if any(_cells(row))), [])
            continue
        found = True
        yield from _records(f"{file.source_id}:{sheet}", rows[heading:], above + heading)
    if not found:
        yield Unreadable(file.source_id, no_text_among(headings) if headings else "It has no row with words in it.")


def _rows(sheet: CalamineSheet) -> tuple[list[Row], int]:
    """The rows of a sheet from the first that is used, and how many stand above it."""
    return list(sheet.iter_rows()), (sheet.start or (0, 0))[0]


def _records(place: str, rows: Sequence[Row], above: int) -> Iterator[Article | Unreadable]:
    columns = _cells(rows[0])
    for number, row in enumerate(rows[1:], above + 2):
        values = {name: cell for name, cell in zip(columns, row, strict=False) if name and cell not in ("", None)}
        if values:
            yield record_article(f"{place}:{number}", values)


def _heading(rows: Sequence[Row]) -> int | None:
    """The number of the row that names the columns of a report best."""
    known = [known_columns(_cells(row)) for row in rows]
    best = max(known, default=0)
    return known.index(best) if best else None


def _cells(row: Row) -> list[str]:
    return [cell if isinstance(cell, str) else "" for cell in row]
