"""What a file for download says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.export import About
from display.filters.in_words import about_at


def about(database: Database, selection: Selection, cuts: Cuts = ()) -> About:
    """The filters in the words of the chips, the cuts of what is open, claims or all facts; the time, the snapshot."""
    return about_at(datetime.now(UTC), database, selection, cuts)
