"""The overview: its first sentence, its figures and its charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.queries import overview
from analysis.queries.context import in_context
from analysis.queries.engine.conditions import cut
from analysis.queries.rows import n_facts
from pages.parts import charts, words
from pages.parts.charts.bars import outside
from pages.parts.counting import counting_html
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.fields.choice import YES
from pages.parts.fields.said_by import REPORT_ITSELF
from pages.parts.links import FACTS, PEOPLE, REPORT, address_of, anchor
from pages.parts.safe import text
from pages.parts.view import View, counted, noun

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


@once
def by_theme(view: View) -> Chart:
    """The chart of the facts by theme."""
    counts = in_context(overview.facts_by_theme, view.database, view.selection, "theme")
    return theme_chart(counts, view.themes, n_facts(view.database, view.selection))


@once
def by_status(view: View) -> Chart:
    """The chart of the facts by status."""
    return status_chart(in_context(overview.facts_by_status, view.database, view.selection, "status"))


@once
def by_publisher(view: View) -> Chart | None:
    """The chart of the facts by publisher; none for a single one."""
    publishers = in_context(overview.facts_by_publisher, view.database, view.selection, "publisher")
    return publisher_chart(publishers, n_facts(view.database, view.selection)) if len(publishers) > 1 else None


def theme_chart(counts: pd.DataFrame, themes: Sequence[str], total: int) -> Chart:
    """FACTS_BY_THEME, or the same in its context, of so many facts: one of two themes is in both their bars."""
    names = [words.theme(name) for name in counts["theme"]]
    chart = _chart(
        ("theme", f"{noun().capitalize()} by theme"),
        counts,
        names,
        charts.theme_bars(counts, themes),
        {"Theme": names},
        total,
    )
    return replace(chart, takeaway=f"{chart.takeaway} One can count under several.")


def status_chart(counts: pd.DataFrame) -> Chart:
    """FACTS_BY_STATUS, or the same in its context."""
    names = [words.STATUS[status] for status in counts["status"]]
    inside = counts.iloc[[number for number, is_out in enumerate(outside(counts)) if not is_out]]
    total, done = int(inside["n_facts"].sum()), int(inside.loc[inside["status"] == "done", "n_facts"].sum())
    meaning = [words.STATUS_MEANING[status] for status in counts["status"]]
    shown = {"Status": names, "Meaning": meaning}
    chart = _chart(("status", "Done, planned or denied"), counts, names, charts.status_bars(counts), shown, total)
    return replace(chart, takeaway=_status_words(done, total))


def publisher_chart(counts: pd.DataFrame, total: int) -> Chart:
    """FACTS_BY_PUBLISHER, or the same in its context, of so many facts: the smallest publishers have no bar."""
    names = [words.publisher(name) for name in counts["publisher"]]
    figure = charts.bars(names, [int(n) for n in counts["n_facts"]], unit="facts", outside=outside(counts))
    shown = {"Publisher": names, "Reports": counts["n_reports"].to_list()}
    return _chart(("publisher", f"{noun().capitalize()} by publisher"), counts, names, figure, shown, total)


def _chart(
    named: tuple[str, str],
    counts: pd.DataFrame,
    names: Sequence[str],
    figure: go.Figure,
    shown: dict[str, list[Any]],
    total: int,
) -> Chart:
    """Bars of one field; the table has the rows that the filters let through, the marks also those in grey."""
    field, title = named
    out = outside(counts)
    inside = [number for number, is_out in enumerate(out) if not is_out]
    table = pd.DataFrame(shown | {noun().capitalize(): counts["n_facts"].to_list()}).iloc[inside].reset_index(drop=True)
    takeaway = _largest([names[number] for number in inside], table[noun().capitalize()], total)
    if len(inside) < len(out):
        takeaway += " What the filters take away is grey."
    return Chart(
        key=field,
        title=title,
        takeaway=takeaway,
        figure=figure,
        marks=[
            Mark(name, (cut(field, value),), int(n), lifts=(field,) if is_out else ())
            for name, value, n, is_out in zip(names, counts[field], counts["n_facts"], out, strict=True)
        ],
        table=table,
        cells={(row, str(name)): number for row, number in enumerate(inside) for name in table.columns},
    )


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


def _status_words(done: int, total: int) -> str:
    """How much of it is said to have happened."""
    if total == 1:
        return f"The one {noun(1)} is {'' if done else 'not '}said to have happened."
    if done in (0, total):
        return f"{'All' if done else 'None'} of the {total:,} {noun()} {'are' if done else 'is'} said to have happened."
    return (
        f"{done:,} of {total:,} {noun()} are said to have happened; the others are planned, possible, denied, "
        "said not to be so or asked for."
    )


def _largest(names: Sequence[str], values: pd.Series[Any], total: int) -> str:
    """Which is the largest, and how much of all it is."""
    if not total:
        return f"No {noun(1)}."
    if len(names) == 1:
        return f"{names[0]} is the only one, with {total:,}."
    top = int(values.iloc[0])
    return f"{names[0]} leads with {top:,} of {total:,} {noun()}, followed by {names[1]} with {int(values.iloc[1]):,}."


def _between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return f"on {words.day(first)}" if first == last else f"between {words.day(first)} and {words.day(last)}"
