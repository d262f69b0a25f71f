"""Facts over time, on the pages that show them."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.queries.timeline import buckets_that_fit, dating, facts_per_bucket
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.draw import draw
from pages.parts.evidence import evidence
from pages.parts.panels import timeline as panel


def over_time(database: Database, selection: Selection, themes: Sequence[str], can_choose: bool = False) -> str:
    """Draw the columns, in months where they fit, and what a click opened; how they are counted.

    Draws nothing when no fact has a date.
    """
    buckets = buckets_that_fit(dating(database, selection))
    bucket = "month" if "month" in buckets or not buckets else "year"
    if can_choose and buckets:
        bucket = choose("Count by", {name: words.BUCKET[name] for name in buckets}, bucket, "by")
    counts = facts_per_bucket(database, selection, bucket)
    if len(counts):
        evidence(database, selection, draw(panel.time_chart(counts, bucket)), "time", themes)
    return bucket
