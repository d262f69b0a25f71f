"""Fingers on charts: a swipe scrolls the page, a tap opens a mark."""

from __future__ import annotations

import streamlit as st

# Streamlit 1.67 gives every chart that can be clicked a drag mode, with which plotly keeps each move of a finger to
# itself: a page would stand still wherever a chart is under the thumb. Plotly does not hear of a touch here, so the
# browser scrolls, or makes a click of a tap.
CODE = """
const keep = event => { if (event.target.closest?.(".js-plotly-plot .draglayer")) event.stopPropagation() }
export default function () {
  document.addEventListener("touchstart", keep, { capture: true, passive: true })
}
"""

_component = st.components.v2.component("dossier_touch", js=CODE, html="<span></span>")


def let_fingers_scroll() -> None:
    """Do this for all charts of the page."""
    with st.container(key="touch"):
        _component(key="touch-charts", height=1)
