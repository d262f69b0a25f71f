"""The published snapshot, opened once for all sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import duckdb
import streamlit as st

from analysis.queries.engine.database import DamagedSnapshot, Database, OldSnapshot
from analysis.scratch import ScratchFolder
from analysis.store import CURRENT, NoSnapshot, open_named, published_name
from analysis.user_store.database import NoStore, NotKept
from analysis.user_store.kept_by import Writer
from analysis.user_store.store import UserStore, beside
from display.safe import label_markdown
from hosting.asking import MAY_NOT_SAVE, Act, asker, may
from hosting.bound import corpus_of_run
from hosting.place import ROOT, Corpus, corpora, is_alone
from pages.parts import newest
from pages.parts.collections import shown_instead
from pages.parts.first_build import build_seeds

UNKEPT = (
    "Views, checks and lists that are saved here go when the server stops: their file cannot be opened. "
    "Set DOSSIER_STORE to a place that can be written, for example sqlite:////home/me/dossier.db, then start again."
)
SET_ASIDE = (
    "The file of saved views, checks and lists was damaged. It is kept beside the new one as {}, "
    "and what was in it is not shown."
)
CORRUPT = "Corrupt database file"  # DuckDB's untyped error where the checksum of a block fails
DAMAGED = (
    "A file of this snapshot cannot be read: it is damaged, or the disk is full. "
    "Build the snapshot again, then reload the page."
)

OPEN = 2 + max(1, len(corpora()))  # snapshots at one time: those that are published, and those that some still look at

Kept = TypeVar("Kept")


def data_folder() -> Path:
    """The folder of the snapshots that this run shows."""
    return folder_of(corpus_of_run())


def folder_of(corpus: Corpus) -> Path:
    """The folder of the snapshots of a corpus, or one that was chosen in its place."""
    return shown_instead(corpus.folder)


def open_database() -> Database:
    """The database of the snapshot that this session shows.

    Builds the seeds when the one corpus of the server has no snapshot yet; ends the page with a message when there is
    nothing to show.
    """
    folder = data_folder()
    if is_alone() and not (folder / CURRENT).exists():
        build_seeds(ROOT, folder)
    try:
        return _opened(str(folder), newest.shown(folder))
    except DamagedSnapshot:
        st.error(DAMAGED)
        st.stop()
    except (NoSnapshot, FileNotFoundError, UnicodeDecodeError) as fault:
        if isinstance(fault, OldSnapshot):
            st.error("This snapshot was built by an older version of Dossier. Build it again, then reload the page.")
        else:
            st.error("There is no snapshot to show. Build one: python -m analysis build FOLDER --out OUT.")
        st.stop()


def database_of(corpus: Corpus, name: str = "") -> Database:
    """The database of a snapshot of a corpus, the same as that of the pages: the one that is called so, or the one that
    is published now. Raises NoSnapshot, OSError."""
    folder = folder_of(corpus)
    try:
        return _opened(str(folder), name or published_name(folder))
    except (FileNotFoundError, UnicodeDecodeError) as fault:
        raise NoSnapshot(folder) from fault


@contextmanager
def damage_is_said() -> Iterator[None]:
    """Show a message here when a query reads a damaged block of the snapshot."""
    try:
        yield
    except duckdb.Error as fault:
        if not say_damage(fault):
            raise


def say_damage(fault: Exception) -> bool:
    """Whether the fault is a damaged block of the snapshot; if so show a message; the next run opens the file anew.

    Streamlit calls it for every uncaught exception: of a script run, of a fragment, of a callback.
    """
    if not isinstance(fault, duckdb.IOException) and not (isinstance(fault, duckdb.Error) and CORRUPT in str(fault)):
        return False
    _opened.clear()
    st.error(DAMAGED)
    return True


@st.cache_resource(max_entries=OPEN, show_spinner=False)
def _opened(folder: str, name: str) -> Database:
    """The snapshot called `name`, which is part of the cache key, so that a new one is opened."""
    return Database(open_named(Path(folder), name))


def open_user_store() -> UserStore:
    """The user store of the corpus; a temporary file where it cannot be opened."""
    try:
        return _user_store(_store())
    except NoStore:
        return _temporary_store(_store())


def writer() -> Writer:
    """Who asks for this run, for the user store. Raises NotKept where they may not save."""
    if not may(Act.SAVE):
        raise NotKept(MAY_NOT_SAVE)
    return Writer(asker(), may(Act.CHANGE_ALL))


def is_mine(person: str) -> bool:
    """Whether who asks for this run may change what this person saved."""
    return may(Act.SAVE) and Writer(asker(), may(Act.CHANGE_ALL)).may_change(person)


def kept_user_store() -> UserStore:
    """The user store that builds read as well. Raises NoStore, where there is only a temporary file."""
    return _user_store(_store())


def read_user_store(ask: Callable[[UserStore], Iterable[Kept]]) -> list[Kept]:
    """What `ask` reads from the user store; nothing, and a warning on the page, when it cannot be read."""
    try:
        return list(ask(open_user_store()))
    except NoStore as fault:
        st.warning(f"{label_markdown(fault)}. Reload the page to try again.")
        return []


def say_if_unkept() -> None:
    """Show a warning when the user store is a temporary file, and when its file was damaged and set aside."""
    try:
        aside = _user_store(_store()).set_aside
    except NoStore:
        st.warning(UNKEPT)
        return
    if aside:
        st.warning(SET_ASIDE.format(label_markdown(aside.name)))


def _store() -> str:
    """The address of the user store of this run: that of its corpus, or the file beside the snapshots."""
    return corpus_of_run().store or beside(data_folder())


@st.cache_resource(max_entries=OPEN, show_spinner=False)
def _user_store(address: str) -> UserStore:
    return UserStore(address)


@st.cache_resource(show_spinner=False)
def _temporary_folder(instead_of: str) -> ScratchFolder:
    return ScratchFolder("written")


@st.cache_resource(show_spinner=False)
def _temporary_store(instead_of: str) -> UserStore:
    return UserStore(beside(_temporary_folder(instead_of).path))
