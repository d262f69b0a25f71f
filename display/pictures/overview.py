"""The charts of the overview: claims by theme, by status and by publisher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.queries import overview
from analysis.queries.context import in_context
from analysis.queries.engine.conditions import cut
from analysis.queries.rows import n_facts
from display import charts, words
from display.chart import Chart, Mark
from display.charts.bars import outside
from display.fields import ENTRIES
from display.fields.charted import title_of_bars
from display.once import once
from display.view import CLAIMS, View


@once
def by_theme(view: View) -> Chart:
    """The chart of the facts by theme."""
    counts = in_context(overview.facts_by_theme, view.database, view.selection, "theme")
    return theme_chart(counts, view.themes, n_facts(view.database, view.selection), view.unit)


@once
def by_status(view: View) -> Chart:
    """The chart of the facts by status."""
    return status_chart(in_context(overview.facts_by_status, view.database, view.selection, "status"), view.unit)


@once
def by_publisher(view: View) -> Chart | None:
    """The chart of the facts by publisher; none for a single one."""
    publishers = in_context(overview.facts_by_publisher, view.database, view.selection, "publisher")
    total = n_facts(view.database, view.selection)
    return publisher_chart(publishers, total, view.unit) if len(publishers) > 1 else None


def theme_chart(counts: pd.DataFrame, themes: Sequence[str], total: int, unit: str = CLAIMS) -> Chart:
    """FACTS_BY_THEME, or the same in its context, of so many facts: one of two themes is in both their bars."""
    chart = _chart("theme", counts, charts.theme_bars(counts, themes, unit=unit), {}, total, unit)
    return replace(chart, takeaway=f"{chart.takeaway} One can count under several.")


def status_chart(counts: pd.DataFrame, unit: str = CLAIMS) -> Chart:
    """FACTS_BY_STATUS, or the same in its context."""
    inside = counts.iloc[[number for number, is_out in enumerate(outside(counts)) if not is_out]]
    total, done = int(inside["n_facts"].sum()), int(inside.loc[inside["status"] == "done", "n_facts"].sum())
    meaning = [words.STATUS_MEANING[status] for status in counts["status"]]
    chart = _chart("status", counts, charts.status_bars(counts, unit), {"Meaning": meaning}, total, unit)
    return replace(chart, takeaway=_status_words(done, total, unit))


def publisher_chart(counts: pd.DataFrame, total: int, unit: str = CLAIMS) -> Chart:
    """FACTS_BY_PUBLISHER, or the same in its context, of so many facts: the smallest publishers have no bar."""
    names = [ENTRIES["publisher"].label(name) for name in counts["publisher"]]
    figure = charts.bars(names, [int(n) for n in counts["n_facts"]], unit=unit, outside=outside(counts))
    return _chart("publisher", counts, figure, {"Reports": counts["n_reports"].to_list()}, total, unit)


def _chart(
    field: str, counts: pd.DataFrame, figure: go.Figure, more: dict[str, list[Any]], total: int, unit: str
) -> Chart:
    """Bars of one field, as its entry names it and its values; the table has the rows that the filters let through and
    `more` columns, the marks also those in grey."""
    entry = ENTRIES[field]
    names = [entry.label(value) for value in counts[field]]
    shown = {entry.title: names} | more
    title = title_of_bars(field, unit.capitalize())
    out = outside(counts)
    inside = [number for number, is_out in enumerate(out) if not is_out]
    table = pd.DataFrame(shown | {unit.capitalize(): counts["n_facts"].to_list()}).iloc[inside].reset_index(drop=True)
    takeaway = _largest([names[number] for number in inside], table[unit.capitalize()], total, unit)
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


def _status_words(done: int, total: int, unit: str) -> str:
    """How much of it is said to have happened."""
    if total == 1:
        return f"The one {unit[:-1]} is {'' if done else 'not '}said to have happened."
    if done in (0, total):
        return f"{'All' if done else 'None'} of the {total:,} {unit} {'are' if done else 'is'} said to have happened."
    return (
        f"{done:,} of {total:,} {unit} are said to have happened; the others are planned, possible, denied, "
        "said not to be so or asked for."
    )


def _largest(names: Sequence[str], values: pd.Series[Any], total: int, unit: str) -> str:
    """Which is the largest, and how much of all it is."""
    if not total:
        return f"No {unit[:-1]}."
    if len(names) == 1:
        return f"{names[0]} is the only one, with {total:,}."
    top = int(values.iloc[0])
    return f"{names[0]} leads with {top:,} of {total:,} {unit}, followed by {names[1]} with {int(values.iloc[1]):,}."
