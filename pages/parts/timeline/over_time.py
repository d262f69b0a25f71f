"""Facts over time, on the pages that show them."""

from __future__ import annotations

from analysis.queries.lanes import facts_per_lane
from analysis.queries.windows import Window, default_bucket
from display.pictures.over_time import period_of, windows_of
from pages.parts.drawing.draw import Chart
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.timeline.lanes import lane_chart
from pages.parts.view import View

__all__ = ["lanes_chart", "lanes_over_time", "period_of", "windows_of"]


def lanes_over_time(view: View, lane: str, window: Window | None = None) -> None:
    """Draw a strip of columns for each theme, person or publisher; nothing when no fact has a date."""
    row(view, lanes_chart(view, lane, window))


@once
def lanes_chart(view: View, lane: str, window: Window | None = None) -> Chart | None:
    """The strips, in the window that suits the selection where none is given."""
    if window is None:
        known = windows_of(view)
        window = known[default_bucket(known)] if known else None
    rows = facts_per_lane(view.database, view.selection, window, lane) if window else None
    return lane_chart(rows, window, lane, view.themes) if window and rows is not None and len(rows) else None
