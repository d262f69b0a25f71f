"""When it happened against when it was reported."""

from __future__ import annotations

import pandas as pd

from analysis.queries import reported as queries
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import records
from analysis.queries.windows import Window
from display import day_words, words
from display.charts.reported import each_reported, reported
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.drawing.once import once
from pages.parts.timeline.single import (
    MEANINGS,
    beyond,
    cut_off,
    dated_facts,
    single_labels,
    single_marks,
    single_table,
)
from pages.parts.view import View, counted, noun


@once
def reported_in_columns(view: View, window: Window) -> Chart | None:
    """The chart of the facts counted by when they happened and when they were reported; none without such a fact."""
    seen = queries.reported(view.database, view.selection, window)
    return reported_chart(seen, window.bucket, queries.told(view.database, view.selection)) if len(seen) else None


@once
def reported_one_by_one(view: View, window: Window | None) -> Chart | None:
    """The same fact by fact, of few facts; none without a fact of a report with a day."""
    told = queries.told(view.database, view.selection)
    return each_reported_chart(dated_facts(view), told, window) if len(told) else None


@once
def marks_told(view: View, n_of_report: int) -> tuple[Mark, ...]:
    """The marks of `told_marks`; none without a fact of a report with a day."""
    told = queries.told(view.database, view.selection)
    return tuple(told_marks(told, n_of_report)) if len(told) else ()


def reported_chart(counts: pd.DataFrame, bucket: str, told: pd.DataFrame) -> Chart:
    """REPORTED, at least one row, with TOLD."""
    labels = [
        f"{day_words.bucket(row['bucket'], bucket)}, reported {day_words.calendar(row['published'])}: "
        f"{counted(row['n_facts'])}"
        for row in records(counts)
    ]
    return Chart(
        key="reported",
        title="When it happened, and when it was reported",
        takeaway=f"{told_words(told)} On the dotted line both are the same.",
        figure=reported(counts, bucket, noun()),
        marks=[
            Mark(label, (cut(bucket, row["bucket"]), cut("published", row["published"])), row["n_facts"])
            for label, row in zip(labels, records(counts), strict=True)
        ],
        table=pd.DataFrame(
            {
                "When it happened": [day_words.bucket(day, bucket) for day in counts["bucket"]],
                "Reported": [day_words.calendar(value) for value in counts["published"]],
                noun().capitalize(): counts["n_facts"],
            }
        ),
    )


def each_reported_chart(facts: pd.DataFrame, told: pd.DataFrame, window: Window | None = None) -> Chart:
    """FACT_ROWS with dates, at least one in a report with a day of publication, with TOLD."""
    known = facts[facts["published"].notna()].reset_index(drop=True)
    drawn, n_beyond = cut_off(known, window)
    labels, table = single_labels(known), single_table(known)
    table.insert(1, "Reported", [day_words.day(day) for day in known["published"]])
    return Chart(
        key="reported",
        title="When it happened, and when it was reported",
        takeaway=f"{told_words(told)} On the dotted line both are the same day.{beyond(n_beyond)}",
        figure=each_reported(drawn, labels),
        marks=single_marks(known, labels),
        table=table,
        opens="Show the sentence of",
        meanings=MEANINGS,
    )


def told_words(told: pd.DataFrame) -> str:
    """How many facts were over when they were reported, and how many still to come."""
    numbers = dict(zip(told["told"], told["n_facts"], strict=True))
    total = counted(int(told["n_facts"].sum()), adjective="dated")
    return (
        f"Of {total}: {numbers.get('before', 0):,} over before the report, {numbers.get('on', 0):,} of its own day, "
        f"{numbers.get('after', 0):,} still to come."
    )


def told_marks(told: pd.DataFrame, n_of_report: int = 0) -> list[Mark]:
    """A mark for each row of TOLD, and for the facts that have the day of their report for want of another."""
    marks = [
        Mark(words.TOLD[value], (cut("told", value),), int(n))
        for value, n in zip(told["told"], told["n_facts"], strict=True)
    ]
    return [*marks, Mark(day_words.OF_REPORT, (cut("report_day"),), n_of_report)] if n_of_report else marks
