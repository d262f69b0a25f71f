"""Which report, and which fact of it, is open: kept in the address as `doc`, `fact` and `sentence`."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from analysis.queries.database import Database, Row, records
from analysis.queries.report import marks, report, reports, sentence
from analysis.queries.rows import fact_rows, n_facts
from analysis.queries.selection import Selection
from pages.parts import address, reader, words
from pages.parts.draw import say
from pages.parts.links import address_of
from pages.parts.panels.timeline import single_labels
from pages.parts.record import record, source_line, title_of

MOST_FACTS = 500


def choose_report(database: Database, selection: Selection) -> Row | None:
    """Let the user choose among the reports of the selection; the report of the address comes first."""
    found = records(reports(database, selection))
    asked = address.value("doc")
    known = {row["doc_id"]: _label(row) for row in found}
    opened = records(report(database, asked)) if asked else []
    if opened and asked not in known:
        known = {asked: f"{_label(opened[0])} (outside the filters)"} | known
    if not known:
        return None
    if asked and not opened:
        say("The report of this link is not in this collection any more. Here is another one.")
    doc_id = _follow_address("doc", list(known), asked if opened else next(iter(known)))
    st.selectbox(
        f"Report ({words.count(len(found), 'report')} in the selection)",
        list(known),
        format_func=lambda key: known.get(key, key),
        key="doc-choice",
        on_change=_chosen,
        args=("doc", "doc-choice"),
    )
    return opened[0] if opened and opened[0]["doc_id"] == doc_id else records(report(database, doc_id))[0]


def show_report(database: Database, row: Row, themes: Sequence[str]) -> None:
    """The text on the left, the record of the open fact on the right."""
    doc_id = row["doc_id"]
    cuts = (cut("document", doc_id),)
    total = n_facts(database, Selection(), cuts)
    facts = fact_rows(database, Selection(), cuts, (0, MOST_FACTS), "as they stand")
    asked = address.value("fact")
    if asked and total > MOST_FACTS and asked not in set(facts["fact_id"]):
        facts = pd.concat([facts, fact_rows(database, Selection(), (*cuts, cut("fact", asked)))], ignore_index=True)
    left, right = st.columns([3, 2], gap="large")
    with right:
        fact = _choose_fact(facts, total)
        if fact:
            record(fact, themes, "open-fact", with_link=False)
    with left:
        _text(database, row, fact, themes)


def _text(database: Database, row: Row, fact: Row | None, themes: Sequence[str]) -> None:
    note = words.count(len(row["text"].split()), "word")
    st.html(reader.head_html(title_of(row["title"], row["source_id"]), source_line(row), note))
    layers = st.pills(
        "Marked in the text",
        list(reader.LAYERS),
        format_func=lambda layer: reader.LAYERS.get(layer, str(layer)),
        selection_mode="multi",
        **address.held_many("marks", reader.LAYERS, ["fact", "noise"]),
    )
    st.html(reader.key_html(layers) or "<span></span>")
    asked = records(sentence(database, row["doc_id"], address.value("sentence")))
    part = _part(row, fact, asked[0]["start_char"] if asked else None)
    found = marks(database, row["doc_id"], part)
    here = address_of("report", doc=row["doc_id"])
    spans = reader.spans(found, layers, fact["fact_id"] if fact else "", themes, here)
    st.html(reader.text_html(row["text"], part, [*spans, *reader.sentence_span(asked[0] if asked else None)]))


def _part(row: Row, fact: Row | None, asked: int | None) -> tuple[int, int]:
    """The part of the text to show: at first the one with the sentence or the fact that the reader came for."""
    parts = reader.parts_of(row["text"])
    if len(parts) == 1:
        return parts[0]
    wanted = asked if asked is not None else fact["start_char"] if fact else 0
    number = st.pagination(
        len(parts), default=reader.part_with(parts, wanted), key=f"part-{row['doc_id']}-{wanted}", max_visible_pages=9
    )
    return parts[number - 1]


def _choose_fact(facts: pd.DataFrame, total: int) -> Row | None:
    """Let the user choose a fact of the report; at first it is the one of the address, else the main event."""
    if facts.empty:
        say("No fact was found in this report.")
        return None
    rows = {row["fact_id"]: row for row in records(facts)}
    labels = {key: f"{n}. {label}" for n, (key, label) in enumerate(zip(rows, single_labels(facts), strict=True), 1)}
    main = next((key for key, row in rows.items() if row["is_main"]), next(iter(rows)))
    asked = address.value("fact")
    chosen = _follow_address("fact", list(rows), asked if asked in rows else main)
    of_all = f" (the first {len(rows):,})" if total > len(rows) else ""
    st.selectbox(
        f"{words.count(total, 'fact')} in this report{of_all}",
        list(rows),
        format_func=lambda key: labels.get(key, key),
        help="You can also click the verb of a fact in the text.",
        key="fact-choice",
        on_change=_chosen,
        args=("fact", "fact-choice"),
    )
    return rows.get(chosen) if chosen else None


def _follow_address(name: str, known: Sequence[str], wanted: str) -> str:
    """Set the select box to what the address says before it is drawn; what it then shows."""
    key = f"{name}-choice"
    value = wanted if wanted in known else None
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return value or ""


def _chosen(name: str, key: str) -> None:
    """Put the choice of the select box into the address."""
    gone: address.Query = {"fact": [], "sentence": []} if name == "doc" else {"sentence": []}
    address.write(gone | {name: [st.session_state[key]] if st.session_state[key] else []})


def _label(row: Row) -> str:
    day: str = f", {words.day(row['published'])}" if pd.notna(row["published"]) else ""
    return f"{title_of(row['title'], row['source_id'])} ({words.publisher(row['publisher'])}{day})"
