"""A table as a workbook, by XlsxWriter: words are words, never formulas or links."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from analysis.queries.export import LONGEST_CELL, About
from analysis.shown import cut, visible
from sharing.missing import need
from sharing.shared import Shared
from sharing.tables.asked import Asked

MOST_ROWS = 1_048_575  # of a sheet, below its head
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "default_date_format": "yyyy-mm-dd",
}


class TooLong(OSError):
    """A table has more rows than a sheet of a workbook."""


def write_xlsx(shared: Shared, table: Asked, path: Path, about: About) -> None:
    """Write the table, what its columns mean, and what it is of, a sheet each. Raises MissingPackage, TooLong."""
    need("xlsxwriter", "xlsxwriter", "A workbook")
    import xlsxwriter

    rows = shared.view.database.rows(f"SELECT * FROM ({table.sql}) LIMIT {MOST_ROWS + 1}", table.params)
    if len(rows) > MOST_ROWS:
        raise TooLong(f"The table {table.name} has more than {MOST_ROWS:,} rows: write it as .csv or .parquet")
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        filters = about.items()["filters"][:255]
        book.set_properties({"title": table.name, "comments": filters, "created": about.exported_at})
        bold = book.add_format({"bold": True})
        _sheet(book.add_worksheet(table.name[:31]), [column.name for column in table.columns], rows, bold)
        meanings = [(c.name, c.meaning, c.unit, ", ".join(c.allowed)) for c in table.columns]
        _sheet(book.add_worksheet("Columns"), ["column", "meaning", "unit", "one of"], meanings, bold)
        said = [("a row is", table.row), *about.items().items()]
        _sheet(book.add_worksheet("About"), ["what", "value"], said, bold)


def _sheet(sheet: Any, heads: list[str], rows: list[tuple[Any, ...]], bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _cell(sheet, number, place, value)


def _cell(sheet: Any, row: int, place: int, value: Any) -> None:
    if value is None or value != value:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif isinstance(value, datetime) and value.year >= 1900:
        sheet.write_datetime(row, place, value)
    else:
        sheet.write_string(row, place, cut(visible(str(value)), LONGEST_CELL))
