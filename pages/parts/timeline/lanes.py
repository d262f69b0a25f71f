"""Facts over time in lanes: a strip of columns for each theme, person or publisher."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import records
from analysis.queries.windows import Window
from display import day_words
from display.charts.multiples import Strip, multiples
from display.fields import ENTRIES
from display.fields.charted import charted, is_coloured, title_of_strips
from display.palette import GREY, INK, theme_colour, theme_pattern
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.view import counted, noun

NOBODY = "No person"


def lane_chart(rows: pd.DataFrame, window: Window, lane: str, themes: Sequence[str]) -> Chart:
    """FACTS_PER_LANE, at least one row."""
    names = lane_names(rows, lane)
    first = rows.drop_duplicates("lane")
    strips = [
        Strip(names[key], *_look(key, lane, themes), bool(is_outside))
        for key, is_outside in zip(first["lane"], first["is_outside"], strict=True)
    ]
    marks = [
        Mark(
            f"{names[row['lane']]}: {day_words.bucket(row['bucket'], window.bucket)}",
            (_cut(lane, row["lane"]), cut(window.bucket, row["bucket"])),
            row["n_facts"],
            lifts=(lane,) if row["is_outside"] else (),
        )
        for row in records(rows)
    ]
    table, cells = _table(rows, names, window.bucket)
    return Chart(
        key=f"lanes-{lane}",
        title=title_of_strips(lane),
        takeaway=_takeaway(rows, names, window.bucket, lane),
        figure=multiples(rows, strips, window.bucket, noun()),
        marks=marks,
        table=table,
        cells=cells,
    )


def _cut(lane: str, key: str) -> Cut:
    return cut("nobody") if ENTRIES[lane].is_someone and not key else cut(lane, key)


def lane_names(rows: pd.DataFrame, lane: str) -> dict[str, str]:
    """The words of each lane by its value, no two the same."""
    found: dict[str, str] = {}
    for key, name in zip(rows["lane"], rows["name"], strict=True):
        shown = _name(key, name, lane)
        found.setdefault(key, shown if shown not in found.values() or found.get(key) == shown else f"{shown} [{key}]")
    return found


def _name(key: str, name: str, lane: str) -> str:
    entry = ENTRIES[lane]
    return (name or NOBODY) if entry.is_someone else entry.label(key)


def _look(key: str, lane: str, themes: Sequence[str]) -> tuple[str, str]:
    if is_coloured(lane):
        return theme_colour(key, themes), theme_pattern(key, themes)
    return (INK if key else GREY), ""


def _takeaway(rows: pd.DataFrame, names: dict[str, str], bucket: str, lane: str) -> str:
    inside = rows[~rows["is_outside"]]
    if inside.empty:
        return "The filters let none of these through; what they take away is grey."
    top = max(records(inside), key=lambda row: int(row["n_facts"]))
    sentence = (
        f"{names[top['lane']]} has most in {day_words.bucket(top['bucket'], bucket)}: "
        f"{counted(top['n_facts'])}. The number at its right end is the most of a strip: each has a height of its own."
    )
    both = f" A {noun(1)} of two {charted(lane).many} is in both strips."
    return f"{sentence}{both}" if ENTRIES[lane].is_someone else sentence


def _table(rows: pd.DataFrame, names: dict[str, str], bucket: str) -> tuple[pd.DataFrame, dict[tuple[int, str], int]]:
    """A row for each time, a column for each lane that the filters let through; and the mark of each cell."""
    inside = [(number, row) for number, row in enumerate(records(rows)) if not row["is_outside"]]
    days = sorted({row["bucket"] for _, row in inside})
    place = {day: number for number, day in enumerate(days)}
    counts = {row["lane"]: [0] * len(days) for _, row in inside}
    for _, row in inside:
        counts[row["lane"]][place[row["bucket"]]] = row["n_facts"]
    times = {day_words.BUCKET[bucket][:-1]: [day_words.bucket(day, bucket) for day in days]}
    table = pd.DataFrame(times | {names[lane]: values for lane, values in counts.items()})
    return table, {(place[row["bucket"]], names[row["lane"]]): number for number, row in inside}
