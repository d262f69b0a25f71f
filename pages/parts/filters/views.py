"""Saved views: pages with their filters and settings that people named, shared by all who use the server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from analysis.queries.rows import n_facts
from analysis.user_store.database import NotKept
from analysis.user_store.records import LONGEST_NAME, View
from analysis.user_store.store import UserStore
from display import day_words, words
from hosting.asking import Act, may
from pages.parts import address
from pages.parts.data import is_mine, open_user_store, read_user_store, writer
from pages.parts.filters.panel.data import Opened
from pages.parts.filters.selected import DETAILS, ON
from pages.parts.view import current_view

FIELD = "views"
SAVE, RENAME, DELETE, BACK = "save view", "rename view", "delete view", "bring back view"
DONE = {SAVE: "Saved", RENAME: "Renamed", DELETE: "Deleted", BACK: "Brought back"}
SAID = "_views_said"  # what came of the last action
DELETED = "_views_deleted"  # the view that was deleted last
PAGE = 50


def views_section(page: str, opened: Opened) -> dict[str, Any]:
    """What the section of saved views shows; `page` is the name of the page in the URL."""
    if FIELD not in opened.sections:
        return {}
    here, search = address_of_now(page), opened.search.get(FIELD, "").strip()
    most = opened.shown.get(FIELD, PAGE)
    found = read_user_store(lambda written: [written.views_like(search, most)])
    views, n_views = found[0] if found else ([], 0)
    return {
        "views": [_shown(view, here) for view in views],
        "n_views": n_views,
        "step": PAGE,
        "search": search,
        "may_save": may(Act.SAVE),
        "longest": LONGEST_NAME,
        "said": st.session_state.get(SAID),
    }


def _shown(view: View, here: str) -> dict[str, Any]:
    return {
        "name": view.name,
        "address": view.address,
        "about": ", ".join(filter(None, (_counted(view), day_words.day(view.saved_at.date()), view.person))),
        "here": view.address == here,
        "mine": is_mine(view.person),
    }


def _counted(view: View) -> str:
    return words.count(view.n_facts, _noun(view))


def _noun(view: View) -> str:
    """What was counted when the view was saved."""
    return "fact" if parse_qs(view.address.partition("?")[2]).get(DETAILS) == [ON] else "claim"


def address_of_now(page: str) -> str:
    """The page that is open, with all that is set, as the end of its address."""
    query = urlencode([(key, value) for key, values in sorted(address.query().items()) for value in values])
    return f"/{page}?{query}" if query else f"/{page}"


def change_views(page: str, action: Mapping[str, object]) -> None:
    """Do what was asked for a saved view, and keep what came of it for the panel; for callbacks. Other actions do
    nothing."""
    do, name, new_name = str(action.get("do")), name_of(action.get("name")), name_of(action.get("to"))
    if do not in DONE or (not name and do != BACK) or (do == RENAME and not new_name):
        return
    if do == BACK:
        name = st.session_state[DELETED].name if DELETED in st.session_state else "The view"
    try:
        is_done = _is_changed(open_user_store(), page, action)
        said = f"{DONE[do]}: {new_name or name}" if is_done else f"There is already a view called {new_name}."
    except NotKept as fault:
        is_done, said = False, f"{name} was not {DONE[do].lower()}: {fault}."
    answer = {"token": action.get("token"), "id": action.get("id"), "isDone": is_done, "text": said}
    answer["undo"] = is_done and do == DELETE and DELETED in st.session_state
    st.session_state[SAID] = answer | ({"name": name} if do == SAVE else {})


def _is_changed(written: UserStore, page: str, action: Mapping[str, object]) -> bool:
    """Save, rename, delete or bring back the view; False where another has the name. Raises NotKept."""
    by = writer()
    name, new_name = name_of(action.get("name")), name_of(action.get("to"))
    if action.get("do") == SAVE:
        view = current_view()
        saved_at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        written.save_view(name, address_of_now(page), n_facts(view.database, view.selection), saved_at, by)
    elif action.get("do") == RENAME:
        return written.rename_view(str(action.get("name")), new_name, by)
    elif action.get("do") == BACK:
        if DELETED not in st.session_state:
            raise NotKept("nothing was deleted")
        written.bring_back_view(st.session_state[DELETED])
    elif deleted := written.delete_view(str(action.get("name")), by):
        st.session_state[DELETED] = deleted
    return True


def name_of(said: object) -> str:
    r"""A name as it is kept: one line, not too long; empty for what is none.

    >>> name_of(" Who  pledged\n what? "), name_of(None)
    ('Who pledged what?', '')
    """
    return " ".join(said.split())[:LONGEST_NAME].strip() if isinstance(said, str) else ""
