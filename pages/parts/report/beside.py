"""What stands beside the text of a report: the record of the open fact, what is like it elsewhere, and a citation."""

from __future__ import annotations

import streamlit as st

from analysis.index import NoIndex
from analysis.queries.engine.database import Row, records
from analysis.queries.report import sentence
from analysis.queries.search import like_sentences
from display.evidence.citation import FORMATS
from pages.parts.choose import choose
from pages.parts.drawing.draw import say
from pages.parts.evidence.evidence import sentences_html
from pages.parts.evidence.likeness import draw_like_facts
from pages.parts.evidence.record import record
from pages.parts.view import View

MOST = 200  # characters that are quoted of a report without facts
HEIGHT = 560  # pixels; of four like sentences
TABS = {"record": "Record", "sentences": "Like text", "facts": "Told alike", "cite": "Cite"}


def beside(view: View, row: Row, fact: Row | None, asked: Row | None) -> None:
    """Draw what the user chose to see beside the text; `asked` is the sentence that the reader came for."""
    shown = choose("Beside the text", TABS, "record", "beside")
    if shown == "cite":
        _citation(view, row, fact, asked)
    elif fact is None and asked is None:
        return
    elif shown == "sentences":
        _like_sentences(view, str((asked or fact or {})["sentence_id"]))
    elif fact and shown == "facts":
        draw_like_facts(view.database, fact, view.themes, "open-fact")
    elif fact:
        record(view, fact)


def _like_sentences(view: View, sentence_id: str) -> None:
    """The sentences of other reports that are like this one."""
    try:
        with st.skeleton(height=HEIGHT):
            found = records(like_sentences(view.database, sentence_id))
    except NoIndex:
        say("This snapshot has no search index. Build it again to see like sentences.")
        return
    if not found:
        say("No sentence of another report is like this one.")
        return
    say("Sentences of other reports that share its rarer words; what they share is marked.", "d-note")
    st.html(sentences_html(found, view.themes))


def _citation(view: View, row: Row, fact: Row | None, asked: Row | None) -> None:
    """The sentence as a citation to copy: the one that the reader came for, else that of the open fact."""
    span = _span(view, row, fact, asked)
    name = choose("Format", {key: title for key, (title, _) in FORMATS.items()}, "text", "citation")
    say("The sentence with its source. The button in the corner copies it.", "d-note")
    st.code(FORMATS[name][1](row, span, view.database.snapshot.name), language=None, wrap_lines=True)


def _span(view: View, row: Row, fact: Row | None, asked: Row | None) -> tuple[int, int]:
    known = [asked] if asked else []
    if fact and not asked:
        known = records(sentence(view.database, row["doc_row"], fact["sentence_id"]))
    return (int(known[0]["start_char"]), int(known[0]["end_char"])) if known else (0, min(len(row["text"]), MOST))
