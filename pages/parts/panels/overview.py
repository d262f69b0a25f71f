"""The overview: its first sentence, its figures and its charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from pages.parts import charts, words
from pages.parts.draw import Chart, Mark, say
from pages.parts.safe import text


def lead(counts: pd.Series[Any]) -> None:
    """The selection in a sentence."""
    say(lead_words(counts), "d-lead")


def lead_words(counts: pd.Series[Any]) -> str:
    """The words of the first sentence, from a row of COUNTS."""
    start = words.count(int(counts["n_reports"]), "report")
    if counts["n_publishers"]:
        start += f" from {words.count(int(counts['n_publishers']), 'publisher')}"
    if not pd.isna(counts["first_published"]):
        start += f", published {_between(counts['first_published'], counts['last_published'])},"
    holds = "holds" if counts["n_reports"] == 1 else "hold"
    sentence = f"{start} {holds} {words.count(int(counts['n_facts']), 'fact')}."
    if not pd.isna(counts["first_day"]):
        sentence += f" What they tell happened, or is to happen, {_between(counts['first_day'], counts['last_day'])}."
    return sentence


def figures(counts: pd.Series[Any]) -> None:
    """The selection in figures."""
    shown = {
        "Reports": counts["n_reports"],
        "Facts": counts["n_facts"],
        "with a date": counts["n_dated"],
        "with a named source": counts["n_attributed"],
        "People, bodies, places": counts["n_entities"],
    }
    cells = "".join(f"<div><dt>{text(name)}</dt><dd>{int(number):,}</dd></div>" for name, number in shown.items())
    st.html(f'<dl class="d-figures">{cells}</dl>')


def theme_chart(counts: pd.DataFrame, themes: Sequence[str]) -> Chart:
    """FACTS_BY_THEME."""
    names = [words.theme(name) for name in counts["theme"]]
    return Chart(
        key="theme",
        title="Facts by theme",
        takeaway=_largest(names, counts["n_facts"], "facts"),
        figure=charts.theme_bars(counts, themes),
        marks=[
            Mark(name, (cut("theme", value),), int(n))
            for name, value, n in zip(names, counts["theme"], counts["n_facts"], strict=True)
        ],
        table=pd.DataFrame({"Theme": names, "Facts": counts["n_facts"].to_list()}),
    )


def status_chart(counts: pd.DataFrame) -> Chart:
    """FACTS_BY_STATUS."""
    names = [words.STATUS[status] for status in counts["status"]]
    total, done = int(counts["n_facts"].sum()), int(counts.loc[counts["status"] == "done", "n_facts"].sum())
    return Chart(
        key="status",
        title="What became of it",
        takeaway=_status_words(done, total),
        figure=charts.status_bars(counts),
        marks=[
            Mark(name, (cut("status", value),), int(n))
            for name, value, n in zip(names, counts["status"], counts["n_facts"], strict=True)
        ],
        table=pd.DataFrame(
            {
                "Status": names,
                "Meaning": [words.STATUS_MEANING[status] for status in counts["status"]],
                "Facts": counts["n_facts"].to_list(),
            }
        ),
    )


def publisher_chart(counts: pd.DataFrame) -> Chart:
    """FACTS_BY_PUBLISHER."""
    names = [words.publisher(name) for name in counts["publisher"]]
    return Chart(
        key="publisher",
        title="Facts by publisher",
        takeaway=_largest(names, counts["n_facts"], "facts"),
        figure=charts.bars(names, [int(n) for n in counts["n_facts"]], unit="facts"),
        marks=[
            Mark(name, (cut("publisher", value),), int(n))
            for name, value, n in zip(names, counts["publisher"], counts["n_facts"], strict=True)
        ],
        table=pd.DataFrame(
            {"Publisher": names, "Reports": counts["n_reports"].to_list(), "Facts": counts["n_facts"].to_list()}
        ),
    )


def unreadable_list(inputs: pd.DataFrame) -> None:
    """UNREADABLE_INPUTS, when there are any."""
    if inputs.empty:
        return
    st.header("What could not be read", anchor=False)
    many = words.count(len(inputs), "input")
    say(f"{many} of the folder could not be read and {'is' if len(inputs) == 1 else 'are'} in no number above.")
    shown = inputs.rename(columns={"source_id": "Input", "reason": "Why"})
    st.dataframe(shown, hide_index=True, key="unreadable", alt="Inputs that could not be read", lazy=False)


def _status_words(done: int, total: int) -> str:
    """How much of it is said to have happened."""
    if total == 1:
        return "The one fact is said to have happened." if done else "The one fact is not said to have happened."
    if done in (0, total):
        return f"{'All' if done else 'None'} of the {total:,} facts {'are' if done else 'is'} said to have happened."
    return (
        f"{done:,} of {total:,} facts are said to have happened; the others are planned, possible, denied or asked for."
    )


def _largest(names: Sequence[str], values: pd.Series[Any], unit: str) -> str:
    """Which is the largest, and how much of all it is."""
    total = int(values.sum())
    if not total:
        return f"No {unit}."
    if len(names) == 1:
        return f"{names[0]} is the only one, with {total:,}."
    top = int(values.iloc[0])
    return f"{names[0]} leads with {top:,} of {total:,} {unit}, followed by {names[1]} with {int(values.iloc[1]):,}."


def _between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return f"on {words.day(first)}" if first == last else f"between {words.day(first)} and {words.day(last)}"
