"""When is it said to have happened?"""

from analysis.queries.rows import fact_rows, n_facts
from analysis.queries.selection import Cut
from analysis.queries.timeline import dating
from pages.parts.draw import say
from pages.parts.evidence import evidence, open_one
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import timeline as panel
from pages.parts.row import row
from pages.parts.time import over_time

view = open_page("Timeline", "When is it said to have happened?")
database, selection, themes = view

dates = dating(database, selection).iloc[0]
stop_if_empty(not dates["n_facts"])

window = over_time(view, can_choose=True)
left_out = panel.left_out(database, selection, window)
evidence(database, selection, open_one(left_out, "Not in the columns", "left-out"), "left-out", themes)

dated = (Cut("dated"),)
n_dated = n_facts(database, selection, dated)
if not n_dated:
    say("No fact of the selection has a date. Widen the filters, or read the facts without a date above.")
elif n_dated <= panel.MOST_SINGLE:
    rows = fact_rows(database, selection, dated, (0, panel.MOST_SINGLE), "when, earliest first")
    row(view, panel.single_chart(rows, themes))
else:
    say(f"{n_dated:,} facts are too many to show one by one. Filter to {panel.MOST_SINGLE} or fewer to see them.")
