"""Facts over time, on the pages that show them."""

from __future__ import annotations

from analysis.queries.timeline import Window, dating, facts_per_bucket, windows
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.frame import View
from pages.parts.panels import timeline as panel
from pages.parts.row import row


def over_time(view: View, can_choose: bool = False) -> Window | None:
    """Draw the columns, in months where they fit, and what a click opened; the time that they show.

    None, and nothing is drawn, when no fact has a date.
    """
    known = windows(dating(view.database, view.selection))
    if not known:
        return None
    bucket = "month" if "month" in known else "year"
    if can_choose:
        bucket = choose("Count by", {name: words.BUCKET[name] for name in known}, bucket, "by")
    counts = facts_per_bucket(view.database, view.selection, known[bucket])
    if len(counts):
        row(view, panel.time_chart(counts, bucket))
    return known[bucket]
