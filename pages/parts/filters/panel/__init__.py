"""The panel of the filters: our own component, of which the browser draws what `data.py` says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.parts.scripts import DOM

HERE = Path(__file__).resolve().parent
SCRIPTS = ("sections.js", "period.js", "views.js", "panel.js")
KEY = "panel"


def _read(*names: str) -> str:
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


_PANEL = st.components.v2.component("dossier_filters", css=_read("panel.css"), js=DOM + _read(*SCRIPTS))


def draw_panel(data: dict[str, object], on_open: Callable[[], None], on_act: Callable[[], None]) -> None:
    """Draw the panel. `on_open` is called when a section was opened or closed, `on_act` when a filter was clicked;
    `sent` says which."""
    _PANEL(key=KEY, data=data, on_opened_change=on_open, on_actions_change=on_act)


def sent(name: str) -> object:
    """What the browser sent, in a callback: `opened` for what is open, `actions` for the clicks."""
    state = st.session_state.get(KEY)
    return state.get(name) if state else None
