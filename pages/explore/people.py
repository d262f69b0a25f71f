"""Who appears, and with whom?"""

from analysis.queries.people import named, together
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import people as panel
from pages.parts.profile import choose_and_show
from pages.parts.row import row

view = open_page("People and places", "Who appears, and with whom?")
database, selection, themes = view

kind = choose("Show", words.KIND, "all", "kind")
found = named(database, selection, kind)
stop_if_empty(found.empty, "Nobody of this kind is named in the selection. Choose another kind, or take a filter away.")

pairs = together(database, selection, [str(key) for key in found["entity_id"].head(panel.MOST_NODES)])
row(view, panel.named_chart(found), panel.network_chart(found, pairs), widths=(2, 3))

choose_and_show(database, selection, found, themes)
