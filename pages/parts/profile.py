"""One person, body or place: its names and why they are one, its offices, what it does, what it says."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from analysis.queries.database import Database
from analysis.queries.people import name_forms, profile, roles
from analysis.queries.rows import n_facts
from analysis.queries.selection import Selection
from pages.parts import address, selected
from pages.parts.draw import Mark
from pages.parts.evidence import evidence, open_one
from pages.parts.panels import people as panel

SIDES = {
    "As the one who acts": "actor",
    "As the one it is done to": "target",
    "As the place": "site",
    "As the one who says so": "said_by",
    "Every fact with it": "entity",
}


def choose_and_show(database: Database, selection: Selection, found: pd.DataFrame, themes: Sequence[str]) -> None:
    """Let the user choose one of NAMED and show it."""
    labels = dict(zip(panel.name_labels(found), found["entity_id"], strict=True))
    with st.container(border=True, key="profile"):
        st.header("Look at one of them", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            label = st.selectbox(
                "Name", list(labels), width=420, **address.held("profile-of", labels, next(iter(labels)))
            )
            entity_id = str(labels[label])
            st.button(
                "Show only this, on every page",
                icon=":material/filter_alt:",
                on_click=selected.only,
                args=(database, (cut("entity", entity_id),)),
            )
        rows = profile(database, entity_id)
        if len(rows):
            panel.profile_head(rows.iloc[0], roles(database, entity_id))
        left, right = st.columns([3, 2])
        with left:
            panel.forms_table(name_forms(database, entity_id))
        with right:
            mark = open_one(_marks(database, selection, entity_id), "Its facts in the selection", "profile")
    evidence(database, selection, mark, "profile", themes)


def _marks(database: Database, selection: Selection, entity_id: str) -> list[Mark]:
    marks = [Mark(label, (cut(side, entity_id),), 0) for label, side in SIDES.items()]
    counted = [Mark(mark.label, mark.cuts, n_facts(database, selection, mark.cuts)) for mark in marks]
    return [mark for mark in counted if mark.n_rows]
