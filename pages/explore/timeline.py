"""When is it said to have happened?"""

import streamlit as st

from analysis.queries.rows import fact_rows
from analysis.queries.selection import Cut
from analysis.queries.timeline import dating, default_bucket, facts_per_hour, lanes_of_facts, reported, told
from pages.parts.choose import choose
from pages.parts.drawing.draw import say
from pages.parts.drawing.row import row
from pages.parts.evidence.evidence import evidence, open_one
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.timeline import columns as panel
from pages.parts.timeline import zoom
from pages.parts.timeline.over_time import lanes_over_time, windows_of

view = open_page("Timeline", "When is it said to have happened?")
database, selection, themes = view

days = dating(database, selection)
stop_if_empty(not days["n_facts"].iloc[0])
known, hours = windows_of(view, days), facts_per_hour(database, selection)
window, by = None, ""

if known:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="zoom"):
        by = zoom.choose_bucket(known, len(hours) > 0)
        window = known.get(by)
        counts = panel.beside(database, selection, window) if window else hours
        if window:
            zoom.closer(view, counts[~counts["is_outside"]], by)
        zoom.further(view)
    if len(counts):
        row(view, panel.time_chart(counts, by) if window else panel.hour_chart(counts))
    if hours.empty:
        say("No text here gives an hour, so there is nothing to count by hours.", "d-note")

left_out = panel.left_out(database, selection, window, by == zoom.HOUR)
opened = open_one(left_out, "Not in the columns", "left-out")
evidence(database, selection, opened, "left-out", themes)

dated = (Cut("dated"),)
n_dated = int((days["n_facts"] - days["n_undated"]).iloc[0])
if not n_dated:
    say("No fact of the selection has a date. Widen the filters, or read the facts without a date above.")
    st.stop()

lane = choose("Lanes by", {"theme": "Theme", "person": "Person", "publisher": "Publisher"}, "theme", "lanes")
tolds = told(database, selection)
if n_dated <= panel.MOST_SINGLE:
    rows = fact_rows(database, selection, dated, (0, panel.MOST_SINGLE), "when, earliest first")
    row(view, panel.single_chart(rows, themes, lanes_of_facts(database, list(rows["fact_id"]), lane), lane))
    if len(tolds):
        row(view, panel.each_reported_chart(rows, tolds))
else:
    say(
        f"{n_dated:,} facts with a date are too many to show one by one, so they are counted. Zoom in or filter to "
        f"{panel.MOST_SINGLE} or fewer to see each on its days."
    )
    wide = window or known[default_bucket(known)]
    lanes_over_time(view, lane, wide)
    seen = reported(database, selection, wide)
    if len(seen):
        row(view, panel.reported_chart(seen, wide.bucket, tolds))

if len(tolds):
    told_open = open_one(panel.told_marks(tolds), "Event and report", "told")
    evidence(database, selection, told_open, "told", themes)
