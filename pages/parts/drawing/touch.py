"""Fingers on charts: a swipe scrolls the page, a tap opens a mark."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "dossier_touch", js=(Path(__file__).parent / "touch.js").read_text(encoding="utf-8"), html="<span></span>"
)


def let_fingers_scroll() -> None:
    """Do this for all charts of the page."""
    with st.container(key="touch"):
        _component(key="touch-charts", height=1)
