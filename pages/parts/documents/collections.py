"""Other collections: choosing one of those that are there, and making a new one of what is added."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from analysis.corpus import Corpus, keep_corpus, keep_hints, kept_corpus
from analysis.store import CURRENT
from display.safe import label_markdown, shortened
from hosting.asking import is_own_machine
from hosting.place import started_on
from pages.parts import collections, newest
from pages.parts.data import data_folder
from pages.parts.documents.looking import Given
from pages.parts.documents.rebuild import forget_build, last_build, start_build

NEW, CHOSEN = "_new-collection", "collection"
Keep = Callable[[Path, Given, list[Path]], str]


def choose_collection() -> None:
    """Let the user choose between the collections that are there; nothing where there is one, or on a server."""
    if not is_own_machine():
        return
    here, found = data_folder().resolve(), collections.beside(started_on())
    if len(found) < 2:
        return
    st.selectbox(
        "Collection",
        found,
        index=found.index(here) if here in found else None,
        format_func=lambda path: shortened(Path(path).name, 80),
        on_change=_open_chosen,
        key=f"{CHOSEN}-{here.name}",
        width=320,
    )


def _open_chosen() -> None:
    if folder := st.session_state.get(f"{CHOSEN}-{data_folder().resolve().name}"):
        open_collection(Path(folder))


def open_collection(folder: Path) -> None:
    """Show another collection from now on."""
    if is_own_machine():
        st.session_state.pop(NEW, None)
        st.session_state.pop(newest.SHOWN, None)
        collections.choose(started_on(), folder)


def name_of_new() -> str:
    """Let the user name a new collection for what is added; empty for the one that is shown."""
    if not is_own_machine():
        return ""
    return st.text_input(
        "Into a new collection",
        placeholder="Its name, or nothing for this one",
        max_chars=60,
        width=280,
        key="new-name",
    ).strip()


def add_to_new(files: Sequence[Given], name: str, keep: Keep) -> None:
    """Make a collection of the files and build it; what is shown stays. Raises OSError."""
    if not is_own_machine():
        return
    known, folder = kept_corpus(data_folder()), collections.new_beside(started_on(), name)
    folder.mkdir(parents=True)
    try:
        keep_corpus(folder, Corpus((), known.model if known else "", known.themes if known else ""))
        keep_hints(folder, {keep(folder, file, []): file.hint for file in files})
        start_build(folder, undo=lambda: shutil.rmtree(folder, ignore_errors=True))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    st.session_state[NEW] = str(folder)


def being_made() -> Path | None:
    """The folder of the collection that this session has made and not opened yet."""
    folder = st.session_state.get(NEW)
    return Path(folder) if folder else None


def offer_new() -> None:
    """Offer the collection that was made, once its build is through."""
    folder = being_made()
    build = last_build(folder) if folder else None
    if folder is None or (build and not build.is_over):
        return
    if not (folder / CURRENT).exists():  # cancelled, or nothing could be read
        if build and build.has_failed:
            st.error(f"The collection {label_markdown(folder.name)} was not made. What the build said:")
            st.code(build.reason or "nothing", language=None, wrap_lines=True)
            shutil.rmtree(folder, ignore_errors=True)
        forget_build(folder)
        st.session_state.pop(NEW, None)
        return
    st.success(f"The collection {label_markdown(folder.name)} is there.")
    st.button("Open it", on_click=open_collection, args=(folder,), type="primary", key="open-new")
