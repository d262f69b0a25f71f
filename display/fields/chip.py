"""Conditions in words."""

from __future__ import annotations

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from display.fields import ENTRIES


def chip(database: Database, cut: Cut) -> str:
    """The words of one condition: `Mining`, `Said by Leyla Rahimova`."""
    entry = ENTRIES[cut.field]
    return entry.chip.format(entry.show(database, cut.value))
