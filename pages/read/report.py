"""What does this report say, and where?"""

import streamlit as st

from analysis.queries.engine.database import Row
from pages.parts.frame import open_page, rerun_if_filtered, stop_if_empty
from pages.parts.report.report import show_report
from pages.parts.report.reports import choose_report
from pages.parts.view import View

view = open_page("Report", "What does this report say, and where?")

chosen = choose_report(view)
stop_if_empty(chosen is None, "No report fits all filters. Take one away above.")


@st.fragment
def draw(view: View, row: Row) -> None:
    """A part of the page that runs by itself: a step does not ask again for the reports."""
    rerun_if_filtered()
    show_report(view, row)


if chosen:
    draw(view, chosen)
