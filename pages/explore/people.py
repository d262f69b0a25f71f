"""Who appears, and with whom?"""

import streamlit as st

from analysis.queries.people import named, together
from pages.parts import words
from pages.parts.choose import choose
from pages.parts.draw import draw
from pages.parts.evidence import evidence
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import people as panel
from pages.parts.profile import choose_and_show

database, selection, themes = open_page("People and places", "Who appears, and with whom?")

kind = choose("Show", words.KIND, "all", "kind")
found = named(database, selection, kind)
stop_if_empty(found.empty, "Nobody of this kind is named in the selection. Choose another kind, or take a filter away.")

left, right = st.columns([2, 3])
with left:
    name = draw(panel.named_chart(found))
with right:
    pairs = together(database, selection, [str(key) for key in found["entity_id"].head(panel.MOST_NODES)])
    pair = draw(panel.network_chart(found, pairs))
evidence(database, selection, name, "named", themes)
evidence(database, selection, pair, "together", themes)

choose_and_show(database, selection, found, themes)
