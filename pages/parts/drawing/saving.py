"""A chart as a file: its picture, drawn in the browser, or its table; each says the filters, the time and the snapshot.

The menu of a chart costs one small element. Only a run in which something was asked for mounts the component that gives
it to the browser, so charts stay as light as they are.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

import pandas as pd
import streamlit as st

from analysis.queries.export import About, csv_file, parquet_file, query_of_frame
from pages.parts.filters.about import about
from pages.parts.view import View, current_view

PICTURES = {"PNG picture": ("png", "image/png"), "SVG drawing": ("svg", "image/svg+xml")}
TABLES = {"CSV table": ("csv", "text/csv"), "Parquet table": ("parquet", "application/vnd.apache.parquet")}
WRITERS = {"csv": csv_file, "parquet": parquet_file}

_give = st.components.v2.component(
    "dossier_save", js=(Path(__file__).parent / "save.js").read_text(encoding="utf-8"), isolate_styles=False
)


@dataclass(frozen=True)
class Saved:
    """What can be saved of a chart: the key of its element on the page, its words, and its table."""

    figure: str
    title: str
    takeaway: str
    table: pd.DataFrame


def save_menu(key: str, has_picture: bool = True) -> str | None:
    """Draw the menu; what was asked for in this run."""
    return st.menu_button(
        ":material/download:",
        [*(PICTURES if has_picture else ()), *TABLES],
        key=f"save-{key}",
        type="tertiary",
        help="Save this chart or its table",
    )


def save(asked: str | None, saved: Saved) -> None:
    """Give the browser what was asked for."""
    if asked is None:
        return
    view = current_view()
    said = about(view.database, view.selection)
    ending, mime = (PICTURES | TABLES)[asked]
    _give(
        key=f"give-{saved.figure}",
        height="content",
        data={
            "token": token_hex(8),
            "file": f"{file_name(saved.title)}.{ending}",
            "mime": mime,
            "bytes": _bytes(view, saved.table, ending, said) if asked in TABLES else None,
            "figure": saved.figure,
            "title": saved.title,
            "takeaway": saved.takeaway,
            "footer": footer(said),
        },
    )


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
