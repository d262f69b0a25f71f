"""Facts of other reports that are like a fact: both sentences, and what agrees and what differs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.queries.engine.database import Database, Row, records
from analysis.queries.like_facts import PART_OF_SLOT, like_facts
from display import day_words, words
from display.safe import is_empty, text
from pages.parts.claims.claim import EVIDENCE, claim_html
from pages.parts.drawing.draw import say
from pages.parts.view import current_view, noun

HELP = (
    "What other reports tell, at most two months apart, with the same act, and the same who or whom. Who, what, to "
    "whom, where and when are compared where both have them. Only words are compared: read both sentences."
)
HEIGHT = 640  # pixels; of four like facts
SLOTS = {
    "who": "who",
    "what": "what",
    "to whom": "to whom",
    "where": "where",
    "when": "when",
    "status": "status",
}


def draw_like_facts(database: Database, row: Row, themes: Sequence[str], key: str) -> None:
    """Draw the facts that are like this row of FACT_ROWS."""
    st.header(f"Like {noun()} in other reports", anchor=False, help=HELP)
    with st.skeleton(height=HEIGHT):
        found = records(like_facts(database, row, details=current_view().selection.details))
    if not found:
        say(f"No other report has a {noun(1)} like this one.")
        return
    with st.container(key=f"like-{key}"):
        st.html("".join(_like(row, other, themes) for other in found))


def _like(row: Row, other: Row, themes: Sequence[str]) -> str:
    """What agrees and what differs, and the other fact."""
    differing = [PART_OF_SLOT[slot] for slot in slots_of(other["differ"]) if slot in PART_OF_SLOT]
    return likeness_html(row, other) + claim_html(other, themes, differing=differing, look=EVIDENCE)


def slots_of(cell: object) -> list[str]:
    """The slots of a cell of LIKE_FACTS.

    >>> slots_of("who; when"), slots_of(None)
    (['who', 'when'], [])
    """
    return [] if is_empty(cell) else str(cell).split("; ")


def likeness_html(row: Row, other: Row) -> str:
    """What agrees and what differs, with both values where they differ."""
    agree = [SLOTS[slot] for slot in (*slots_of(other["agree"]), *slots_of(other["near"]))]
    parts = ["The same words" if other["has_same_words"] else f"Agrees in {words.listed(agree)}"]
    parts += [_difference(slot, row, other) for slot in slots_of(other["differ"])]
    return f'<ul class="d-likeness">{"".join(f"<li>{part}</li>" for part in parts)}</ul>'


def _difference(slot: str, row: Row, other: Row) -> str:
    here, there = (text(_value(slot, one)) for one in (row, other))
    return f'differs in {SLOTS[slot]}: <b dir="auto">{there}</b>, here <b dir="auto">{here}</b>'


def _value(slot: str, row: Row) -> str:
    if slot == "status":
        return words.STATUS[str(row["status"])].lower()
    if slot == "when":
        return day_words.when(row)
    return str(row[PART_OF_SLOT[slot]])
