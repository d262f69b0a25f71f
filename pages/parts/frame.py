"""What every page has: its title, the question that it answers, the active filters and how much they let through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.known_values import theme_values
from display import dates, day_words, words
from display.safe import text
from hosting.place import Corpus
from pages.parts import address
from pages.parts.filtered_links import address_of, anchor
from pages.parts.filters import selected
from pages.parts.filters.chips import draw_chips
from pages.parts.reader import locale
from pages.parts.view import VIEW, View, current_view

__all__ = ["View", "current_view", "draw_menu", "open_page", "rerun_if_filtered", "set_view", "stop_if_empty"]

DROPPED = "_dropped"
ALL = "../../"  # from a page of one of several corpora to the page on which one chooses
LATE = "_left_out_place"  # where the head of a page says what is known only after the page has run
SEEN = "_filters_seen"
EMPTY = "Nothing in the reports fits all filters at once. Take one away above, or widen the period."
NOTHING = "The reports say nothing that could be shown here."  # without a filter that could be taken away


def set_view(database: Database) -> Selection:
    """Set the view of this run; the selection in it."""
    dates.read_locale_with(locale)
    selection, dropped = selected.read(database)
    st.session_state[VIEW] = View(database, selection, tuple(theme_values(database)["theme"]))
    st.session_state[DROPPED] = dropped
    st.session_state[SEEN] = selected.filters_of_address()
    return selection


def rerun_if_filtered() -> None:
    """Rerun the whole page when a callback of this fragment has changed the filters."""
    if selected.filters_of_address() != st.session_state[SEEN]:
        st.rerun(scope="app")


def draw_menu(sections: Mapping[str, Sequence[st.Page]], here: st.Page, corpus: Corpus) -> None:
    """Draw the menu, a list for each section. Streamlit's own puts headings between the items of one list, which
    screen readers cannot make sense of. Of several corpora it says which this is, and leads to the others."""
    lists = "".join(_section(section, pages, here) for section, pages in sections.items())
    which = f'<strong dir="auto">{text(corpus.title)}</strong><a href="{ALL}">All collections</a>'
    below = f'<p class="d-data">{which}</p>' if corpus.name else ""
    st.sidebar.html(f'<nav class="d-menu" aria-label="Pages">{lists}</nav>{below}')


def say_data(database: Database) -> None:
    """Say below the menu of when the data is."""
    st.sidebar.html(f'<p class="d-data">Data as of {day_words.day(database.snapshot.made_at)}</p>')


def _section(section: str, pages: Sequence[st.Page], here: st.Page) -> str:
    key = text(f"d-{section}")
    items = "".join(_item(page, page == here) for page in pages)
    return f'<p class="d-section" id="{key}">{text(section)}</p><ul aria-labelledby="{key}">{items}</ul>'


def _item(page: st.Page, is_here: bool) -> str:
    icon = page.icon.removeprefix(":material/").removesuffix(":")
    more = f'title="{text(page.help)}"' + (' aria-current="page"' if is_here else "")
    return f"<li>{anchor(address_of(page.url_path), text(page.title), icon, more)}</li>"


class PageEnds(Exception):
    """Raised where a page has no more to show; after `st.stop()` the run would draw no filters either."""


def open_page(title: str, question: str) -> View:
    """Draw the head of a page; what it works with."""
    view = current_view()
    with st.container(key="frame"):
        opens = filter_button(len(view.selection.only) + len(view.selection.hide))
        st.html(f'<header class="d-head"><h1>{text(title)}</h1><p>{text(question)}</p>{opens}</header>')
        draw_chips(view.database, view.selection)
    _say_dropped(st.session_state[DROPPED])
    st.session_state[LATE] = st.empty()
    return view


def say_left_out() -> None:
    """Say at the head of the page what else its link asks for and is not there; after the page has run."""
    dropped = [f"{what.replace('-', ' ').capitalize()}: {said}" for what, said in address.left_out()]
    place = st.session_state.pop(LATE, None)
    if dropped and place is not None:
        with place:
            _say_dropped(dropped)


def filter_button(n_filters: int) -> str:
    """The button that opens the drawer of the filters, which says how many hold."""
    number = f' <b class="d-holds">{n_filters}</b>' if n_filters else ""
    named = f"Filters, {words.count(n_filters, 'filter')} set" if n_filters else "Filters"
    icon = '<span class="d-icon" aria-hidden="true">filter_list</span>'
    return (
        f'<button type="button" class="d-filter" aria-haspopup="dialog" aria-label="{named}" title="{named} (f)">'
        f"{icon} Filters{number}</button>"
    )


def stop_if_empty(is_empty: bool, message: str = EMPTY) -> None:
    """End the page with a sentence when there is nothing to show."""
    if is_empty:
        is_everything = message == EMPTY and current_view().selection.is_everything()
        st.info(NOTHING if is_everything else message, icon=":material/filter_alt_off:")
        raise PageEnds


def _say_dropped(dropped: Sequence[str]) -> None:
    """Say which filters of the link these reports do not have, and which cannot be read."""
    if dropped:
        items = "".join(f"<li>{text(one)}</li>" for one in dropped)
        words = (
            "This link also asks for what these reports do not have (any more) or for what cannot be read. "
            "It was left out:"
        )
        st.html(f'<div class="d-dropped" role="status"><p>{words}</p><ul>{items}</ul></div>')
