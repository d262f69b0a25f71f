"""The timeline: facts in columns of decades, years, months, days or hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from analysis.queries.context import in_context
from analysis.queries.timeline import PUBLISHED, facts_per_hour
from analysis.queries.windows import Window
from display.pictures.over_time import beside, hour_chart, time_chart
from pages.parts.drawing.draw import Chart
from pages.parts.drawing.once import once
from pages.parts.timeline.brush import data_of
from pages.parts.timeline.zoom import spans_of
from pages.parts.view import View


class Columns(NamedTuple):
    """The columns of the timeline: their chart, the period and the words of each, and what the brush is told."""

    chart: Chart
    spans: Mapping[str, str]
    brush: Mapping[str, object]


@once
def columns_of_time(view: View, window: Window, on_report: bool = False) -> Columns | None:
    """The columns of the window, with some beside the chosen time; none where nothing begins in it. With `on_report`
    facts without a date stand on the day of their report, in grey; not in decades, which `published` cannot say."""
    bucket = window.bucket
    in_grey = on_report and bucket in PUBLISHED
    counts = beside(view.database, view.selection, window, in_grey)
    if counts.empty:
        return None
    # A period has those without a date as well, whether they are drawn or not.
    placed = counts if in_grey else beside(view.database, view.selection, window, on_report=True)
    spans = spans_of(placed[~placed["is_outside"]], bucket)
    return Columns(time_chart(counts, bucket, view.unit), spans, data_of(counts, bucket, placed))


@once
def columns_of_hours(view: View) -> Chart | None:
    """The columns of the hours, with those beside the chosen ones; none where no fact has an hour."""
    counts = in_context(facts_per_hour, view.database, view.selection, "hour")
    return hour_chart(counts, view.unit) if len(counts) else None
