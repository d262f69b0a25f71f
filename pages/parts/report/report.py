"""A report to read: which one, its text in layers, and beside it what is open. All of it is in the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from analysis.queries.database import Database, Row, records
from analysis.queries.report import marks, sentence
from analysis.queries.rows import fact_rows, n_facts
from analysis.queries.selection import Selection
from pages.parts import address, words
from pages.parts.drawing.draw import say
from pages.parts.evidence.record import source_line, title_of
from pages.parts.links import address_of
from pages.parts.report import reader
from pages.parts.report.beside import beside
from pages.parts.report.scroll import CHOSEN, HERE, scroll_to
from pages.parts.report.steps import FACTS, FIND, Steps, draw_steps
from pages.parts.timeline.single import single_labels
from pages.parts.view import View

MOST_FACTS = 500


def show_report(view: View, row: Row) -> None:
    """The text on the left, what is open on the right."""
    st.html(reader.head_html(title_of(row["title"], row["source_id"]), source_line(row), _size(row)))
    facts, total = _facts(view.database, row["doc_id"])
    left, right = st.columns([5, 4], gap="large")
    with right, st.container(key="beside-text"):
        fact = _choose_fact(row["doc_id"], facts, total)
        asked = records(sentence(view.database, row["doc_id"], address.value("sentence")))
        beside(view, row, fact, asked[0] if asked else None)
    with left:
        steps = draw_steps(view.database, view.selection, row, fact["fact_id"] if fact else "")
        _text(view, row, (fact, asked[0] if asked else None), steps)


def _size(row: Row) -> str:
    return words.count(len(row["text"].split()), "word")


def _facts(database: Database, doc_id: str) -> tuple[pd.DataFrame, int]:
    """The facts of the report, MOST_FACTS and the one of the address, and how many there are."""
    cuts = (cut("document", doc_id),)
    total = n_facts(database, Selection(), cuts)
    facts = fact_rows(database, Selection(), cuts, (0, MOST_FACTS), "as they stand")
    asked = address.value("fact")
    if asked and total > MOST_FACTS and asked not in set(facts["fact_id"]):
        facts = pd.concat([facts, fact_rows(database, Selection(), (*cuts, cut("fact", asked)))], ignore_index=True)
    return facts, total


def _text(view: View, row: Row, opened: tuple[Row | None, Row | None], steps: Steps) -> None:
    fact, asked = opened
    layers = st.pills(
        "Marked in the text",
        list(reader.LAYERS),
        format_func=lambda layer: reader.LAYERS.get(layer, str(layer)),
        selection_mode="multi",
        wrap=True,
        **address.held_many("marks", reader.LAYERS, ["fact", "noise"]),
    )
    st.html(reader.key_html(layers) or "<span></span>")
    place = _place(steps, fact, asked)
    part = _part(row, place)
    found = marks(view.database, row["doc_id"], part)
    here = address_of("report", doc=row["doc_id"])
    spans = reader.spans(found, layers, fact["fact_id"] if fact else "", view.themes, here)
    spans = [*spans, *reader.sentence_span(asked), *steps.spans()]
    st.html(reader.text_html(row["text"], part, spans))
    asked_for = [address.value(key) for key in ("fact", "sentence", "through", "at", "find")]
    if any(asked_for):
        scroll_to(" ".join([row["doc_id"], *asked_for]), CHOSEN if _is_open(steps, asked) else HERE)


def _is_open(steps: Steps, asked: Row | None) -> bool:
    """Whether the open sentence or fact is the place to show, and no step."""
    return (asked is not None and not address.value("at")) or steps.here() is None


def _place(steps: Steps, fact: Row | None, asked: Row | None) -> int:
    """The character of the text that the reader came for."""
    here = steps.here()
    if asked is not None and not address.value("at"):
        return int(asked["start_char"])
    return int(here["start_char"]) if here else int(fact["start_char"]) if fact else 0


def _part(row: Row, place: int) -> tuple[int, int]:
    """The part of the text to show: at first the one with the place that the reader came for."""
    parts = reader.parts_of(row["text"])
    if len(parts) == 1:
        return parts[0]
    number = st.pagination(
        len(parts), max_visible_pages=9, **address.held_page("part", len(parts), reader.part_with(parts, place))
    )
    return parts[number - 1]


def _choose_fact(doc_id: str, facts: pd.DataFrame, total: int) -> Row | None:
    """Let the user choose a fact of the report; at first it is the one of the address, else the main event."""
    if facts.empty:
        say("No fact was found in this report.")
        return None
    rows = {row["fact_id"]: row for row in records(facts)}
    labels = {key: f"{n}. {label}" for n, (key, label) in enumerate(zip(rows, single_labels(facts), strict=True), 1)}
    main = next((key for key, row in rows.items() if row["is_main"]), next(iter(rows)))
    asked = address.value("fact")
    chosen = asked if asked in rows else main
    st.session_state["fact-choice"] = chosen
    of_all = f" (the first {len(rows):,})" if total > len(rows) else ""
    st.selectbox(
        f"{words.count(total, 'fact')} in this report{of_all}",
        list(rows),
        format_func=lambda key: labels.get(key, key),
        help="You can also click the verb of a fact in the text.",
        key="fact-choice",
        on_change=_fact_chosen,
        args=(doc_id,),
    )
    return rows[chosen]


def _fact_chosen(doc_id: str) -> None:
    chosen = st.session_state["fact-choice"]
    opened = {"doc": [doc_id], "fact": [chosen] if chosen else [], "through": [FACTS] if address.value(FIND) else []}
    address.write(opened | {"sentence": [], "part": [], "at": []})
