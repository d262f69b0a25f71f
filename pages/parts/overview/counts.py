"""The overview: its first sentence, its figures and its charts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from display import words
from display.counting import counting_html
from display.fields.choice import YES
from display.fields.said_by import REPORT_ITSELF
from display.lead import lead_words
from display.safe import text
from pages.parts.drawing.draw import say
from pages.parts.filtered_links import FACTS, PEOPLE, REPORT, address_of, anchor
from pages.parts.view import noun

ENOUGH_FOR_TIME = 8  # reports; of fewer a chart over time says less than the list of what is new


def lead(counts: pd.Series[Any], questions: str) -> None:
    """Draw the selection in a sentence and in figures, how they are counted, then the questions, which are HTML."""
    st.html(f'<p class="d-lead">{text(lead_words(counts, noun()))}</p>{figures(counts)}{counting_html()}{questions}')


def figures(counts: pd.Series[Any]) -> str:
    """The selection in figures, each a link to what it counts, as HTML."""
    items = (
        anchor(href, f"<span>{name}</span> <strong>{int(counts[number]):,}</strong>", more=f'title="{text(meaning)}"')
        for name, number, href, meaning in (
            ("Reports", "n_reports", address_of(REPORT), "The reports that the filters let through"),
            (noun().capitalize(), "n_facts", address_of(FACTS), f"All {noun()} that the filters let through"),
            (
                f"{noun().capitalize()} with a day",
                "n_dated",
                address_of(FACTS, dated=YES),
                "The text says when it happened",
            ),
            (
                f"{noun().capitalize()} with a speaker",
                "n_attributed",
                address_of(FACTS, **{"not-said_by": REPORT_ITSELF}),
                "Somebody else than the report says it: a person, an organisation, a source without a name",
            ),
            ("People, organisations, places", "n_entities", address_of(PEOPLE), "Who and what is named"),
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
