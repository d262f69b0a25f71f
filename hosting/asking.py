"""Who asks for this run of a page, and what they may do: the one place that decides it.

A page asks here before it offers something, and again in the callback that does it: a browser may send anything.
"""

from __future__ import annotations

import os
from enum import Enum

import streamlit as st

from hosting.bound import NoCorpus, corpus_of_run
from hosting.mode import CannotStart, Mode, mode, role_by_claims, role_of_visitor
from hosting.own import LOOPBACK, is_own
from hosting.place import is_alone
from hosting.roles import Role

LOCAL_SETTING = "DOSSIER_LOCAL"  # `1` as `make run` and `dossier run` set it
ADD_SETTING = "DOSSIER_ADD"  # who may add reports
EVERYONE = "everyone"
NOT_AS_LOCAL = (
    "Nobody may add or change reports here. Start Dossier on your own machine with make run or dossier run and open it "
    "as localhost, or set DOSSIER_ADD=everyone where all who can open the page may."
)
NOT_FROM_HERE = (
    "You may not add or change reports from here: this server takes them from its own machine alone. Open it there as "
    "localhost, with no proxy in between."
)
NOT_IN_PUBLIC = (
    "Nobody may add or change reports here: this server is public and to be read. Who runs it can set "
    "DOSSIER_ADD=everyone, or ask for a login."
)
NOT_SIGNED_IN = "You may read these reports. Sign in to add or change any, if you are an editor of them."
NOT_AS_READER = (
    "You are a reader of these reports: you may not add or change any. Who runs this server can make you an editor."
)
MAY_NOT_SAVE = "this server is read-only for you"
MAY_NOT_SEE = "You may not see these reports (any more). Reload the page to sign in."


class Act(Enum):
    """What somebody wants to do."""

    SEE = "see"
    SAVE = "save"  # views, lists, checks: new ones, and changes of one's own
    ADD = "add"  # reports; set their dates, take them out
    CHANGE_ALL = "change all"  # what others saved


NEEDED = {Act.SEE: Role.READER, Act.SAVE: Role.EDITOR, Act.ADD: Role.EDITOR, Act.CHANGE_ALL: Role.OWNER}


def may(act: Act) -> bool:
    """Whether who asks for this run may do this with its corpus."""
    found = _mode()
    try:
        corpus = corpus_of_run()
    except NoCorpus:
        return False
    if found is Mode.LOCAL:
        return act is not Act.ADD or adds_everyone() or _is_started_as_local()
    role = role_by_claims(dict(st.user.to_dict()), corpus) if found is Mode.LOGIN else role_of_visitor(corpus)
    if act in (Act.ADD, Act.SAVE) and role >= Role.READER and adds_everyone():
        return True
    return role >= NEEDED[act]


def why_not_add() -> str:
    """Why who asks for this run may not add or change reports, in a sentence that says what to do."""
    found = _mode()
    if found is Mode.LOCAL:
        return NOT_FROM_HERE if os.environ.get(LOCAL_SETTING) == "1" else NOT_AS_LOCAL
    if found is Mode.PUBLIC:
        return NOT_IN_PUBLIC
    return NOT_AS_READER if asker() else NOT_SIGNED_IN


def is_own_machine() -> bool:
    """Whether this is somebody's own server, and it is they who ask: they may choose among their folders, where no file
    says which they are."""
    return _mode() is Mode.LOCAL and is_alone() and _is_started_as_local()


def asker() -> str:
    """The e-mail address of who asks for this run; empty where nobody signs in."""
    return str(st.user.to_dict().get("email") or "").lower() if _mode() is Mode.LOGIN else ""


def _mode() -> Mode:
    """The mode of this server; one that should not have started is read-only."""
    try:
        return mode()
    except CannotStart:
        return Mode.PUBLIC


def adds_everyone() -> bool:
    """Whether all who may open the dashboard may add reports and save."""
    return os.environ.get(ADD_SETTING, "").strip().lower() == EVERYONE


def _is_started_as_local() -> bool:
    """Whether somebody's own server, started as local, is asked by its own machine."""
    is_local = os.environ.get(LOCAL_SETTING) == "1" and st.get_option("server.address") in LOOPBACK
    return is_local and is_own(st.context.headers.to_dict(), st.context.ip_address)
