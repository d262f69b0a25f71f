"""The values of fields that have a day, a month or a year."""

from __future__ import annotations

import re

import pandas as pd

from analysis.queries.engine.database import Database
from display import day_words

SHAPE = re.compile(r"\d{4}(-\d\d){0,2}")


def show_day(_: Database, value: str) -> str:
    """A day, month or year, as 2024-03-04, 2024-03 or 2024."""
    return day_words.calendar(value) if value else "on a day that is not known"


def find_day(_: Database, said: str) -> str | None:
    """The value that a URL has; empty for a day that is not known."""
    try:
        pd.Timestamp(said or "2024")
    except ValueError:
        return None
    return said if not said or SHAPE.fullmatch(said) else None
