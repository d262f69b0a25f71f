"""The panel of the filters: our own component, of which the browser draws what `data.py` says.

Twelve sections with 76 values as check boxes and buttons of Streamlit (1.67) take the browser's main thread 682 ms for
another run against 56 ms, and the first page 3.4 s against 1.4 s. A check box of three states there is none.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.parts.browser.source import script, style

KEY = "panel"

_PANEL = st.components.v2.component(
    "dossier_filters",
    css=style("panel.css"),
    js=script("dom.js", "sections.js", "period.js", "views.js", "drawer.js", "panel.js"),
)


def draw_panel(data: dict[str, object], on_open: Callable[[], None], on_act: Callable[[], None]) -> None:
    """Draw the panel. `on_open` is called when a section was opened or closed, `on_act` when a filter was clicked;
    `sent` says which."""
    _PANEL(key=KEY, data=data, on_opened_change=on_open, on_actions_change=on_act)


def sent(name: str) -> object:
    """What the browser sent, in a callback: `opened` for what is open, `actions` for the clicks."""
    state = st.session_state.get(KEY)
    return state.get(name) if state else None
