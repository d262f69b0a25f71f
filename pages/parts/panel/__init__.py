"""The panel of the filters: our own component, of which the browser draws what pages/parts/panel/data.py says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
SCRIPTS = ("dom.js", "sections.js", "period.js", "views.js", "panel.js")
KEY = "panel"


def _read(*names: str) -> str:
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


_PANEL = st.components.v2.component("dossier_filters", css=_read("panel.css"), js=_read(*SCRIPTS))


def draw_panel(data: dict[str, object], on_act: Callable[[], None]) -> None:
    """Draw the panel. `on_act` is called when a filter was clicked; `sent` says which."""
    _PANEL(key=KEY, data=data, on_opened_change=_nothing, on_actions_change=on_act)


def sent(name: str) -> object:
    """What the browser last sent: `opened` for what is open, `actions` for the clicks, in a callback."""
    state = st.session_state.get(KEY)
    return state.get(name) if state else None


def _nothing() -> None:
    """What is open only changes what the panel shows, in the run that follows."""
