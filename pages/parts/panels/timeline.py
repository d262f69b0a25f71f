"""The timeline: facts in columns, and one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.queries.conditions import cut
from analysis.queries.database import Database, records
from analysis.queries.rows import n_facts
from analysis.queries.selection import Selection
from analysis.queries.timeline import Window
from pages.parts import charts, words
from pages.parts.draw import Chart, Mark
from pages.parts.safe import is_empty, shortened

# More signs than this cover each other.
MOST_SINGLE = 300


def time_chart(counts: pd.DataFrame, bucket: str) -> Chart:
    """FACTS_PER_BUCKET."""
    labels = [
        f"{words.bucket(day, bucket)}: {words.STATUS[status].lower()}"
        for day, status in zip(counts["bucket"], counts["status"], strict=True)
    ]
    table = counts.pivot(index="bucket", columns="status", values="n_facts")
    table = table[[status for status in words.STATUS if status in table]].rename(columns=words.STATUS)
    table.insert(0, words.BUCKET[bucket][:-1], [words.bucket(day, bucket) for day in table.index])
    return Chart(
        key="time",
        title="Facts over time",
        takeaway=time_takeaway(counts, bucket),
        figure=charts.columns_over_time(counts, bucket),
        marks=[
            Mark(label, (cut(bucket, day), cut("status", status)), int(n))
            for label, day, status, n in zip(labels, counts["bucket"], counts["status"], counts["n_facts"], strict=True)
        ],
        table=table,
    )


def time_takeaway(counts: pd.DataFrame, bucket: str) -> str:
    """The fullest day, month or year, and how many nobody mentions."""
    totals = counts.groupby("bucket", as_index=False)["n_facts"].sum()
    top, silent = totals["bucket"].iloc[int(totals["n_facts"].argmax())], int((totals["n_facts"] == 0).sum())
    totals = totals["n_facts"]
    sentence = f"{words.bucket(top, bucket)} has most: {words.count(int(totals.max()), 'fact')}."
    planned = int(counts.loc[counts["status"] == "planned", "n_facts"].sum())
    if planned:
        plans = "is a plan" if planned == 1 else "are plans"
        sentence += f" {planned:,} of all {int(totals.sum()):,} {plans}."
    if silent:
        sentence += f" Nothing is told of {words.count(silent, bucket)} between."
    return sentence


def single_chart(facts: pd.DataFrame, themes: Sequence[str]) -> Chart:
    """FACT_ROWS with dates, at most MOST_SINGLE."""
    labels = single_labels(facts)
    longer = int(((facts["end_day"] - facts["first_day"]).dt.days > 1).sum())
    return Chart(
        key="single",
        title="Fact by fact",
        takeaway=f"{words.count(len(facts), 'fact')} on their days, {longer:,} of them over more than one day. "
        "A full circle is done, an open sign is not.",
        figure=charts.lanes(facts, themes, labels),
        marks=[Mark(label, (cut("fact", key),), 1) for label, key in zip(labels, facts["fact_id"], strict=True)],
        table=pd.DataFrame(
            {
                "When": _when(facts),
                "Who": facts["actor"],
                "Does what": facts["action"],
                "To whom or what": facts["target"],
                "Status": [words.STATUS[status] for status in facts["status"]],
                "Theme": [words.theme(theme) for theme in facts["theme"]],
            }
        ),
        opens="Show the sentence of",
    )


def single_labels(facts: pd.DataFrame) -> list[str]:
    """Day and words of each fact, no two the same."""
    labels: list[str] = []
    for row, when in zip(records(facts), _when(facts), strict=True):
        parts = [row[name] for name in ("actor", "action", "target") if not is_empty(row[name])]
        label = shortened(": ".join(part for part in (when, " ".join(parts)) if part), 110)
        labels.append(label if label not in labels else f"{label} ({row['fact_id']})")
    return labels


def left_out(database: Database, selection: Selection, window: Window | None) -> list[Mark]:
    """What the columns leave out: facts without a date, longer than a column, before the first and after the last."""
    cuts = {"Facts without a date": cut("undated")}
    if window:
        bucket, start, end = window
        cuts |= {
            f"Facts that take longer than a {bucket}": cut(f"longer_than_{bucket}"),
            f"Facts before {words.bucket(start, bucket)}": cut(f"{bucket}s_before", start),
            f"Facts after {words.bucket(end - pd.Timedelta(days=1), bucket)}": cut(f"{bucket}s_from", end),
        }
    marks = [Mark(label, (one,), n_facts(database, selection, (one,))) for label, one in cuts.items()]
    return [mark for mark in marks if mark.n_rows]


def _when(facts: pd.DataFrame) -> list[str]:
    return [words.days(first, end) for first, end in zip(facts["first_day"], facts["end_day"], strict=True)]
