"""The sentences behind a number: as many as it says, each with its report, who says so, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences, reports_behind, sentence_rows
from display import words
from display.evidence.marking import quoted, spans_of
from display.safe import is_empty, text
from pages.parts import address
from pages.parts.claims.about import theme_badge
from pages.parts.claims.claim import EVIDENCE, claims_html
from pages.parts.claims.ways import known_people, ways_html
from pages.parts.drawing.draw import Mark, say
from pages.parts.evidence.profile_links import profile_links
from pages.parts.filters import selected
from pages.parts.view import counted, current_view

PAGE = 10


def evidence(database: Database, selection: Selection, mark: Mark | None, key: str, themes: Sequence[str]) -> None:
    """Draw what the mark counts, ten rows a page; nothing when no mark is open."""
    if mark is None:
        return
    of_facts = mark.unit == "facts"
    total = (n_facts if of_facts else n_sentences)(database, selection, mark.cuts)
    with st.container(key=f"evidence-{key}", border=True):
        _head(database, mark, key)
        say(f"{mark.label}: {counted(total, mark.unit)}", "d-count")
        if not total:
            say("No sentence of the selection is behind this any more.")
            return
        say(f"{words.in_reports(*reports_behind(database, selection, mark.cuts, of_facts))}.")
        slot = st.container(gap="small")
        number = 1
        if total > PAGE:
            of = address.digest(selection, mark.cuts)  # the list of another mark begins at its start
            number = st.pagination(-(-total // PAGE), **address.held_page(f"page-{key}", -(-total // PAGE), of=of))
        page = ((number - 1) * PAGE, PAGE)
        with slot:
            rows = records((fact_rows if of_facts else sentence_rows)(database, selection, mark.cuts, page))
            st.html(claims_html(current_view(), rows, EVIDENCE) if of_facts else sentences_html(rows, themes))


def sentences_html(rows: Sequence[Row], themes: Sequence[str]) -> str:
    """A list of SENTENCE_ROWS."""
    known_people(current_view().database, rows)
    return "".join(_sentence_html(row, themes) for row in rows)


def _sentence_html(row: Row, themes: Sequence[str]) -> str:
    """A sentence with what was asked for marked, its themes, its report, and the ways from it."""
    quote = f'<p class="d-quote" dir="auto">{quoted(str(row["sentence"]), spans_of(row["spans"]))}</p>'
    of = [] if is_empty(row["themes"]) else str(row["themes"]).split("; ")
    parts = [*(theme_badge(theme, themes) for theme in of), f"Report: {text(words.origin(row))}"]
    meta = "".join(f"<span>{part}</span>" for part in parts)
    return f'<div class="d-card">{quote}<p class="d-meta">{meta}</p>{ways_html(row)}</div>'


def _head(database: Database, mark: Mark, key: str) -> None:
    """The title of the panel, and the ways to make a filter of what is open."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"head-{key}"):
        st.header("The sentences behind it", anchor=False, width="stretch")
        actions(database, mark.cuts, key)
        if profiles := profile_links(database, mark.cuts):
            st.html(profiles, width="content")


ACTIONS = (
    ("only", "Only this", ":material/filter_alt:", selected.only),
    ("hide", "Hide this", ":material/visibility_off:", selected.hide),
)
HELP = {"only": "Show nothing else, on every page", "hide": "Leave this out, on every page"}


def actions(database: Database, cuts: Cuts, key: str) -> None:
    """Draw the buttons that make filters of the cuts."""
    for name, label, icon, change in ACTIONS:
        st.button(label, key=f"{name}-{key}", icon=icon, on_click=change, args=(database, cuts), help=HELP[name])


def open_one(marks: Sequence[Mark], title: str, key: str) -> Mark | None:
    """Let the user open one of these marks, which stand in no chart; each with its number."""
    if not marks:
        return None
    counted = {mark.label: mark for mark in marks}
    chosen = st.pills(
        title,
        list(counted),
        format_func=lambda label: f"{label}: {counted[label].n_rows:,}" if label in counted else label,
        wrap=True,
        **address.held(f"open-{key}", counted),
    )
    return counted.get(chosen) if chosen else None
