"""What are the reports about, and in which words?"""

from pages.parts import address
from pages.parts.choose import choose
from pages.parts.frame import open_page
from pages.parts.panels.topics import compare, found, matrix, report_map, rise, words

PARTS = {
    "words": ("Words of themes", "Which words mark out each theme?", words.show),
    "matrix": ("Where themes stand", "Who writes of which theme, with whom, and when?", matrix.show),
    "rise": ("A term over time", "How does a term rise and fall, and where does it come from?", rise.show),
    "compare": ("Compare two sides", "How do two selections differ in their words?", compare.show),
    "found": ("Topics found", "Which topics do the reports fall into?", found.show),
    "map": ("Map of reports", "Which reports are like each other?", report_map.show),
}

asked = address.value("part", "words")
view = open_page("Topics", PARTS[asked if asked in PARTS else "words"][1])
part = choose("Question", {name: title for name, (title, _, _) in PARTS.items()}, "words", "part")
PARTS[part][2](view)
