"""Long lists of queries are kept for all who use the server: to open again, to rename, to delete."""

from __future__ import annotations

import streamlit as st

from analysis.user_store.database import NotKept
from analysis.user_store.records import LONGEST_NAME
from analysis.user_store.store import UserStore
from display.safe import label_markdown, shortened
from pages.parts import address
from pages.parts.data import open_user_store, read_user_store
from pages.parts.filters.views import name_of
from pages.parts.saying import say

LIST, KEPT = "list", "kept-list"  # keys of the address: the queries themselves, or the id of a longer list
NAME = "list-name"
LONGEST_LABEL = 30  # of a name on a button
KEPT_FOR_ALL = "Lists too long for a link are kept here, for all who use this server."
FOR_GOOD = "Deleting is for all who use this server. Links to the list find it no more."


def kept_lists() -> None:
    """Let the user open one of the lists that are kept, and change the one that is open; nothing where none is."""
    names = {one.list_id: one.name for one in read_user_store(UserStore.lists)}
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="kept-lists"):
        kept = _choose(names)
        if kept:
            _change(kept, names[kept])


def _choose(names: dict[str, str]) -> str | None:
    """The list that is open, which the address has."""
    st.session_state[KEPT] = address.value(KEPT) if address.value(KEPT) in names else None
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
        say(FOR_GOOD, "d-note")
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
        is_done = open_user_store().rename_list(kept, name)
    except NotKept as fault:
        st.toast(f"Not renamed: {label_markdown(fault)}", icon=":material/error:", duration="long")
    else:
        shown = label_markdown(name)
        st.toast(f"Renamed: {shown}" if is_done else f"There is already a list called {shown}.")


def _delete(kept: str, name: str) -> None:
    try:
        open_user_store().delete_list(kept)
    except NotKept as fault:
        st.toast(f"Not deleted: {label_markdown(fault)}", icon=":material/error:", duration="long")
    else:
        open_list(None)
        st.toast(f"Deleted: {label_markdown(name)}")
