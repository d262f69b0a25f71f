"""What is in here?"""

from analysis.queries import news, overview, people
from analysis.queries.context import in_context
from pages.parts.drawing.row import row
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.overview import counts as panel
from pages.parts.overview import news as front
from pages.parts.overview.questions import questions
from pages.parts.people.named import named_chart
from pages.parts.timeline.over_time import lanes_over_time

view = open_page("Overview", "What is in here?")
database, selection, themes = view

counts = overview.overview_counts(database, selection).iloc[0]
stop_if_empty(not counts["n_reports"])
panel.lead(counts, questions(view))

if counts["n_facts"]:
    with_day = news.n_reports_with_day(database, selection)
    row(
        view,
        panel.theme_chart(in_context(overview.facts_by_theme, database, selection, "theme"), themes),
        panel.status_chart(in_context(overview.facts_by_status, database, selection, "status")),
    )
    if with_day:
        front.newest_box(view, with_day, int(counts["n_without_day"]))
    pairs = news.most_told(database, selection)
    row(view, front.most_told_chart(pairs) if len(pairs) else None)
    front.disputed_box(view)
    lanes_over_time(view, "theme")

named = people.named(database, selection, page=(0, 8))
publishers = in_context(overview.facts_by_publisher, database, selection, "publisher")
row(
    view,
    named_chart(named, beside=people.named_beside(database, selection)) if len(named) else None,
    panel.publisher_chart(publishers) if len(publishers) > 1 else None,
)

panel.unreadable_list(overview.unreadable_inputs(database))
