"""How do you hand this view on?"""

from analysis.queries.rows import n_facts
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.share.frames import draw_code
from pages.parts.share.kept import shared
from pages.parts.share.preview import preview
from pages.parts.share.ways import draw_ways
from pages.parts.share.what import say_what

database, selection, _ = open_page("Share", "How do you hand this view on?")

stop_if_empty(not n_facts(database, selection))
say_what(shared())
draw_ways(shared())
draw_code(shared())
preview(shared())
