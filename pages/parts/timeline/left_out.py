"""What the columns of the timeline leave out."""

from __future__ import annotations

import pandas as pd

from analysis.fields.cut import NONE, Cut
from analysis.queries.dating import dating
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.timeline import beyond, facts_per_bucket
from analysis.queries.windows import Window
from display import day_words
from pages.parts.drawing.draw import Mark
from pages.parts.drawing.once import once
from pages.parts.view import View

Counted = tuple[str, Cut, int]


@once
def marks_left_out(view: View, window: Window | None, is_by_hour: bool, on_report: bool = False) -> tuple[Mark, ...]:
    """The marks of `left_out`."""
    return tuple(left_out(view.database, view.selection, window, is_by_hour, on_report))


def left_out(
    database: Database,
    selection: Selection,
    window: Window | None,
    is_by_hour: bool = False,
    on_report: bool = False,
) -> list[Mark]:
    """Marks for facts without a date, longer than a column, before the first and after the last; in columns of hours
    for those without an hour. With `on_report` those without a date are left out where their report has none."""
    days = dating(database, selection).iloc[0]
    if is_by_hour:
        found = [("Without an hour", cut("without_hour"), int(days["n_facts"] - days["n_with_hour"]))]
    else:
        found = _around(database, selection, window, days) if window else []
        if not on_report:
            found.insert(0, ("Without a date", cut("undated"), int(days["n_undated"])))
    marks = [Mark(label, (one,), n) for label, one, n in found if n]
    n_neither = int(days["n_undated"] - days["n_on_report"])
    if on_report and n_neither and not is_by_hour:
        marks.insert(0, Mark("Without a date", (cut("undated"), cut("published", NONE)), n_neither))
    return marks


def _around(database: Database, selection: Selection, window: Window, days: pd.Series[int]) -> list[Counted]:
    bucket, start, end = window
    n_longer = int(days[f"n_longer_than_{bucket}"])
    longer = (f"Longer than a {bucket}", cut(f"longer_than_{bucket}"), n_longer)
    n_inside = int(facts_per_bucket(database, selection, window)["n_facts"].sum())
    if n_inside + n_longer + days["n_undated"] == days["n_facts"]:
        return [longer]
    n_before, n_after = (int(n) for n in beyond(database, selection, window).iloc[0])
    last = day_words.bucket(end - pd.Timedelta(days=1), bucket)
    return [
        longer,
        (f"Before {day_words.bucket(start, bucket)}", cut(f"{bucket}s_before", start), n_before),
        (f"After {last}", cut(f"{bucket}s_from", end), n_after),
    ]
