"""The columns of the table of facts, as the entries of the fields say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Row
from display.dates import order
from display.fields import ENTRIES
from display.fields.entry import LedgerColumn

# The columns by their names in the URL: those that show at first in their order, then the others.
BY_FIELD = {name: entry.column for name, entry in ENTRIES.items() if entry.column}
COLUMNS = {column.key: column for column in sorted(BY_FIELD.values(), key=lambda one: one.rank or len(BY_FIELD))}
AT_FIRST = tuple(name for name, column in COLUMNS.items() if column.rank)
FIELD_OF = {column.key: name for name, column in BY_FIELD.items()}
BY_TITLE = {column.title: name for name, column in COLUMNS.items()}


def shown(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """These columns of FACT_ROWS, in the words of the screen."""
    return pd.DataFrame({COLUMNS[name].title: COLUMNS[name].values(rows) for name in names}, index=rows.index)


def config(names: Sequence[str]) -> dict[str, Any]:
    """How the columns are drawn."""
    return {column.title: _config(column) for column in (COLUMNS[name] for name in names)}


def _config(column: LedgerColumn) -> Any:
    known = st.column_config
    if column.kind == "day":
        return known.DateColumn(width=column.width, help=column.help or None, format=order().column)
    if column.kind == "percent":
        return known.NumberColumn(width=column.width, help=column.help or None, format="%d %%")
    side: Any = "right" if column.kind == "right" else None
    return known.TextColumn(width=column.width, help=column.help or None, alignment=side)


def ways(row: Row, name: str) -> list[Cuts]:
    """The ways to filter by a cell, the closest first."""
    return [(cut,) for cut in COLUMNS[name].cuts(row)]
