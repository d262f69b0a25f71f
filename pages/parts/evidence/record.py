"""The record of a fact: its sentence, every field with the words that it was found in, and how it was found."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.queries.engine.database import Row
from display import day_words, words
from display.amounts import amounts
from display.claims.claim_sentence import themes_of
from display.fields import ENTRIES, column_title
from display.safe import is_empty, text, web_address
from pages.parts.claims.claim import ALONE, Look, claims_html
from pages.parts.evidence.likeness import draw_like_facts
from pages.parts.view import View, noun


def record(view: View, row: Row) -> None:
    """Draw the record of one row of FACT_ROWS, with what belongs to it."""
    claim = claims_html(view, [row], Look(is_open=True, has_ways=False, has_tools=False, has_report=False))
    st.html(claim + table_of_fields(row))


def table_of_fields(row: Row) -> str:
    """Every field of the record as HTML."""
    return f'<table class="d-record"><tbody>{"".join(_field(*field) for field in fields(row))}</tbody></table>'


def fields(row: Row) -> list[tuple[str, str, str]]:
    """Name, value and remark of each field of the record; a field that the text does not fill says so."""
    when = day_words.when(row)
    said = f"“{row['timex']}”" if not is_empty(row["timex"]) else ""
    score = float(str(row["score"]))
    return [
        (column_title("actor"), _value(row["actor"]), _known_as(row["actor"], row["actor_name"])),
        (column_title("action"), _value(row["action"]), _event_class(row["event_class"])),
        (column_title("target"), _value(row["target"]), _known_as(row["target"], row["target_name"])),
        *_stated(column_title("recipient"), row["recipient"], _known_as(row["recipient"], row["recipient_name"])),
        *_stated(column_title("amount"), amounts(row), f"“{row['amounts']}”"),
        (column_title("site"), _value(row["place"]), _known_as(row["place"], row["place_name"])),
        (column_title("period"), when or "not stated", said),
        (column_title("status"), words.STATUS[str(row["status"])], words.STATUS_MEANING[str(row["status"])]),
        *_plan(row),
        (ENTRIES["certainty"].title, words.CERTAINTY[str(row["certainty"])], _tense(row)),
        (column_title("said_by"), _source(row), "in quotation marks" if row["is_quote"] else ""),
        *_stated(column_title("said_on"), day_words.days(row["said_first_day"], row["said_end_day"])),
        (column_title("theme"), ", ".join(words.theme(one) for one in themes_of(row)), ""),
        ("Main event of its report", "Yes" if row["is_main"] else "No", ""),
        ("Claim or detail", "Claim" if row["is_claim"] else "Detail", f"worth writing down: {float(row['worth']):.0%}"),
        (column_title("rule"), _value(row["rule"]), f"right as it stands: {score:.0%}"),
        ("How its fields were found", _value(row["how"]), ""),
    ]


def _stated(name: str, value: object, remark: str = "") -> list[tuple[str, str, str]]:
    """A field that few facts have: only where the text states it."""
    return [] if is_empty(value) else [(name, str(value), remark)]


def _plan(row: Row) -> list[tuple[str, str, str]]:
    """The kind of plan, of what is one."""
    return [] if is_empty(row["plan"]) else [("Kind of plan", words.PLAN[row["plan"]], words.PLAN_MEANING[row["plan"]])]


def source_line(row: Row) -> str:
    """Publisher and day of a report as HTML, with a link where it has a web address."""
    line = text(words.origin(row))
    if address := web_address(row["url"]):
        line += f' · <a href="{text(address)}" rel="noopener noreferrer nofollow">Original</a>'
    return line


def title_of(title: object, source_id: object) -> str:
    """The headline, or the file's name where there is none."""
    return str(source_id) if is_empty(title) else str(title)


def _field(name: str, value: str, remark: str) -> str:
    note = f'<small dir="auto">{text(remark)}</small>' if remark else ""
    return f'<tr><th scope="row">{text(name)}</th><td><span dir="auto">{text(value)}</span>{note}</td></tr>'


def _value(words_of_text: object) -> str:
    return "not stated" if is_empty(words_of_text) else str(words_of_text)


def _known_as(said: object, name: object) -> str:
    return "" if is_empty(name) or name == said else f"listed as {name}"


def _event_class(name: object) -> str:
    return "" if is_empty(name) else f"kind of event: {words.EVENT_CLASS[str(name)]}"


def _tense(row: Row) -> str:
    tense = "" if is_empty(row["tense"]) else f"{words.TENSE[str(row['tense'])].lower()}, seen from the text"
    denied = "said not to be so" if row["polarity"] == "negative" else ""
    return "; ".join(part for part in (denied, tense) if part)


def _source(row: Row) -> str:
    return "the report itself" if is_empty(row["source"]) else str(row["source"])


def record_box(view: View, row: Row, key: str, bar: Callable[[], None] | None = None) -> None:
    """Draw the record in a box of its own: the claim with its sentence, what `bar` draws, then every field, then what
    other reports have that is like it."""
    with st.container(border=True, key=key):
        st.html(claims_html(view, [row], ALONE))
        if bar:
            bar()
        st.header(f"The record of the {noun(1)}", anchor=False)
        st.html(table_of_fields(row))
        draw_like_facts(view.database, row, view.themes, key)
