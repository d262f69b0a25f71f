"""Plain words on the page."""

from __future__ import annotations

import streamlit as st

from display.safe import text


def say(words: str, kind: str = "d-say") -> None:
    """A paragraph of plain words in one of the looks of style.css."""
    st.html(f'<p class="{kind}">{text(words)}</p>')


def say_method(words: str) -> None:
    """How something is computed, in the terms of the field, to fold out."""
    st.html(
        f'<details class="d-fold"><summary>How this is computed</summary><p class="d-note">{text(words)}</p></details>'
    )
