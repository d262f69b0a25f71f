"""What the pages of a run work with."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from analysis.queries.database import Database
from analysis.queries.selection import Selection

VIEW = "_view"


class View(NamedTuple):
    """What a page works with: the snapshot, the selection, and all themes in their order."""

    database: Database
    selection: Selection
    themes: tuple[str, ...]


def current_view() -> View:
    """The view of this run."""
    view: View = st.session_state[VIEW]
    return view
