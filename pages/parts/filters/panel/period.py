"""What the filters by period show: when the facts begin or were published, which days are let through or hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from analysis.fields.days import days_of
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.histogram import Axis, Counted, axis, axis_of, bars, facts_per_bar
from display import day_words, words
from display.fields import ENTRIES
from pages.parts.view import counted, noun

BARS_SAY = {"period": "they begin in", "reported": "of their report"}  # what a bar of a field counts by


def period_section(
    database: Database, selection: Selection, field: str, is_open: bool, is_near: bool
) -> dict[str, Any]:
    """The section of a field of BARS_SAY: the bars, if it is open, and the chosen days; with `is_near` the bars
    are those of the chosen days alone."""
    chosen, hidden = selection.values(field), selection.hidden(field)
    first, last = days_of(chosen[0]) if chosen else (None, None)
    section: dict[str, Any] = {
        "title": ENTRIES[field].title,
        "icon": ENTRIES[field].icon,
        "first": str(first or ""),
        "last": str(last or ""),
        "only": len(chosen),
        "hidden": [{"value": value, "label": ENTRIES[field].show(database, value)} for value in hidden],
    }
    along = axis(database, field) if is_open else None
    if along and is_near and chosen:
        along = _nearer(along, first, last)
    return section | (_bars(database, selection, field, along) if along else {})


def _nearer(along: Axis, first: date | None, last: date | None) -> Axis:
    """The axis of the chosen days, with shorter bars; an open end is the end of the whole axis."""
    from_day, to_day = first or along.first_day, last or along.last_day
    return axis_of(from_day, to_day) if from_day <= to_day else along


def _bars(database: Database, selection: Selection, field: str, along: Axis) -> dict[str, Any]:
    found = facts_per_bar(database, selection, along, field)
    drawn = [(first, last, found.in_bars.get(first, 0)) for first, last in bars(along)]
    return {
        "bars": [[str(first), str(last), n, _named(first, along)] for first, last, n in drawn],
        "takeaway": f"{_takeaway(found.in_bars, along, BARS_SAY[field])} {_without_day(found, field)}".strip(),
    }


def _takeaway(counts: dict[date, int], along: Axis, by: str) -> str:
    """What the bars show, in words."""
    inside = {day: n for day, n in counts.items() if along.first_day <= day <= along.last_day}
    beyond = [
        f"{counts[day]:,} {word}" for day, word in ((along.before, "earlier"), (along.after, "later")) if day in counts
    ]
    if n_longer := counts.get(along.longer):
        beyond.append(f"{n_longer:,} longer than a {along.bucket}")
    others = f"{words.listed(beyond)}." if beyond else ""
    if not inside:
        return f"None begins in these days: {others}" if beyond else f"No {noun(1)} here has a day."
    most = max(inside, key=lambda day: inside[day])
    shown = f"{noun().capitalize()} by the {along.bucket} {by}; most in {_named(most, along)}: {inside[most]:,}."
    return f"{shown} {others}".strip()


def _without_day(found: Counted, field: str) -> str:
    """How many are counted on the day of their report, and how many have no day at all."""
    if field != "period":
        return ""
    stand = "stands" if found.n_on_report == 1 else "stand"
    on_report = f"{counted(found.n_on_report)} without a day in the text {stand} on that of the report."
    said = [on_report] if found.n_on_report else []
    return " ".join((*said, f"{counted(found.n_nowhere)} without any day.") if found.n_nowhere else said)


def _named(day: date, along: Axis) -> str:
    return day_words.bucket(pd.Timestamp(day), along.bucket)
