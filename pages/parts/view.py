"""What the pages of a run work with, and what its rows are called."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from pages.parts import words

VIEW = "_view"
FACTS = "facts"  # the unit of what is counted in the table of facts


class View(NamedTuple):
    """What a page works with: the snapshot, the selection, and all themes in their order."""

    database: Database
    selection: Selection
    themes: tuple[str, ...]


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
    one = "fact" if view and view.selection.details else "claim"
    return one if number == 1 else f"{one}s"


def counted(number: int, unit: str = FACTS, adjective: str = "") -> str:
    """A number with the noun of its unit.

    >>> counted(1), counted(12345, adjective="dated"), counted(2, "sentences")
    ('1 claim', '12,345 dated claims', '2 sentences')
    """
    one = noun(1) if unit == FACTS else unit.removesuffix("s")
    return words.count(number, f"{adjective} {one}".strip())


def unit_words(unit: str) -> str:
    """What a unit is called on the screen.

    >>> unit_words("facts"), unit_words("reports")
    ('claims', 'reports')
    """
    return noun() if unit == FACTS else unit
