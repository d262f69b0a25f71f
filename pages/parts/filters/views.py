"""Saved views: pages with their filters and settings that people named, shared by all who use the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from analysis.queries.rows import n_facts
from analysis.written import LONGEST_NAME, View, Written
from pages.parts import address, words
from pages.parts.view import current_view

FIELD = "views"
TO_OPEN = "_view_to_open"
SAVE, RENAME, DELETE, OPEN = "save view", "rename view", "delete view", "open view"


def views_section(written: Written, page: str, is_open: bool) -> dict[str, Any]:
    """What the section of saved views shows; `page` is the name of the page in the address."""
    if not is_open:
        return {}
    here = address_of_now(page)
    return {"views": [_shown(view, here) for view in written.views()], "longest": LONGEST_NAME}


def _shown(view: View, here: str) -> dict[str, Any]:
    return {
        "name": view.name,
        "address": view.address,
        "about": f"{words.count(view.n_facts, 'fact')}, {words.day(view.saved_at.date())}",
        "here": view.address == here,
    }


def address_of_now(page: str) -> str:
    """The page that is open, with all that is set, as the end of its address."""
    query = urlencode([(key, value) for key, values in sorted(address.query().items()) for value in values])
    return f"/{page}?{query}" if query else f"/{page}"


def change_views(written: Written, page: str, action: Mapping[str, object]) -> None:
    """Do what was asked for a saved view: save, rename, delete or open it; for callbacks. Other actions do nothing."""
    name, new_name = (name_of(action.get(key)) for key in ("name", "to"))
    if action.get("do") == SAVE and name:
        view = current_view()
        saved_at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        written.save_view(name, address_of_now(page), n_facts(view.database, view.selection), saved_at)
    elif action.get("do") == RENAME and new_name:
        written.rename_view(str(action.get("name")), new_name)
    elif action.get("do") == DELETE:
        written.delete_view(str(action.get("name")))
    elif action.get("do") == OPEN:
        st.session_state[TO_OPEN] = str(action.get("address"))


def name_of(said: object) -> str:
    r"""A name as it is kept: one line, not too long; empty for what is none.

    >>> name_of(" Who  pledged\n what? "), name_of(None)
    ('Who pledged what?', '')
    """
    return " ".join(said.split())[:LONGEST_NAME].strip() if isinstance(said, str) else ""


def go_to_view(pages: Sequence[st.Page]) -> None:
    """Go to the view that was clicked, if one was; one of a page that is no more is left alone."""
    path, _, query = str(st.session_state.pop(TO_OPEN, "")).partition("?")
    page = next((page for page in pages if f"/{page.url_path}" == path), None)
    if page:
        st.switch_page(page, query_params=parse_qsl(query))
