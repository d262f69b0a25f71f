"""How right is all this?"""

from __future__ import annotations

from pages.parts.data import open_written
from pages.parts.frame import open_page
from pages.parts.quality import checks as panel

database, selection, themes = open_page("Quality", "How right are the facts, and how do you know?")

written = open_written()
panel.check_a_sample(database, selection, themes, written)
panel.what_the_checks_say(database, written)
panel.measured()
panel.goes_wrong()
