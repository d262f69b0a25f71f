"""Facts over time, on the pages that show them."""

from __future__ import annotations

from analysis.queries.timeline import buckets_that_fit, dating, facts_per_bucket
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.frame import View
from pages.parts.panels import timeline as panel
from pages.parts.row import row


def over_time(view: View, can_choose: bool = False) -> str:
    """Draw the columns, in months where they fit, and what a click opened; how they are counted.

    Draws nothing when no fact has a date.
    """
    buckets = buckets_that_fit(dating(view.database, view.selection))
    bucket = "month" if "month" in buckets or not buckets else "year"
    if can_choose and buckets:
        bucket = choose("Count by", {name: words.BUCKET[name] for name in buckets}, bucket, "by")
    counts = facts_per_bucket(view.database, view.selection, bucket)
    if len(counts):
        row(view, panel.time_chart(counts, bucket))
    return bucket
