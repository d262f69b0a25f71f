"""The overview: its first sentence, its figures and its charts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from display import words
from display.counting import counting_html
from display.fields.choice import YES
from display.fields.said_by import REPORT_ITSELF
from display.safe import text
from pages.parts.drawing.draw import say
from pages.parts.links import FACTS, PEOPLE, REPORT, address_of, anchor
from pages.parts.view import counted, noun

ENOUGH_FOR_TIME = 8  # reports; of fewer a chart over time says less than the list of what is new


def lead(counts: pd.Series[Any], questions: str) -> None:
    """Draw the selection in a sentence and in figures, how they are counted, then the questions, which are HTML."""
    st.html(f'<p class="d-lead">{text(lead_words(counts))}</p>{figures(counts)}{counting_html()}{questions}')


def lead_words(counts: pd.Series[Any]) -> str:
    """The words of the first sentence, from a row of COUNTS."""
    start = words.count(int(counts["n_reports"]), "report")
    if copies := int(counts["n_copies"]):
        n_independent = int(counts["n_reports"]) - copies
        start += f", {n_independent:,} independent and {copies:,} {'a copy' if copies == 1 else 'copies'},"
    if counts["n_publishers"]:
        start += f" from {words.count(int(counts['n_publishers']), 'publisher')}"
    if not pd.isna(counts["first_published"]):
        start += f", published {_between(counts['first_published'], counts['last_published'])},"
    n_reports, holds = int(counts["n_reports"]), "holds" if counts["n_reports"] == 1 else "hold"
    sentence = f"{start} {holds} {counted(int(counts['n_facts']))}{_in_some(n_reports, int(counts['n_with_facts']))}."
    if not pd.isna(counts["first_day"]):
        sentence += f" The days that they tell of lie {_between(counts['first_day'], counts['last_day'])}."
    return sentence


def _in_some(n_reports: int, n_with_facts: int) -> str:
    """In how many of the reports the claims stand, where not in all.

    >>> _in_some(800, 721), _in_some(1, 1), _in_some(3, 0)
    (', in 721 of them', '', '')
    """
    return f", in {n_with_facts:,} of them" if 0 < n_with_facts < n_reports else ""


def figures(counts: pd.Series[Any]) -> str:
    """The selection in figures, each a link to what it counts, as HTML."""
    items = (
        anchor(href, f"<span>{name}</span> <strong>{int(counts[number]):,}</strong>")
        for name, number, href in (
            ("Reports", "n_reports", address_of(REPORT)),
            (noun().capitalize(), "n_facts", address_of(FACTS)),
            ("of them dated by the text", "n_dated", address_of(FACTS, dated=YES)),
            ("of them said by someone", "n_attributed", address_of(FACTS, **{"not-said_by": REPORT_ITSELF})),
            ("People, bodies, places", "n_entities", address_of(PEOPLE)),
        )
    )
    return f'<ul class="d-figures">{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def unreadable_list(inputs: pd.DataFrame) -> None:
    """UNREADABLE_INPUTS, when there are any."""
    if inputs.empty:
        return
    st.header("What could not be read", anchor=False)
    failed = int(inputs["doc_id"].notna().sum())
    say(" ".join((*_unread_words(len(inputs) - failed), *_failed_words(failed))))
    shown = inputs[["source_id", "reason"]].rename(columns={"source_id": "Input", "reason": "Why"})
    st.dataframe(shown, hide_index=True, key="unreadable", alt="Inputs that could not be read", lazy=False)


def _unread_words(number: int) -> list[str]:
    many, are = words.count(number, "input"), "is" if number == 1 else "are"
    return [f"{many} of the folder could not be read and {are} in no number above."] if number else []


def _failed_words(number: int) -> list[str]:
    many, are = words.count(number, "report"), "is" if number == 1 else "are"
    return [f"{many} could not be analysed and {are} here without {noun()}."] if number else []


def _between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return f"on {words.day(first)}" if first == last else f"between {words.day(first)} and {words.day(last)}"
