"""What are the reports about, and in which words?"""

from pages.parts import address
from pages.parts.choose import choose
from pages.parts.frame import open_page
from pages.parts.topics.compare import show as two_sides
from pages.parts.topics.found import show as topics_found
from pages.parts.topics.matrix import show as where_themes_stand
from pages.parts.topics.report_map import show as map_of_reports
from pages.parts.topics.rise import show as term_over_time
from pages.parts.topics.theme_terms import show as words_of_themes

PARTS = {
    "words": ("Words of themes", "Which words mark out each theme?", words_of_themes),
    "matrix": ("Where themes stand", "Who writes of which theme, with whom, and when?", where_themes_stand),
    "rise": ("A term over time", "How does a term rise and fall, and where does it come from?", term_over_time),
    "compare": ("Compare two sides", "How do two selections differ in claims and words?", two_sides),
    "found": ("Topics found", "Which topics do the reports fall into?", topics_found),
    "map": ("Map of reports", "Which reports are like each other?", map_of_reports),
}

view = open_page("Topics", PARTS[address.choice("part", PARTS, "words")][1])
part = choose("Question", {name: title for name, (title, _, _) in PARTS.items()}, "words", "part")
PARTS[part][2](view)
