"""Which snapshot a session shows: the one that was published when it came, until it asks for the new one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from analysis.store import CURRENT, published_name

SHOWN = "_snapshot"  # in the session state: the folder of the snapshots, and the name of the one that is shown
SECONDS = (
    30.0  # between two looks for a new one: each takes the server 4 ms, the browser 13, nearly all Streamlit's own
)
NEW = "New reports are there: show them"


def shown(folder: Path) -> str:
    """The name of the snapshot that this session shows. Raises FileNotFoundError, UnicodeDecodeError."""
    published = _published(folder)
    of_folder, name = st.session_state.get(SHOWN, ("", ""))
    if of_folder != str(folder) or not (folder / name).is_dir():  # only so many are kept
        name = published
    st.session_state[SHOWN] = (str(folder), name)
    return str(name)


@st.fragment(run_every=SECONDS)
def say_if_new(folder: Path) -> None:
    """Offer the snapshot that was published since; looked for again and again."""
    if is_new(folder):
        with st.container(key="new-reports"):
            if st.button(NEW, icon=":material/refresh:", type="primary", key="show-new"):
                del st.session_state[SHOWN]
                st.rerun(scope="app")


def is_new(folder: Path) -> bool:
    """Whether another snapshot is published than this session shows."""
    of_folder, name = st.session_state.get(SHOWN, ("", ""))
    try:
        return bool(of_folder == str(folder) and _published(folder) != name)
    except (OSError, UnicodeDecodeError):
        return False


def _published(folder: Path) -> str:
    """The name of the published snapshot; the file that says it is read when it was replaced. Raises OSError,
    UnicodeDecodeError."""
    about = (folder / CURRENT).stat()
    return _name_in(folder, about.st_mtime_ns, about.st_ino)


@lru_cache(maxsize=8)
def _name_in(folder: Path, written: int, inode: int) -> str:
    return published_name(folder)
