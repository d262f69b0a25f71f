"""The active filters above a page: what is let through and what is hidden, each taken away by one click."""

from __future__ import annotations

import streamlit as st

from analysis.fields.cut import Cuts
from analysis.index import NoIndex
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts, reports_behind
from display import words
from display.filters.in_words import active, chip_words
from display.safe import label_markdown, text
from pages.parts.filtered_links import FACTS, address_of
from pages.parts.filters import selected
from pages.parts.saying import say
from pages.parts.view import counted, noun


def draw_chips(database: Database, selection: Selection) -> None:
    """Draw a chip for each filter, and how much they let through."""
    total = n_facts(database, selection.without_filters())
    if selection.is_everything():  # a line as high as the chips, so that the first filter moves nothing
        stand = f"{words.in_reports(*reports_behind(database, selection))}. " if total else ""
        hint = "Open the filters, or click anything in a chart, to see fewer."
        st.html(f'<p class="d-all"><strong>{_all_of(counted(total))}, none filtered out.</strong> {stand}{hint}</p>')
        return
    shown = n_facts(database, selection)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="active-filters"):
        st.html(f'<p class="d-count">{_all_of(f"Showing {shown:,} of {counted(total)}:")}</p>', width="content")
        for number, (cuts, is_hidden) in enumerate(active(selection)):
            _chip(database, cuts, is_hidden, number)
        if shown:
            stand = words.in_reports(*reports_behind(database, selection))
            st.html(f'<p class="d-count">{stand}</p>', width="content")
        st.button(
            "Show everything",
            on_click=selected.take_all_away,
            icon=":material/filter_alt_off:",
            key="show-everything",
            type="tertiary",
        )
    if "words" in selection.all_fields() and not has_index(database):
        say(
            "A filter by words finds nothing here: this snapshot has no search index, an older version built it. "
            "Build it again, then reload."
        )
    elif not shown:
        say(f"No {noun(1)} fits all of these at once.")


def _all_of(said: str) -> str:
    """The count as a link to the list of what it counts."""
    return f'<a class="d-number" href="{text(address_of(FACTS))}">{said}</a>'


def has_index(database: Database) -> bool:
    """Whether words can be looked for in the snapshot."""
    try:
        _ = database.search
    except NoIndex:
        return False
    return True


def _chip(database: Database, cuts: Cuts, is_hidden: bool, number: int) -> None:
    named = chip_words(database, cuts)
    st.button(
        # `not` is for screen readers, which do not announce the line through the words.
        f"not ~~{label_markdown(named)}~~" if is_hidden else label_markdown(named),
        key=f"{'not' if is_hidden else 'only'}-chip-{number}",
        icon=":material/block:" if is_hidden else ":material/close:",
        help=f"{'Hidden' if is_hidden else 'Only this is shown'}: click to take the filter away",
        on_click=selected.take_away,
        args=(database, cuts, is_hidden),
    )
