"""Facts over time, on the pages that show them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analysis.queries.dating import dating
from analysis.queries.engine.selection import Selection
from analysis.queries.lanes import facts_per_lane
from analysis.queries.windows import Window, default_bucket, windows
from pages.parts.drawing.draw import Chart
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.timeline.lanes import lane_chart
from pages.parts.view import View


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


@once
def windows_of(view: View, on_report: bool = False) -> Mapping[str, Window]:
    """The windows of the selection by bucket; with `on_report` facts without a date stand on their report's day."""
    days = dating(view.database, view.selection, on_report)
    return MappingProxyType(windows(days, period_of(view.selection)))


def period_of(selection: Selection) -> str:
    """The period of the selection, where it is one."""
    values = selection.values("period")
    return values[0] if len(values) == 1 else ""
