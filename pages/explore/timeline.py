"""When is it said to have happened?"""

import streamlit as st

from analysis.queries.dating import dating
from analysis.queries.timeline import PUBLISHED
from analysis.queries.windows import default_bucket
from display.fields import ENTRIES
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.drawing.draw import say
from pages.parts.drawing.row import row
from pages.parts.evidence.evidence import evidence, open_one
from pages.parts.frame import PageEnds, open_page, stop_if_empty
from pages.parts.timeline import columns, single, zoom
from pages.parts.timeline import reported as reports
from pages.parts.timeline.brush import brush
from pages.parts.timeline.left_out import marks_left_out
from pages.parts.timeline.over_time import lanes_over_time, windows_of
from pages.parts.view import noun

view = open_page("Timeline", "When is it said to have happened?")
database, selection, themes = view

days = dating(database, selection)
counted = days.iloc[0]
stop_if_empty(not counted["n_facts"])
n_on_report = int(counted["n_on_report"])
on_report = bool(n_on_report) and address.value(zoom.ON_REPORT) != zoom.NO
known = windows_of(view, on_report)
window, by = None, ""

if known:
    has_hours = bool(counted["n_with_hour"]) or "hour" in selection.fields()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="zoom"):
        by = zoom.choose_bucket(known, has_hours)
        window = known.get(by)
        drawn = columns.columns_of_time(view, window, on_report) if window else None
        if drawn:
            zoom.closer(view, drawn.spans)
        zoom.further(view)
        zoom.report_days(n_on_report)
    if drawn:
        row(view, drawn.chart)
        if not drawn.chart.is_one_bar:
            brush(database, drawn.brush, by)
    elif not window:
        row(view, columns.columns_of_hours(view))
    if not has_hours:
        say("No text here gives an hour, so there is nothing to count by hours.", "d-note")

opened = open_one(
    marks_left_out(view, window, by == zoom.HOUR, on_report and by in PUBLISHED), "Not in the columns", "left-out"
)
evidence(database, selection, opened, "left-out", themes)

n_dated = int(counted["n_facts"] - counted["n_undated"])
n_placed = n_dated + n_on_report * on_report
if not n_placed:
    say(f"No {noun(1)} of the selection has a date. Widen the filters, or read the {noun()} without a date above.")
    raise PageEnds

lane = choose("Lanes by", {field: ENTRIES[field].title for field in ("theme", "person", "publisher")}, "theme", "lanes")
wide = window or (known[default_bucket(known)] if known else None)
if n_placed <= single.MOST_SINGLE:
    row(view, single.fact_by_fact(view, lane, wide, on_report))
    row(view, reports.reported_one_by_one(view, wide))
else:
    say(
        f"{n_placed:,} {noun()} are too many to show one by one, so they are counted. Zoom in or filter to "
        f"{single.MOST_SINGLE} or fewer to see each on its days."
    )
    lanes_over_time(view, lane, wide)
    row(view, reports.reported_in_columns(view, wide) if wide else None)

told = reports.marks_told(view, int(counted["n_of_report"]))
evidence(database, selection, open_one(told, "Event and report", "told"), "told", themes)
