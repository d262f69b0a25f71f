"""The way to a mark of the text: it is brought into sight when another one is chosen."""

from __future__ import annotations

import streamlit as st

# Streamlit has no call for it. The mark is drawn at about the same time as this runs, so it looks a few times.
CODE = """
export default function ({ data, parentElement }) {
  if (!data || !data.to || parentElement.shown === data.to) return
  parentElement.shown = data.to
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  const look = (left) => {
    const mark = [...document.querySelectorAll(data.marks)].find((one) => one.getClientRects().length)
    if (mark) mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" })
    else if (left > 0) setTimeout(() => look(left - 1), 100)
  }
  setTimeout(() => look(20), 150)
}
"""
HERE = ".d-text mark.d-here"
CHOSEN = ".d-text mark.d-chosen"

_component = st.components.v2.component("dossier_scroll", js=CODE, html="<span></span>")


def scroll_to(to: str, marks: str) -> None:
    """Bring the first of the marks into sight; `to` says what it is, and the same one is brought only once."""
    with st.container(key="scroll"):
        _component(data={"to": to, "marks": marks}, key="scroll-to", height=1)
