"""The sentences behind a number: as many as it says, each with its report, who says so, and the way to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Cuts, Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows
from pages.parts import address, words
from pages.parts.drawing.draw import Mark, say
from pages.parts.evidence.marking import Span, quoted, spans_of
from pages.parts.evidence.profile_links import profile_link, profile_links
from pages.parts.filters import selected
from pages.parts.filters.naming import entity_labels
from pages.parts.links import REPORT, address_of, anchor
from pages.parts.palette import theme_class
from pages.parts.safe import is_empty, shortened, text
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
        slot = st.container(gap="small")
        number = 1
        if total > PAGE:
            of = address.digest(selection, mark.cuts)  # the list of another mark begins at its start
            number = st.pagination(-(-total // PAGE), **address.held_page(f"page-{key}", -(-total // PAGE), of=of))
        page = ((number - 1) * PAGE, PAGE)
        with slot:
            rows = records((fact_rows if of_facts else sentence_rows)(database, selection, mark.cuts, page))
            entity_labels(database, [one for row in rows for one in _people(row)])  # one question for all cards
            st.html("".join(card_html(row, themes, ways=ways_html(row)) for row in rows))


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


def card(row: Row, themes: Sequence[str], differing: Collection[str] = ()) -> None:
    """Draw one row of FACT_ROWS or SENTENCE_ROWS, with the ways to its report and to those who are in it."""
    st.html(card_html(row, themes, differing, ways_html(row)))


def ways_html(row: Row) -> str:
    """The ways to the report of a row, and to the profiles of those who act, are acted on, and say so."""
    name = "fact" if "fact_id" in row else "sentence"
    href = address_of(REPORT, **{"doc": str(row["doc_id"]), name: str(row[f"{name}_id"])})
    names = entity_labels(current_view().database, _people(row)).values()
    people = "".join(profile_link(name, shortened(name, 40)) for name in names)
    return f'<p class="d-ways">{anchor(href, "Open in the report", "article")}{people}</p>'


def _people(row: Row) -> list[str]:
    """The ids of those who act, are acted on, and say so, each once."""
    found = [row.get(f"{part}_entity_id") for part in ("actor", "target", "source")]
    return list(dict.fromkeys(str(one) for one in found if not is_empty(one)))


def card_html(row: Row, themes: Sequence[str], differing: Collection[str] = (), ways: str = "") -> str:
    """The claim, the sentence of the report with its parts marked, those in `differing` as such, the line about it, and
    the ways from it."""
    spans = [
        _differing(span) if span.classes.removeprefix("d-") in differing else span for span in spans_of(row["spans"])
    ]
    sentence = quoted(str(row["sentence"]), spans)
    quote = f'<p class="d-quote" dir="auto">{sentence}</p>'
    meta = f'<p class="d-meta">{_line(row, themes)}</p>'
    return f'<div class="d-card">{claim_html(row)}{quote}{meta}{ways}</div>'


def claim_html(row: Row) -> str:
    """The sentence of a fact that can be read alone, as the first line of its card; nothing where it has none."""
    claim = row.get("claim")
    return "" if is_empty(claim) else f'<p class="d-claim" dir="auto">{text(claim)}</p>'


def _differing(span: Span) -> Span:
    return replace(span, classes=f"{span.classes} d-differs", title=f"{span.title}: differs")


def _line(row: Row, themes: Sequence[str]) -> str:
    parts = []
    if "status" in row:
        status = str(row["status"])
        parts.append(f'<span class="d-status d-{status}">{words.STATUS[status]}</span>')
        parts.append(theme_badge(row["theme"], themes))
        if not row["is_claim"]:
            parts.append("A detail")
        parts.append(f"Who says so: {text(row['source']) or 'the report itself'}")
        if when := words.when(row):
            parts.append(f"When: {when}")
    elif not is_empty(row["themes"]):
        parts.extend(theme_badge(theme, themes) for theme in str(row["themes"]).split("; "))
    parts.append(f"Report: {text(words.origin(row))}")
    return "".join(f"<span>{part}</span>" for part in parts)


def theme_badge(theme: object, themes: Sequence[str]) -> str:
    """The name of a theme with its colour."""
    name = "" if is_empty(theme) else str(theme)
    return f'<span class="{theme_class(name, themes)}">{text(words.theme(name))}</span>'


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
