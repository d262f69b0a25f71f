"""The filters in words, as chips say them, and what a file says of them."""

from __future__ import annotations

from datetime import datetime

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.export import About
from display.fields.chip import chip
from display.safe import shortened

LONGEST = 48
BOTH = " and "
EVERYTHING = "none: every report"
WITH_DETAILS, CLAIMS_ALONE = "with details", "claims alone"


def active(selection: Selection) -> list[tuple[Cuts, bool]]:
    """The conditions of each chip, and whether it hides."""
    return [((cut,), False) for cut in selection.only] + [(cuts, True) for cuts in selection.hide]


def chip_words(database: Database, cuts: Cuts) -> str:
    """The words of a chip."""
    return shortened(BOTH.join(chip(database, cut) for cut in cuts), LONGEST)


def filters_in_words(database: Database, selection: Selection, cuts: Cuts = ()) -> list[str]:
    """Each filter in the words of its chip, and the cuts of what is open."""
    return [
        f"{'not ' if is_hidden else ''}{BOTH.join(chip(database, cut) for cut in one)}"
        for one, is_hidden in [*active(selection), *(((cut,), False) for cut in cuts)]
    ]


def about_at(at: datetime, database: Database, selection: Selection, cuts: Cuts = ()) -> About:
    """The filters in words, claims or all facts; the time, the snapshot."""
    said = filters_in_words(database, selection, cuts) or [EVERYTHING]
    rows = WITH_DETAILS if selection.details else CLAIMS_ALONE
    return About("; ".join([*said, rows]), at, database.snapshot.name)
