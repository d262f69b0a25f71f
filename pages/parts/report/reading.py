"""What the browser does while a report is read: it shows the place that the reader came for, and says which verb of the
text was clicked, so that its fact opens without a reload. The place in the text stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

HERE = ".d-text mark.d-here"
CHOSEN = ".d-text mark.d-chosen"
KEY = "reading"

_component = st.components.v2.component(
    "dossier_reading",
    js=(Path(__file__).parent / "reading.js").read_text(encoding="utf-8"),
    html="<span></span>",
)


def read(to: str, marks: str, fact_id: str, on_open: Callable[[], None]) -> None:
    """Bring the first of the marks into sight where it is not; `to` says what it is, and the same one is brought only
    once. `fact_id` is the fact that is open; `on_open` is called when another is clicked in the text, `clicked` says
    which."""
    with st.container(key="scroll"):
        _component(key=KEY, data={"to": to, "marks": marks, "fact": fact_id}, height=1, on_opened_change=on_open)


def clicked() -> str:
    """The id of the fact that was clicked, in a callback; empty for what is none."""
    state = st.session_state.get(KEY)
    fact_id = state.get("opened") if state else None
    return fact_id if isinstance(fact_id, str) else ""
