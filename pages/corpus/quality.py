"""How right is all this?"""

from __future__ import annotations

from analysis.user_store.store import UserStore
from pages.parts.data import read_user_store
from pages.parts.frame import open_page
from pages.parts.quality import checks as panel

database, selection, themes = open_page("Quality", "How right are the claims, and how do you know?")

judgements = read_user_store(UserStore.judgements)
panel.check_a_sample(database, selection, themes, judgements)
panel.what_the_checks_say(database, judgements)
panel.measured()
panel.goes_wrong()
