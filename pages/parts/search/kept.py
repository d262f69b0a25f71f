"""Long lists of queries are kept for all who use the server: to open again, to rename, to delete."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from analysis.user_store.database import NotKept
from analysis.user_store.records import LONGEST_NAME, KeptList
from analysis.user_store.store import UserStore
from display import day_words
from display.safe import label_markdown, shortened
from pages.parts import address
from pages.parts.data import is_mine, open_user_store, read_user_store, writer
from pages.parts.filters.views import name_of
from pages.parts.saying import say

LIST, KEPT = "list", "kept-list"  # keys of the URL: the queries themselves, or the id of a longer list
NAME = "list-name"
LONGEST_LABEL = 30  # of a name on a button
KEPT_FOR_ALL = "Lists too long for a link are kept here, for all who use this server."
FOR_ALL = "Deleting is for all who use this server; it can be undone until the page is closed."
SEARCH, MOST = "list-search", 50  # lists to choose from at once; beyond them there is a search
DELETED = "_list_deleted"  # the list that was deleted last


def kept_lists() -> None:
    """Let the user open one of the lists that are kept, and change the one that is open; nothing where none is."""
    lists = {one.list_id: one for one in read_user_store(UserStore.lists)}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="kept-lists"):
        kept = _choose(lists) if lists else None
        if kept and is_mine(lists[kept].person):
            _change(kept, lists[kept].name)
        if DELETED in st.session_state:
            st.button("Undo the deletion", icon=":material/undo:", key="undo-list", on_click=_bring_back)


def _choose(lists: dict[str, KeptList]) -> str | None:
    """The list that is open, which the URL has."""
    opened = address.value(KEPT)
    shown = _fitting(lists.values(), opened)
    names = {one.list_id: _about(one) for one in shown}
    st.session_state[KEPT] = opened if opened in names else None
    return st.selectbox(
        "Lists that are kept",
        list(names),
        format_func=lambda key: names.get(key, key),
        placeholder="Open a list",
        help=KEPT_FOR_ALL,
        width=320,
        key=KEPT,
        on_change=lambda: open_list(st.session_state[KEPT]),
    )


def _fitting(lists: Collection[KeptList], opened: str) -> list[KeptList]:
    """The first lists by name, with the one that is open; where there are more, those with the letters of a search."""
    if len(lists) <= MOST:
        return list(lists)
    letters = st.text_input(f"Search in {len(lists):,} lists", key=SEARCH, max_chars=LONGEST_NAME).casefold().strip()
    fitting = [one for one in lists if letters in one.name.casefold()]
    return [*fitting[:MOST], *(one for one in lists if one.list_id == opened and one not in fitting[:MOST])]


def _about(one: KeptList) -> str:
    """The name of a list, who kept it and when."""
    said = filter(None, (day_words.day(one.kept_at.date()) if one.kept_at else "", one.person))
    return " - ".join((one.name, *said))


def open_list(kept: str | None) -> None:
    """Open a list that is kept in the place of the one that is open; without one, close it; for callbacks."""
    address.write({LIST: [], KEPT: [kept] if kept else []})


def _change(kept: str, name: str) -> None:
    """Let the user rename or delete the list that is open."""
    with st.popover("Rename or delete", icon=":material/edit:", key="change-list"):
        with st.form(f"rename-{kept}", border=False):
            key = f"{NAME}-{kept}"
            st.text_input("Name of the list", name, max_chars=LONGEST_NAME, key=key)
            st.form_submit_button("Rename", key="rename-list", on_click=_rename, args=(kept, key))
        say(FOR_ALL, "d-note")
        st.button(
            f"Delete {label_markdown(shortened(name, LONGEST_LABEL))}",
            key="delete-list",
            icon=":material/delete:",
            on_click=_delete,
            args=(kept, name),
        )


def _rename(kept: str, key: str) -> None:
    name = name_of(st.session_state[key])
    if not name:
        st.toast("Write a name.")
        return
    try:
        is_done = open_user_store().rename_list(kept, name, writer())
    except NotKept as fault:
        st.toast(f"Not renamed: {label_markdown(fault)}", icon=":material/error:", duration="long")
    else:
        shown = label_markdown(name)
        st.toast(f"Renamed: {shown}" if is_done else f"There is already a list called {shown}.")


def _delete(kept: str, name: str) -> None:
    try:
        deleted = open_user_store().delete_list(kept, writer())
    except NotKept as fault:
        st.toast(f"Not deleted: {label_markdown(fault)}", icon=":material/error:", duration="long")
    else:
        open_list(None)
        if deleted:
            st.session_state[DELETED] = deleted
        st.toast(f"Deleted: {label_markdown(name)}")


def _bring_back() -> None:
    deleted = st.session_state.pop(DELETED, None)
    if deleted is None:
        return
    try:
        writer()
        open_user_store().bring_back_list(deleted)
    except NotKept as fault:
        st.session_state[DELETED] = deleted
        st.toast(f"Not brought back: {label_markdown(fault)}", icon=":material/error:", duration="long")
    else:
        open_list(deleted.kept.list_id)
        st.toast(f"Brought back: {label_markdown(deleted.kept.name)}")
