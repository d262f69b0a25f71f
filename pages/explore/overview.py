"""What is in here?"""

from analysis.queries import overview, people
from pages.parts.evidence import main_events
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import overview as panel
from pages.parts.panels.people import named_chart
from pages.parts.row import row
from pages.parts.time import over_time

view = open_page("Overview", "What is in here?")
database, selection, themes = view

counts = overview.overview_counts(database, selection).iloc[0]
stop_if_empty(not counts["n_reports"])
panel.lead(counts)
panel.figures(counts)

if counts["n_facts"]:
    row(
        view,
        panel.theme_chart(overview.facts_by_theme(database, selection), themes),
        panel.status_chart(overview.facts_by_status(database, selection)),
    )
    over_time(view)
    main_events(database, selection, themes)

named = people.named(database, selection).head(8)
publishers = overview.facts_by_publisher(database, selection)
row(
    view,
    named_chart(named) if len(named) else None,
    panel.publisher_chart(publishers) if len(publishers) > 1 else None,
)

panel.unreadable_list(overview.unreadable_inputs(database))
