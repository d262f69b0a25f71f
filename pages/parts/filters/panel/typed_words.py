"""What the fields for words show: what holds, or what was typed and cannot be read, and why; and what can be typed."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analysis.queries.engine.selection import Selection
from pages.parts.filters.panel.actions import WITHOUT, WORDS, Action, Unreadable, read_words, typed_words, words_of
from pages.parts.search.language import HELP

TYPED = "_panel_words"
UNCHANGED = "The filter stays as it was."


def keep_typed(selection: Selection, action: Action) -> None:
    """Keep what was typed and cannot be read until something else is typed or the words change; for callbacks."""
    if action.get("do") not in ("words", "clear all"):
        return
    st.session_state.pop(TYPED, None)
    typed = typed_words(action)
    try:
        read_words(*typed)
    except Unreadable as fault:
        st.session_state[TYPED] = (
            words_of(selection),
            typed,
            {"field": fault.field, "message": f"{fault.message} {UNCHANGED}"},
        )


def words_section(selection: Selection) -> dict[str, Any]:
    """The words in both fields, what is wrong in which, and the help."""
    holds = words_of(selection)
    before, typed, fault = st.session_state.get(TYPED, (None, holds, None))
    shown, wrong = (typed, fault) if before == holds else (holds, None)
    return {WORDS: shown[0], WITHOUT: shown[1], "wrong": wrong, "help": [list(line) for line in HELP]}
