"""What is in here?"""

import streamlit as st

from analysis.queries import news, overview
from display.pictures.named import most_named
from display.pictures.overview import by_publisher, by_status, by_theme
from pages.parts.drawing.row import row
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.overview import counts as panel
from pages.parts.overview import news as front
from pages.parts.overview.questions import questions
from pages.parts.overview.since import since_box
from pages.parts.timeline.over_time import lanes_chart

view = open_page("Overview", "What is in here?")
database, selection, _ = view

counts = overview.overview_counts(database, selection).iloc[0]
stop_if_empty(not counts["n_reports"])
panel.lead(counts, questions(view))
since_box(view)

if counts["n_facts"]:
    with_news = news.n_reports_with_news(database, selection)
    left, right = st.columns(2)
    with left:
        front.newest_box(view, with_news, int(counts["n_without_day"]))
    with right:
        front.told_most_box(view)
        pairs = front.disputed_box(view)
    if pairs:
        front.pairs_box(*pairs)
    row(view, by_theme(view), by_status(view), most_named(view))
    if counts["n_reports"] >= panel.ENOUGH_FOR_TIME:
        row(view, lanes_chart(view, "theme"), by_publisher(view))
else:
    row(view, most_named(view), by_publisher(view))

panel.unreadable_list(overview.unreadable_inputs(database))
