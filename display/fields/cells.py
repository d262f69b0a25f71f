"""The cells of ledger columns, and what a cell can filter by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.fields.cut import NONE, Cut
from analysis.queries.engine.database import Row
from display.safe import is_empty

Values = Callable[[pd.DataFrame], Any]
Cells = Callable[[Row], list[Cut]]


def plain(name: str) -> Values:
    """The column of FACT_ROWS as it is."""
    return lambda rows: rows[name]


def shown(name: str, show: Callable[[Any], str]) -> Values:
    """The column of FACT_ROWS, each value in words."""
    return lambda rows: [show(value) for value in rows[name]]


def percent(name: str) -> Values:
    """The column of FACT_ROWS, from 0 to 1, in percent."""
    return lambda rows: (rows[name] * 100).round()


def whole(name: str, field: str) -> Cells:
    """The field has the value of the cell; NONE where it is empty."""
    return lambda row: [Cut(field, NONE if is_empty(row[name]) else str(row[name]))]


def days(name: str, field: str) -> Cells:
    """The field has the day of the cell, its month, its year; NONE where it is empty."""

    def cuts(row: Row) -> list[Cut]:
        day = row[name]
        shapes = ("%Y-%m-%d", "%Y-%m", "%Y")
        return [Cut(field, NONE)] if is_empty(day) else [Cut(field, day.strftime(shape)) for shape in shapes]

    return cuts
