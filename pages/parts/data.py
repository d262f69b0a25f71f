"""The published snapshot, opened once for all sessions."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from analysis.queries.database import Database, OldSnapshot
from analysis.store import CURRENT, NoSnapshot, open_snapshot
from analysis.written import Written, beside
from pages.parts.first_build import build_seeds

ROOT = Path(__file__).resolve().parents[2]
SETTING = "DOSSIER_DATA"
STORE_SETTING = "DOSSIER_STORE"


def data_folder() -> Path:
    """The folder of the snapshots: DOSSIER_DATA, or `.dossier/seeds` beside the dashboard."""
    return Path(os.environ.get(SETTING) or ROOT / ".dossier" / "seeds")


def open_database() -> Database:
    """The database of the published snapshot. It looks on every run, so a rebuild is seen at once.

    Builds the seeds when nothing is published yet; ends the page with a message when there is nothing to show.
    """
    folder = data_folder()
    if not (folder / CURRENT).exists():
        build_seeds(ROOT, folder)
    try:
        return _opened(str(folder), (folder / CURRENT).read_text(encoding="utf-8").strip())
    except (NoSnapshot, FileNotFoundError) as fault:
        if isinstance(fault, OldSnapshot):
            st.error("This snapshot was built by an older version of Dossier. Build it again, then reload the page.")
        else:
            st.error("There is no snapshot to show. Build one: python -m analysis build FOLDER --out OUT.")
        st.stop()


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(folder: str, name: str) -> Database:
    """The snapshot called `name`; the name is there so that another one is opened anew."""
    return Database(open_snapshot(Path(folder)))


def open_written() -> Written:
    """The store of what people write: DOSSIER_STORE, or a file beside the snapshots."""
    return _written(os.environ.get(STORE_SETTING) or beside(data_folder()))


@st.cache_resource(max_entries=3, show_spinner=False)
def _written(address: str) -> Written:
    return Written(address)
