"""What the browser does while a report is read: it shows the place that the reader came for. Where a verb of the text
was clicked, its place in the text stays where it is."""

from __future__ import annotations

import streamlit as st

from pages.parts.browser.source import script

HERE = ".d-text mark.d-here"
CHOSEN = ".d-text mark.d-chosen"

_component = st.components.v2.component(
    "dossier_reading",
    js=script("reading.js"),
    html="<span></span>",
)


def read(to: str, marks: str, fact_id: str) -> None:
    """Bring the first of the marks into sight where it is not; `to` says what it is, and the same one is brought only
    once. `fact_id` is the fact that is open."""
    with st.container(key="scroll"):
        _component(key="reading", data={"to": to, "marks": marks, "fact": fact_id}, height=1)
