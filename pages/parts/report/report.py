"""A report to read: which one, its text in layers, and beside it what is open. All of it is in the URL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.queries.engine.database import Row, records
from analysis.queries.report import copies, facts_of, matching_facts, sentence
from analysis.queries.report_marks import marks, marks_of_facts
from analysis.queries.rows import facts_at
from display import words
from display.safe import is_empty, shortened, text
from pages.parts import address
from pages.parts.drawing.draw import say
from pages.parts.drawing.once import once
from pages.parts.evidence.record import source_line, title_of
from pages.parts.filtered_links import REPORT, address_of, address_with, anchor
from pages.parts.report import reader
from pages.parts.report.beside import beside
from pages.parts.report.reading import CHOSEN, HERE, read
from pages.parts.report.steps import FACTS, FIND, MATCHING, Steps, draw_steps
from pages.parts.timeline.single import said_words, single_labels
from pages.parts.view import View, counted, noun

MOST_FACTS = 500  # in the list; the others are found in the text


class Opened(NamedTuple):
    """What is open of a report: a fact, and the sentence that the reader came for."""

    fact: Row | None
    sentence: Row | None

    @property
    def fact_id(self) -> str:
        """The id of the fact, empty for none."""
        return str(self.fact["fact_id"]) if self.fact else ""


def show_report(view: View, row: Row) -> None:
    """The text on the left, what is open on the right."""
    st.html(
        reader.head_html(title_of(row["title"], row["source_id"]), source_line(row), _size(row), _copies(view, row))
    )
    facts = facts_of(view.database, row["doc_row"], view.selection.details, address.value("fact"))
    left, right = st.columns([5, 4], gap="large")
    with right, st.container(key="beside-text"):
        matching = _matching(view, row, len(facts))
        fact_row = _choose_fact(view, row, len(facts), matching)
        fact = records(facts_at(view.database, [fact_row]))[0] if fact_row is not None else None
        said = address.value("sentence")
        asked = records(sentence(view.database, row["doc_row"], said)) if said else []
        if said and not asked:
            address.leave_out("sentence", said)
        opened = Opened(fact, asked[0] if asked else None)
        beside(view, row, *opened)
    with left:
        steps = draw_steps(view, row, facts, opened.fact_id, matching)
        _text(view, row, opened, steps)


def _matching(view: View, row: Row, n_facts: int) -> list[str]:
    """The facts for which the report is in the selection; none where all are, or where a filter of words says better
    where to look."""
    found = matching_facts(view.database, view.selection, row["doc_row"])
    return found if len(found) < n_facts else []


def _size(row: Row) -> str:
    """The words that are analysed, as the page Documents counts them; of a text that is not analysed all."""
    return words.count(int(row["n_words"]) or len(row["text"].split()), "word")


def _copies(view: View, row: Row) -> str:
    """The line about reports of the same text, as HTML; by their files, since they often have one headline."""
    others = records(copies(view.database, row["doc_row"]))
    links = [anchor(address_of(REPORT, doc=one["doc_id"]), text(one["source_id"])) for one in others]
    return reader.copies_html(not is_empty(row["copy_of"]), links)


def _text(view: View, row: Row, opened: Opened, steps: Steps) -> None:
    layers = st.pills(
        "Marked in the text",
        list(reader.LAYERS),
        format_func=lambda layer: reader.layer_words(str(layer)),
        selection_mode="multi",
        wrap=True,
        **address.held_many("marks", reader.LAYERS, ["fact", "noise"]),
    )
    st.html(reader.key_html(layers) or "<span></span>")
    number, part = _part(row, _place(steps, opened))
    found = _marks(view, row["doc_row"], part, tuple(layers), opened.fact_id)
    here = _address(row["doc_id"], number)
    spans = reader.spans(found, layers, opened.fact_id, view.themes, address_with(REPORT, here))
    spans = [*spans, *reader.claim_spans(opened.fact), *reader.sentence_span(opened.sentence), *steps.spans()]
    st.html(reader.text_html(row["text"], part, spans))
    if opened.fact:
        st.html(_below(opened.fact))
    asked_for = [address.value(key) for key in ("fact", "sentence", "through", "at", "find")]
    is_sought = any(asked_for) or steps.kind == MATCHING
    to = " ".join([row["doc_id"], *asked_for]) if is_sought else ""
    shown = CHOSEN if _is_open(steps, opened) else HERE
    read(to, shown, opened.fact_id)


@once
def _marks(view: View, doc_row: int, part: tuple[int, int], layers: tuple[str, ...], opened: str) -> pd.DataFrame:
    """MARKS of a part of the text, those of its facts first; `opened` is the one that is open."""
    facts = facts_of(view.database, doc_row, view.selection.details, opened)
    return pd.concat([marks_of_facts(facts, part), marks(view.database, doc_row, part, layers)])


def _address(doc_id: str, part: int) -> address.Query:
    """The address of what is read, without a fact; the part of the text stays the same when one is opened."""
    kept = {key: said for key, said in address.query().items() if key not in ("fact", "sentence")}
    return kept | {"doc": [doc_id]} | ({"part": [str(part)]} if part else {})


def _below(fact: Row) -> str:
    """On a narrow screen what is open stands below the text: which fact it is, and the way there."""
    named = said_words(fact)
    return f'<p class="d-below-text"><a class="d-below" href="#beside">{text(shortened(named, 60))}: see below</a></p>'


def _is_open(steps: Steps, opened: Opened) -> bool:
    """Whether the open sentence or fact is the place to show, and no step."""
    return (opened.sentence is not None and not address.value("at")) or steps.here() is None


def _place(steps: Steps, opened: Opened) -> int:
    """The character of the text that the reader came for."""
    here = steps.here()
    if opened.sentence is not None and not address.value("at"):
        return int(opened.sentence["start_char"])
    return int(here["start_char"]) if here else int(opened.fact["start_char"]) if opened.fact else 0


def _part(row: Row, place: int) -> tuple[int, tuple[int, int]]:
    """The number of the part of the text to show, and its bounds: at first the one with the place that the reader came
    for. A short text has one part, without a number."""
    parts = reader.parts_of(row["text"])
    if len(parts) == 1:
        return 0, parts[0]
    number = st.pagination(
        len(parts), max_visible_pages=9, **address.held_page("part", len(parts), reader.part_with(parts, place))
    )
    return number, parts[number - 1]


class Choices(NamedTuple):
    """The facts to choose from: the words of each and the row of the table by id, and the one that is open at first."""

    labels: Mapping[str, str]
    rows: Mapping[str, int]
    main: str


@once
def _choices(view: View, doc_row: int, asked: str) -> Choices:
    """The facts of the report, of many the first ones, the main event, and the one that is asked for."""
    facts = facts_of(view.database, doc_row, view.selection.details, asked)
    listed = facts.head(MOST_FACTS)
    if len(facts) > MOST_FACTS:
        others = facts.iloc[MOST_FACTS:]
        listed = pd.concat([listed, others[(others["fact_id"] == asked) | others["is_main"]]])
    rows = {row["fact_id"]: row for row in records(listed)}
    numbered = zip(rows, listed.index, single_labels(listed), strict=True)
    labels = {key: f"{number + 1:,}. {label}" for key, number, label in numbered}
    main = next((key for key, row in rows.items() if row["is_main"]), next(iter(rows)))
    return Choices(labels, {key: int(row["fact_row"]) for key, row in rows.items()}, main)


def _choose_fact(view: View, row: Row, n_facts: int, matching: Sequence[str]) -> int | None:
    """Let the user choose a fact of the report; at first it is the one of the URL, else the first that the filters
    let through, else the main event. Its row of the table comes back."""
    if not n_facts:
        say(row["reason"] if isinstance(row["reason"], str) else f"No {noun(1)} was found in this report.")
        return None
    asked = address.value("fact")
    labels, rows, main = _choices(view, row["doc_row"], asked)
    if asked and asked not in rows:
        address.leave_out(noun(1), asked)
    chosen = asked if asked in rows else next((key for key in matching if key in rows), main)
    st.session_state["fact-choice"] = chosen
    of_all = f" (the first {MOST_FACTS:,})" if n_facts > MOST_FACTS else ""
    st.selectbox(
        f"{counted(n_facts)} in this report{of_all}",
        list(rows),
        format_func=lambda key: labels.get(key, key),
        help="You can also click the verb of one in the text.",
        key="fact-choice",
        on_change=_fact_chosen,
        args=(row["doc_id"],),
    )
    return rows[chosen]


def _fact_chosen(doc_id: str) -> None:
    chosen = st.session_state["fact-choice"]
    opened = {"doc": [doc_id], "fact": [chosen] if chosen else [], "through": [FACTS] if address.value(FIND) else []}
    address.write(opened | {"sentence": [], "part": [], "at": []})
