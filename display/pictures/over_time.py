"""The columns of the timeline: claims in days, months, years or hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from analysis.queries.dating import dating
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.timeline import PUBLISHED, UNDATED, facts_per_bucket
from analysis.queries.windows import TIME_FIELDS, Window, default_bucket, widened, windows
from display import charts, day_words, words
from display.chart import Chart, Mark
from display.charts.bars import outside
from display.charts.time import ON_REPORT, STATES, columns_by_hour
from display.once import once
from display.view import CLAIMS, View


@once
def by_time(view: View) -> Chart | None:
    """The chart of the facts in the columns that suit the selection; none without a day."""
    known = windows_of(view, on_report=True)
    if not known:
        return None
    window = known[default_bucket(known)]
    counts = beside(view.database, view.selection, window, on_report=True)
    return time_chart(counts, window.bucket, view.unit) if len(counts) else None


@once
def windows_of(view: View, on_report: bool = False) -> Mapping[str, Window]:
    """The windows of the selection by bucket; with `on_report` facts without a date stand on their report's day."""
    days = dating(view.database, view.selection, on_report)
    return MappingProxyType(windows(days, period_of(view.selection)))


def period_of(selection: Selection) -> str:
    """The period of the selection, where it is one."""
    values = selection.values("period")
    return values[0] if len(values) == 1 else ""


def time_chart(counts: pd.DataFrame, bucket: str, unit: str = CLAIMS) -> Chart:
    """FACTS_PER_BUCKET, or the same with the columns beside the chosen time, `is_outside` true."""
    out = outside(counts)
    marks = [_mark(row, bucket, is_out) for row, is_out in zip(records(counts), out, strict=True)]
    inside = counts.iloc[[number for number, is_out in enumerate(out) if not is_out]]
    table, cells = status_table(
        inside, "bucket", day_words.BUCKET[bucket][:-1], lambda day: day_words.bucket(day, bucket)
    )
    takeaway = time_takeaway(inside, bucket, unit) if len(inside) else f"No {unit[:-1]} begins in the chosen time."
    return Chart(
        key="time",
        title=f"{unit.capitalize()} over time",
        takeaway=f"{takeaway} What lies beside the chosen time is grey." if any(out) else takeaway,
        figure=charts.columns_over_time(counts, bucket),
        marks=marks,
        table=table,
        cells=cells,
    )


def _mark(row: Row, bucket: str, is_outside: bool) -> Mark:
    """What a part of a column counts."""
    name, day = day_words.bucket(row["bucket"], bucket), row["bucket"]
    if row["status"] == UNDATED:
        published = cut("published", day.strftime(PUBLISHED[bucket]))
        return Mark(f"{name}: {ON_REPORT.lower()}", (cut("undated"), published), row["n_facts"])
    cuts = (cut(bucket, day), cut("status", row["status"]))
    state = words.STATUS[row["status"]].lower()
    return Mark(f"{name}: {state}", cuts, row["n_facts"], lifts=TIME_FIELDS if is_outside else ())


def hour_chart(counts: pd.DataFrame, unit: str = CLAIMS) -> Chart:
    """FACTS_PER_HOUR, at least one, or the same with the hours beside the chosen ones, `is_outside` true."""
    if "is_outside" in counts:  # the first column of a status gives its legend the colour
        counts = counts.sort_values("is_outside", kind="stable", ignore_index=True)
    out = outside(counts)
    inside = counts.iloc[[number for number, is_out in enumerate(out) if not is_out]]
    table, cells = status_table(inside, "hour", "Hour", day_words.hour)
    takeaway = hour_takeaway(inside, unit) if len(inside) else f"No {unit[:-1]} has one of the chosen hours."
    return Chart(
        key="hours",
        title=f"{unit.capitalize()} by the hour",
        takeaway=f"{takeaway} The other hours are grey." if any(out) else takeaway,
        figure=columns_by_hour(counts),
        marks=[
            Mark(
                f"{day_words.hour(row['hour'])}: {words.STATUS[row['status']].lower()}",
                (cut("hour", row["hour"]), cut("status", row["status"])),
                row["n_facts"],
                lifts=("hour",) if is_out else (),
            )
            for row, is_out in zip(records(counts), out, strict=True)
        ],
        table=table,
        cells=cells,
    )


def status_table(
    counts: pd.DataFrame, key: str, title: str, show: Callable[[Any], str]
) -> tuple[pd.DataFrame, dict[tuple[int, str], int]]:
    """A row for each value of `key`, a column for each status; and which row of `counts` each cell is."""
    table = counts.pivot(index=key, columns="status", values="n_facts").fillna(0).astype("int64")
    table = table[[status for status in STATES if status in table]].rename(columns=STATES)
    place = {value: number for number, value in enumerate(table.index)}
    numbered = zip(counts.index, records(counts), strict=True)
    cells = {(place[row[key]], STATES[row["status"]]): int(number) for number, row in numbered}
    table.insert(0, title, [show(value) for value in table.index])
    return table.reset_index(drop=True), cells


def beside(database: Database, selection: Selection, window: Window, on_report: bool = False) -> pd.DataFrame:
    """FACTS_PER_BUCKET of the window, and in it and for some time around it what the filters by time take away."""
    inside = facts_per_bucket(database, selection, window, on_report).assign(is_outside=False)
    wide = selection
    for name in TIME_FIELDS:
        wide = wide.without(name)
    if wide == selection:
        return inside
    every = facts_per_bucket(database, wide, widened(window)).assign(is_outside=True)
    shown = set(zip(inside["bucket"], inside["status"], inside["n_facts"] > 0, strict=True))
    is_beside = [(row["bucket"], row["status"], True) not in shown and row["n_facts"] > 0 for row in records(every)]
    return pd.concat([inside, every[is_beside]], ignore_index=True)


def time_takeaway(counts: pd.DataFrame, bucket: str, unit: str = CLAIMS) -> str:
    """The fullest day, month or year, and how many nobody mentions; how many have no day."""
    is_undated = counts["status"] == UNDATED
    n_undated = int(counts.loc[is_undated, "n_facts"].sum())
    n_silent = int((counts.groupby("bucket")["n_facts"].sum() == 0).sum())
    silent = f"Nothing is told of {words.count(n_silent, bucket)} between." if n_silent else ""
    stand = "stands on the day of its report" if n_undated == 1 else "stand on the day of their report"
    in_grey = f"{words.number_of(n_undated, unit)} without a day {stand}, in grey." if n_undated else ""
    return " ".join(part for part in (_fullest(counts[~is_undated], bucket, unit), silent, in_grey) if part)


def _fullest(dated: pd.DataFrame, bucket: str, unit: str) -> str:
    """Which has most of those with a day in the text, and how many are plans; nothing without one."""
    totals = dated.groupby("bucket", as_index=False)["n_facts"].sum()
    if not totals["n_facts"].sum():
        return ""
    top = totals["bucket"].iloc[int(totals["n_facts"].argmax())]
    sentence = f"{day_words.bucket(top, bucket)} has most: {words.number_of(int(totals['n_facts'].max()), unit)}."
    planned = int(dated.loc[dated["status"] == "planned", "n_facts"].sum())
    plans = "is a plan" if planned == 1 else "are plans"
    return f"{sentence} {planned:,} of all {int(totals['n_facts'].sum()):,} {plans}." if planned else sentence


def hour_takeaway(counts: pd.DataFrame, unit: str) -> str:
    """The fullest hour."""
    totals = counts.groupby("hour", as_index=False)["n_facts"].sum()
    top = totals.iloc[int(totals["n_facts"].argmax())]
    return (
        f"{day_words.hour(top['hour'])} has most: {words.number_of(int(top['n_facts']), unit)}. The hours of all days "
        "of the period together, as far as the text gives one."
    )
