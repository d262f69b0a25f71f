"""Which facts are reported?"""

import streamlit as st

from analysis.queries.rows import n_facts
from pages.parts import words
from pages.parts.drawing.draw import say
from pages.parts.facts.groups import choose_group
from pages.parts.facts.ledger import ledger
from pages.parts.facts.trust import trust_switch
from pages.parts.frame import open_page, rerun_if_filtered, stop_if_empty
from pages.parts.view import View

view = open_page("Facts", "Which facts are reported, by whom, and how sure are they?")

total = n_facts(view.database, view.selection)
stop_if_empty(not total)

say(f"{words.count(total, 'fact')}, one a row: who does what to whom, where, when, and who says so. Click any value.")
trust_switch(view.database, view.selection)


@st.fragment
def draw(view: View) -> None:
    """A part of the page that runs by itself: opening a value does not ask again for what the page shows."""
    rerun_if_filtered()
    group = choose_group(view)
    ledger(view, group.cuts if group else ())


draw(view)
