"""Saved views: pages with their filters and settings that people named, shared by all who use the server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from analysis.queries.rows import n_facts
from analysis.written import LONGEST_NAME, View, Written
from pages.parts import address, words
from pages.parts.view import current_view

FIELD = "views"
SAVE, RENAME, DELETE = "save view", "rename view", "delete view"


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
    """Do what was asked for a saved view: save, rename or delete it; for callbacks. Other actions do nothing."""
    name, new_name = (name_of(action.get(key)) for key in ("name", "to"))
    if action.get("do") == SAVE and name:
        view = current_view()
        saved_at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        written.save_view(name, address_of_now(page), n_facts(view.database, view.selection), saved_at)
    elif action.get("do") == RENAME and new_name:
        written.rename_view(str(action.get("name")), new_name)
    elif action.get("do") == DELETE:
        written.delete_view(str(action.get("name")))


def name_of(said: object) -> str:
    r"""A name as it is kept: one line, not too long; empty for what is none.

    >>> name_of(" Who  pledged\n what? "), name_of(None)
    ('Who pledged what?', '')
    """
    return " ".join(said.split())[:LONGEST_NAME].strip() if isinstance(said, str) else ""
