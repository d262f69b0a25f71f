"""When is it said to have happened?"""

import streamlit as st

from analysis.queries.context import in_context
from analysis.queries.dating import dating
from analysis.queries.lanes import lanes_of_facts
from analysis.queries.reported import reported, told
from analysis.queries.rows import fact_rows
from analysis.queries.selection import Cut
from analysis.queries.timeline import facts_per_hour
from analysis.queries.windows import default_bucket
from pages.parts.choose import choose
from pages.parts.drawing.draw import say
from pages.parts.drawing.row import row
from pages.parts.evidence.evidence import evidence, open_one
from pages.parts.frame import PageEnds, open_page, stop_if_empty
from pages.parts.timeline import columns, single, zoom
from pages.parts.timeline import reported as reports
from pages.parts.timeline.brush import brush
from pages.parts.timeline.left_out import left_out
from pages.parts.timeline.over_time import lanes_over_time, windows_of

view = open_page("Timeline", "When is it said to have happened?")
database, selection, themes = view

days = dating(database, selection)
counted = days.iloc[0]
stop_if_empty(not counted["n_facts"])
known = windows_of(view, days)
window, by = None, ""

if known:
    has_hours = bool(counted["n_with_hour"]) or "hour" in selection.fields()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="zoom"):
        by = zoom.choose_bucket(known, has_hours)
        window = known.get(by)
        if window:
            counts = columns.beside(database, selection, window)
            zoom.closer(view, counts[~counts["is_outside"]], by)
        else:
            counts = in_context(facts_per_hour, database, selection, "hour")
        zoom.further(view)
    if len(counts):
        row(view, columns.time_chart(counts, by) if window else columns.hour_chart(counts))
    if len(counts) and window:
        brush(database, counts, by)
    if not has_hours:
        say("No text here gives an hour, so there is nothing to count by hours.", "d-note")

rest = left_out(database, selection, window, by == zoom.HOUR)
opened = open_one(rest, "Not in the columns", "left-out")
evidence(database, selection, opened, "left-out", themes)

dated = (Cut("dated"),)
n_dated = int(counted["n_facts"] - counted["n_undated"])
if not n_dated:
    say("No fact of the selection has a date. Widen the filters, or read the facts without a date above.")
    raise PageEnds

lane = choose("Lanes by", {"theme": "Theme", "person": "Person", "publisher": "Publisher"}, "theme", "lanes")
tolds = told(database, selection)
wide = window or (known[default_bucket(known)] if known else None)
if n_dated <= single.MOST_SINGLE:
    rows = fact_rows(database, selection, dated, (0, single.MOST_SINGLE), "when, earliest first")
    row(view, single.single_chart(rows, themes, lanes_of_facts(database, list(rows["fact_id"]), lane), lane, wide))
    if len(tolds):
        row(view, reports.each_reported_chart(rows, tolds, wide))
else:
    say(
        f"{n_dated:,} facts with a date are too many to show one by one, so they are counted. Zoom in or filter to "
        f"{single.MOST_SINGLE} or fewer to see each on its days."
    )
    lanes_over_time(view, lane, wide)
    seen = reported(database, selection, wide) if wide else None
    if wide and seen is not None and len(seen):
        row(view, reports.reported_chart(seen, wide.bucket, tolds))

if len(tolds):
    told_open = open_one(reports.told_marks(tolds, int(counted["n_of_report"])), "Event and report", "told")
    evidence(database, selection, told_open, "told", themes)
