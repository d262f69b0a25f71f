"""Which facts are reported?"""

import streamlit as st

from analysis.queries.rows import n_facts
from pages.parts.facts.groups import choose_field, choose_group
from pages.parts.facts.ledger import TABLE, choose_view, download, ledger, settings
from pages.parts.facts.sentences import sentences
from pages.parts.facts.trust import trust_switch
from pages.parts.frame import open_page, rerun_if_filtered, stop_if_empty
from pages.parts.view import View

view = open_page("Facts", "What is claimed, by whom, and how sure is it?")

stop_if_empty(not n_facts(view.database, view.selection))


@st.fragment
def draw(view: View) -> None:
    """A part of the page that runs by itself: opening a value does not ask again for what the page shows."""
    rerun_if_filtered()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ledger-settings"):
        is_table = choose_view() == TABLE
        order, names = settings(is_table)
        by = choose_field()
        trust_switch(view.database, view.selection)
    group = choose_group(view, by)
    cuts = group.cuts if group else ()
    if is_table:
        ledger(view, cuts, order, names)
    else:
        sentences(view, cuts, order)
    download(view.database, view.selection, cuts, n_facts(view.database, view.selection, cuts))


draw(view)
