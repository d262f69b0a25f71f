"""A switch that leaves out the facts that are trusted least."""

from __future__ import annotations

import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from pages.parts.filters import selected
from pages.parts.view import counted, noun

# Below this a row is more likely wrong than right: of 395 claims that a reader judged 73 were, and 24 of them right,
# see benchmarks/README.md.
LEAST = "0.5"
KEY = "weak-facts"


def trust_switch(database: Database, selection: Selection) -> None:
    """Draw the switch, and say how many facts it is about. It is off at first, so that all pages count the same."""
    trusted = (Cut("trust", LEAST),)
    every = selection.without("trust")
    n_weak = n_facts(database, every) - n_facts(database, every.narrowed(trusted))
    is_on = bool(selection.values("trust"))
    if not (n_weak or is_on):
        return
    st.session_state[KEY] = is_on
    st.toggle(
        f"Leave out {counted(n_weak, adjective='weak')}",
        key=KEY,
        on_change=_changed,
        args=(database,),
        help=f"{noun().capitalize()} that are less than {float(LEAST):.0%} sure to be right: mostly such whose actor "
        "is a pronoun that stands for nobody known (“they reopened it”), that break off, or whose sentence is long. "
        "How sure is learned from rows that a reader judged. The switch is a filter: it holds on every page, and a "
        "chip shows it.",
    )


def _changed(database: Database) -> None:
    now = selected.read(database).selection.without("trust")
    selected.set_to(database, now.narrowed((Cut("trust", LEAST),)) if st.session_state[KEY] else now)
