"""Which words mark out each theme?"""

import streamlit as st

from analysis.queries.overview import overview_counts
from analysis.queries.topics import theme_sizes, theme_terms
from pages.parts.choose import choose
from pages.parts.draw import say
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import topics as panel
from pages.parts.row import row

view = open_page("Topics", "Which words mark out each theme?")
database, selection, themes = view

sizes = theme_sizes(database, selection)
stop_if_empty(sizes.empty, "No sentence of the selection has a theme. Take a filter away above.")
row(view, panel.size_chart(sizes, themes))

with st.container(horizontal=True, vertical_alignment="bottom"):
    rank = choose("Terms of a theme", panel.RANK, "distinctive", "terms")
    say(panel.note(int(overview_counts(database, selection)["n_reports"].iloc[0])), "d-note")

charts = panel.term_charts(sizes, theme_terms(database, selection, tuple(sizes["theme"]), rank), themes)
for place in range(0, len(charts), 2):
    row(view, *charts[place : place + 2], widths=(1, 1))
