"""What is shared, in words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.queries import overview
from display import day_words
from display.lead import lead_words
from display.safe import text
from pages.parts import address
from pages.parts.share.kept import NO, TEXTS
from sharing.shared import Shared

WITH, WITHOUT = "With the texts", "Without the texts"
MEANING = {
    WITH: "Claims stand beside whole sentences of the reports.",
    WITHOUT: "For texts that may not be passed on: numbers, terms, and quotations of at most 25 words.",
}
EVERYTHING = "Everything: no filter is set"


def say_what(shared: Shared) -> None:
    """Draw what is shared: filters, counts, snapshot, day; and let the user choose whether with texts."""
    view = shared.view
    counts = overview.overview_counts(view.database, view.selection).iloc[0]
    with st.container(border=True, key="share-what"):
        st.html(what_html(shared, lead_words(counts, view.unit)))
        chosen = st.segmented_control(
            "Texts of the reports",
            [WITH, WITHOUT],
            required=True,
            **address.held(TEXTS, [WITH, WITHOUT], WITH, lambda one: NO if one == WITHOUT else "yes"),
        )
        st.html(f'<p class="d-note">{MEANING.get(str(chosen), MEANING[WITH])}</p>')


def what_html(shared: Shared, lead: str) -> str:
    """The view in words."""
    filters = "; ".join(shared.filters) or EVERYTHING
    day = day_words.day(pd.Timestamp(shared.at))
    snapshot = text(shared.view.database.snapshot.name)
    return (
        f'<h2 class="d-title">This view</h2><p class="d-say"><strong dir="auto">{text(filters)}</strong></p>'
        f'<p class="d-say">{text(lead)}</p><p class="d-note">From {snapshot}, {day}.</p>'
    )
