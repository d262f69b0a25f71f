"""Plain words on the page."""

from __future__ import annotations

import streamlit as st

from display.safe import text


def say(words: str, kind: str = "d-say") -> None:
    """A paragraph of plain words in one of the looks of style.css."""
    st.html(f'<p class="{kind}">{text(words)}</p>')
