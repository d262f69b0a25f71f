"""A chart as a file, its picture or its table; each says the filters, the time and the snapshot."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, TypedDict

import pandas as pd

from analysis.queries.export import About, csv_file, parquet_file, query_of_frame
from pages.parts.filters.about import about
from pages.parts.view import View, current_view

PICTURES = {"PNG picture": ("png", "image/png"), "SVG drawing": ("svg", "image/svg+xml")}
TABLES = {"CSV table": ("csv", "text/csv"), "Parquet table": ("parquet", "application/vnd.apache.parquet")}
WRITERS = {"csv": csv_file, "parquet": parquet_file}


class Given(TypedDict):
    """A file for the browser to save: `bytes` in base64, or none for the picture of the element with the key `figure`.
    The browser saves a token once."""

    token: str
    file: str
    mime: str
    bytes: str | None
    figure: str
    title: str
    takeaway: str
    footer: list[str]


@dataclass(frozen=True)
class Saved:
    """What can be saved of a chart: the key of its element on the page, its words, and its table."""

    figure: str
    title: str
    takeaway: str
    table: pd.DataFrame


def kinds(has_picture: bool = True) -> list[str]:
    """The words of the files that a chart can be saved as; without its picture, its table alone."""
    return [*(PICTURES if has_picture else ()), *TABLES]


def given(asked: str | None, saved: Saved) -> Given | None:
    """What the browser saves when one of `kinds` was asked for."""
    if asked is None:
        return None
    view = current_view()
    said = about(view.database, view.selection)
    ending, mime = (PICTURES | TABLES)[asked]
    return {
        "token": token_hex(8),
        "file": f"{file_name(saved.title)}.{ending}",
        "mime": mime,
        "bytes": _bytes(view, saved.table, ending, said) if asked in TABLES else None,
        "figure": saved.figure,
        "title": saved.title,
        "takeaway": saved.takeaway,
        "footer": footer(said),
    }


def footer(said: About) -> list[str]:
    """The lines under a picture.

    >>> from datetime import datetime
    >>> footer(About("Mining", datetime(2024, 3, 4, 9, 30), "snapshot-1"))
    ['Filters: Mining', 'Snapshot: snapshot-1. Saved: 2024-03-04T09:30:00.']
    """
    items = said.items()
    return [f"Filters: {items['filters']}", f"Snapshot: {items['snapshot']}. Saved: {items['exported_at']}."]


def file_name(title: str) -> str:
    """A name for a file that every system takes.

    >>> file_name("Who is named most?"), file_name("../=x")
    ('who-is-named-most', 'x')
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "chart"


def _bytes(view: View, table: pd.DataFrame, ending: str, said: About) -> str:
    data: Any = WRITERS[ending](view.database, query_of_frame(table), said)
    return b64encode(data).decode("ascii")
