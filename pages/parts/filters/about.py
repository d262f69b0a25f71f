"""What a file for download says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.export import About
from pages.parts.fields.chip import chip
from pages.parts.filters.chips import BOTH, active

EVERYTHING = "none: every report"
WITH_DETAILS, CLAIMS_ALONE = "with details", "claims alone"


def about(database: Database, selection: Selection, cuts: Cuts = ()) -> About:
    """The filters in the words of the chips, the cuts of what is open, claims or all facts; the time, the snapshot."""
    said = [
        f"{'not ' if is_hidden else ''}{BOTH.join(chip(database, cut) for cut in one)}"
        for one, is_hidden in [*active(selection), *(((cut,), False) for cut in cuts)]
    ]
    rows = WITH_DETAILS if selection.details else CLAIMS_ALONE
    return About("; ".join([*(said or [EVERYTHING]), rows]), datetime.now(UTC), database.snapshot.name)
