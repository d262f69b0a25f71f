"""The filters in their drawer: each field with its values and how many facts each would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.queries.engine.database import Database
from pages.parts.drawing.once import once
from pages.parts.filters import selected
from pages.parts.filters.panel import draw_panel, sent
from pages.parts.filters.panel.actions import PERIODS, applied
from pages.parts.filters.panel.data import SECTIONS, Json, Opened, sections
from pages.parts.filters.panel.details import details_switch
from pages.parts.filters.panel.period import period_section
from pages.parts.filters.panel.typed_words import keep_typed, words_section
from pages.parts.filters.views import change_views, views_section
from pages.parts.frame import rerun_if_filtered
from pages.parts.view import View, current_view, noun

DONE = "_panel_done"  # the actions that were handled: the token of the browser, and the number of the last
OPENED = "_panel_opened"
FIELDS = (*SECTIONS, *PERIODS)


def draw_filters(database: Database, page: st.Page, drawer: DeltaGenerator) -> None:
    """Draw the saved views and the filters in the drawer; the view of the pages is set, and `page` is open."""
    with drawer:
        _filters(database, page.url_path)


@st.fragment
def _filters(database: Database, page: str) -> None:
    """The panel, a fragment: opening a section reruns it alone, a filter reruns the page."""
    rerun_if_filtered()
    draw_panel(panel_data(current_view(), page), _keep_opened, lambda: _act(database, page))


def panel_data(view: View, page: str) -> dict[str, Any]:
    """What the panel shows of the selection."""
    selection = view.selection
    opened = Opened.of(st.session_state.get(OPENED))
    return {
        "done": st.session_state.get(DONE, ("", 0)),
        "open": list(opened.sections),
        "views": views_section(page, opened),
        "periods": {field: _period(view, field, field in opened.sections, opened.is_near) for field in PERIODS},
        "words": words_section(selection),
        "nouns": [noun(1), noun()],
        "details": details_switch(view),
        "n_filters": len(selection.only) + len(selection.hide),
        "sections": _sections(
            view, opened.sections, tuple(sorted(opened.search.items())), tuple(sorted(opened.shown.items()))
        ),
    }


@once
def _period(view: View, field: str, is_open: bool, is_near: bool) -> Mapping[str, Any]:
    return period_section(view.database, view.selection, field, is_open, is_near)


@once
def _sections(
    view: View, opened: tuple[str, ...], search: tuple[tuple[str, str], ...], shown: tuple[tuple[str, int], ...]
) -> Sequence[Json]:
    """The sections for what a reader has open: the parts of `Opened`."""
    return sections(view.database, view.selection, Opened(opened, dict(search), dict(shown)), view.themes)


def _keep_opened() -> None:
    """Keep what is open in the session state: Streamlit drops the state of a component when the page changes."""
    st.session_state[OPENED] = sent("opened")


def _act(database: Database, page: str) -> None:
    """Handle the clicks since the last run; a callback."""
    before = selection = selected.read(database).selection
    for action in _new_actions(sent("actions")):
        keep_typed(selection, action)
        selection = applied(selection, action, FIELDS)
        change_views(page, action)
    if selection != before:
        selected.set_to(database, selection)


def _new_actions(said: object) -> Iterator[Mapping[str, object]]:
    """The actions that were not handled yet. The browser sends each until `done` in the data acknowledges it: none is
    lost when clicks come faster than runs."""
    if not isinstance(said, Mapping) or not isinstance(said.get("actions"), list):
        return
    token = str(said.get("token"))
    known, last = st.session_state.get(DONE, ("", 0))
    last = last if known == token else 0
    for action in said["actions"]:
        number = action.get("id") if isinstance(action, Mapping) else None
        if isinstance(number, int) and number > last:
            last = number
            yield {**action, "token": token}
    st.session_state[DONE] = (token, last)
