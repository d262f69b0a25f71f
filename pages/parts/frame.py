"""What every page has: its title, the question that it answers, the active filters and how much they let through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from analysis.queries.database import Database
from analysis.queries.rows import n_facts
from analysis.queries.selection import Selection
from pages.parts import filters, words
from pages.parts.draw import say
from pages.parts.safe import text

VIEW = "_view"
EMPTY = "Nothing in the reports fits all filters at once. Take one away above, or widen the period."


class View(NamedTuple):
    """What a page works with: the snapshot, the selection, and all themes in their order."""

    database: Database
    selection: Selection
    themes: Sequence[str]


def set_view(database: Database, selection: Selection) -> None:
    """Keep what the pages of this run work with."""
    themes = [name for name in filters.choices(database, [], []).themes if name]
    st.session_state[VIEW] = View(database, selection, themes)


def draw_menu(sections: Mapping[str, Sequence[st.Page]]) -> None:
    """Draw the menu, a heading for each section. Streamlit's own puts headings between the items of one list, which
    screen readers cannot make sense of."""
    with st.sidebar.container(key="menu", gap="xxsmall"):
        for section, pages in sections.items():
            st.html(f'<p class="d-section">{text(section)}</p>')
            for page in pages:
                st.page_link(page, width="stretch")


def open_page(title: str, question: str) -> View:
    """Draw the head of a page; what it works with."""
    view: View = st.session_state[VIEW]
    st.html(f'<header class="d-head"><h1>{text(title)}</h1><p>{text(question)}</p></header>')
    _active_filters(view)
    return view


def stop_if_empty(is_empty: bool, message: str = EMPTY) -> None:
    """End the page with a sentence when there is nothing to show."""
    if is_empty:
        st.info(message, icon=":material/filter_alt_off:")
        st.stop()


def _active_filters(view: View) -> None:
    active = filters.active(view.selection, view.database)
    if not active:
        return
    shown = n_facts(view.database, view.selection)
    total = n_facts(view.database, Selection())
    labels = list(active)
    key = f"chips-{hash(tuple(labels))}"

    def changed() -> None:
        for label in set(labels) - set(st.session_state[key]):
            filters.take_away(*active[label])

    with st.container(horizontal=True, vertical_alignment="bottom", key="active-filters"):
        st.multiselect(
            f"Showing {shown:,} of {words.count(total, 'fact')}, filtered by",
            labels,
            default=labels,
            key=key,
            on_change=changed,
            width=720,
            select_all=False,
        )
        st.button("Show everything", on_click=filters.take_all_away, icon=":material/filter_alt_off:")
    if not shown:
        say("No fact fits all of these at once.")
