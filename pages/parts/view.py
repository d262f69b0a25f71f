"""What the pages of a run work with, and what its rows are called."""

from __future__ import annotations

import streamlit as st

from display import words
from display.view import CLAIMS, FACTS, View

__all__ = ["FACTS", "VIEW", "View", "counted", "current_view", "noun", "unit_words"]

VIEW = "_view"


def current_view() -> View:
    """The view of this run."""
    view: View = st.session_state[VIEW]
    return view


def noun(number: int = 2) -> str:
    """What the rows of the table of facts are called in this run: claims, or facts where details show as well.

    >>> noun(), noun(1)
    ('claims', 'claim')
    """
    view: View | None = st.session_state.get(VIEW)
    unit = view.unit if view else CLAIMS
    return unit.removesuffix("s") if number == 1 else unit


def counted(number: int, unit: str = FACTS, adjective: str = "") -> str:
    """A number with the noun of its unit.

    >>> counted(1), counted(12345, adjective="dated"), counted(2, "sentences")
    ('1 claim', '12,345 dated claims', '2 sentences')
    """
    return words.number_of(number, unit_words(unit), adjective)


def unit_words(unit: str) -> str:
    """What a unit is called on the screen.

    >>> unit_words("facts"), unit_words("reports")
    ('claims', 'reports')
    """
    return noun() if unit == FACTS else unit
