"""What does this report say, and where?"""

from pages.parts.frame import open_page, stop_if_empty
from pages.parts.report import choose_report, show_report

database, selection, themes = open_page("Report", "What does this report say, and where?")

chosen = choose_report(database, selection)
stop_if_empty(chosen is None, "No report fits all filters. Take one away above.")
if chosen:
    show_report(database, chosen, themes)
