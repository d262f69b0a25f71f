"""What can be done with a value of the ledger: only this, hide this, and the sentences that have it."""

from __future__ import annotations

import streamlit as st

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Row
from analysis.queries.rows import n_facts
from display.fields.chip import chip
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.drawing.draw import Mark, say
from pages.parts.evidence.evidence import actions, evidence
from pages.parts.facts.columns import ways
from pages.parts.view import View, counted, noun


def value_bar(view: View, row: Row, name: str, cuts: Cuts) -> None:
    """Draw the bar for the value of a column in a row; `cuts` say which facts the ledger shows."""
    database, selection, themes = view
    by_label = {chip(database, way[0]): way for way in ways(row, name)}
    if not by_label:
        return
    with st.container(key="value-bar", gap="xsmall"):
        labels = {label: label for label in by_label}
        first = next(iter(labels))
        if len(labels) == 1:
            say(first, "d-count")
        label = choose(f"All {noun()} with this", labels, first, "way") if len(labels) > 1 else first
        mark = Mark(label, (*cuts, *by_label[label]), n_facts(database, selection, (*cuts, *by_label[label])))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="value-actions"):
            say(f"{counted(mark.n_rows)} of these")
            actions(database, by_label[label], "bar")
            is_open = st.toggle("Show the sentences", **address.held("sentences", [True, False], False, _yes))
    if is_open:
        evidence(database, selection, mark, "value", themes)


def _yes(value: object) -> str:
    return "yes" if value else "no"
