"""When is it said to have happened?"""

from analysis.queries.rows import fact_rows, n_facts
from analysis.queries.selection import Cut
from analysis.queries.timeline import buckets_that_fit, dating, facts_per_bucket
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.draw import draw, say
from pages.parts.evidence import evidence, open_one
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import timeline as panel

database, selection, themes = open_page("Timeline", "When is it said to have happened?")

dates = dating(database, selection)
buckets = buckets_that_fit(dates)
stop_if_empty(not dates["n_facts"].iloc[0])

bucket = "month"
if buckets:
    labels = {name: words.BUCKET[name] for name in buckets}
    bucket = choose("Count by", labels, "month" if "month" in buckets else "year", "by")
    counts = facts_per_bucket(database, selection, bucket)
    if len(counts):
        evidence(database, selection, draw(panel.time_chart(counts, bucket)), "time", themes)
left_out = panel.undated_marks(dates.iloc[0], bucket)
evidence(database, selection, open_one(left_out, "Not in the columns", "left-out"), "left-out", themes)

n_dated = n_facts(database, selection, (Cut("dated"),))
if 0 < n_dated <= panel.MOST_SINGLE:
    dated = fact_rows(database, selection, (Cut("dated"),), (0, panel.MOST_SINGLE), "when, earliest first")
    evidence(database, selection, draw(panel.single_chart(dated, themes)), "single", themes)
elif n_dated:
    say(f"{n_dated:,} facts are too many to show one by one. Filter to {panel.MOST_SINGLE} or fewer to see them.")
