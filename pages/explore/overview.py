"""What is in here?"""

from analysis.queries import news, overview
from pages.parts.drawing.row import row
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.overview import counts as panel
from pages.parts.overview import news as front
from pages.parts.overview.questions import questions
from pages.parts.people.named import most_named
from pages.parts.timeline.over_time import lanes_over_time

view = open_page("Overview", "What is in here?")
database, selection, _ = view

counts = overview.overview_counts(database, selection).iloc[0]
stop_if_empty(not counts["n_reports"])
panel.lead(counts, questions(view))

if counts["n_facts"]:
    with_day = news.n_reports_with_day(database, selection)
    row(view, panel.by_theme(view), panel.by_status(view))
    if with_day:
        front.newest_box(view, with_day, int(counts["n_without_day"]))
    row(view, front.told_most(view))
    front.disputed_box(view)
    lanes_over_time(view, "theme")

row(view, most_named(view), panel.by_publisher(view))

panel.unreadable_list(overview.unreadable_inputs(database))
