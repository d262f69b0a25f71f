"""What is in here?"""

import streamlit as st

from analysis.queries import overview, people
from pages.parts.draw import draw
from pages.parts.evidence import evidence, main_events
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import overview as panel
from pages.parts.panels.people import named_chart
from pages.parts.time import over_time

database, selection, themes = open_page("Overview", "What is in here?")

counts = overview.overview_counts(database, selection).iloc[0]
stop_if_empty(not counts["n_reports"])
panel.lead(counts)
panel.figures(counts)

if counts["n_facts"]:
    left, right = st.columns(2)
    with left:
        theme = draw(panel.theme_chart(overview.facts_by_theme(database, selection), themes))
    with right:
        status = draw(panel.status_chart(overview.facts_by_status(database, selection)))
    evidence(database, selection, theme, "theme", themes)
    evidence(database, selection, status, "status", themes)
    over_time(database, selection, themes)
    main_events(database, selection, themes)

named = people.named(database, selection, most=8)
publishers = overview.facts_by_publisher(database, selection)
left, right = st.columns(2)
with left:
    name = draw(named_chart(named)) if len(named) else None
with right:
    publisher = draw(panel.publisher_chart(publishers)) if len(publishers) > 1 else None
evidence(database, selection, name, "named", themes)
evidence(database, selection, publisher, "publisher", themes)

panel.unreadable_list(overview.unreadable_inputs(database))
