"""The timeline: facts in columns, and one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from analysis.queries.conditions import cut
from analysis.queries.database import Database, records
from analysis.queries.rows import n_facts
from analysis.queries.selection import Selection
from analysis.queries.timeline import Window, facts_per_bucket, widened
from pages.parts import charts, words
from pages.parts.charts.bars import outside
from pages.parts.charts.reported import each_reported, reported
from pages.parts.charts.time import columns_by_hour
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.safe import is_empty, shortened
from pages.parts.timeline.lanes import lane_names

# More signs than this cover each other.
MOST_SINGLE = 300
MOST_LANES = 8


def time_chart(counts: pd.DataFrame, bucket: str) -> Chart:
    """FACTS_PER_BUCKET, or the same with the columns beside the period, `is_outside` true."""
    out = outside(counts)
    marks = [
        Mark(
            f"{words.bucket(row['bucket'], bucket)}: {words.STATUS[row['status']].lower()}",
            (cut(bucket, row["bucket"]), cut("status", row["status"])),
            row["n_facts"],
            lifts=("period",) if is_out else (),
        )
        for row, is_out in zip(records(counts), out, strict=True)
    ]
    inside = counts.iloc[[number for number, is_out in enumerate(out) if not is_out]]
    table, cells = status_table(inside, "bucket", words.BUCKET[bucket][:-1], lambda day: words.bucket(day, bucket))
    takeaway = time_takeaway(inside, bucket) if len(inside) else "No fact begins in the period."
    return Chart(
        key="time",
        title="Facts over time",
        takeaway=f"{takeaway} What lies beside the period is grey." if any(out) else takeaway,
        figure=charts.columns_over_time(counts, bucket),
        marks=marks,
        table=table,
        cells=cells,
    )


def hour_chart(counts: pd.DataFrame) -> Chart:
    """FACTS_PER_HOUR, at least one."""
    table, cells = status_table(counts, "hour", "Hour", words.hour)
    totals = counts.groupby("hour")[["n_facts"]].sum().reset_index()
    top = max(records(totals), key=lambda row: int(row["n_facts"]))
    return Chart(
        key="hours",
        title="Facts by the hour",
        takeaway=f"{words.hour(top['hour'])} has most: {words.count(top['n_facts'], 'fact')}. The hours of all days of "
        "the period together, as far as the text gives one.",
        figure=columns_by_hour(counts),
        marks=[
            Mark(
                f"{words.hour(row['hour'])}: {words.STATUS[row['status']].lower()}",
                (cut("hour", row["hour"]), cut("status", row["status"])),
                row["n_facts"],
            )
            for row in records(counts)
        ],
        table=table,
        cells=cells,
    )


def status_table(
    counts: pd.DataFrame, key: str, title: str, show: Callable[[Any], str]
) -> tuple[pd.DataFrame, dict[tuple[int, str], int]]:
    """A row for each value of `key`, a column for each status; and which row of `counts` each cell is."""
    table = counts.pivot(index=key, columns="status", values="n_facts").fillna(0).astype("int64")
    table = table[[status for status in words.STATUS if status in table]].rename(columns=words.STATUS)
    place = {value: number for number, value in enumerate(table.index)}
    numbered = zip(counts.index, records(counts), strict=True)
    cells = {(place[row[key]], words.STATUS[row["status"]]): int(number) for number, row in numbered}
    table.insert(0, title, [show(value) for value in table.index])
    return table.reset_index(drop=True), cells


def beside(database: Database, selection: Selection, window: Window) -> pd.DataFrame:
    """FACTS_PER_BUCKET of the window, and of some time before and after it the facts that the period takes away."""
    inside = facts_per_bucket(database, selection, window).assign(is_outside=False)
    if not selection.values("period"):
        return inside
    around = widened(window)
    every = facts_per_bucket(database, selection.without("period"), around).assign(is_outside=True)
    is_beside = (every["bucket"] < window.start) | (every["bucket"] >= window.end)
    return pd.concat([inside, every[is_beside & (every["n_facts"] > 0)]], ignore_index=True)


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


def single_chart(
    facts: pd.DataFrame, themes: Sequence[str], lanes: pd.DataFrame | None = None, lane: str = "theme"
) -> Chart:
    """FACT_ROWS with dates, at most MOST_SINGLE; with LANES_OF_FACTS in these lanes, else in those of the themes."""
    labels = single_labels(facts)
    longer = int(((facts["end_day"] - facts["first_day"]).dt.days > 1).sum())
    return Chart(
        key="single",
        title="Fact by fact",
        takeaway=f"{words.count(len(facts), 'fact')} on their days, {longer:,} of them over more than one day: the "
        "line is as long as the time that the text leaves open. A full circle is done, an open sign is not.",
        figure=charts.lanes(in_lanes(facts, lanes, lane), themes, labels),
        marks=single_marks(facts),
        table=single_table(facts),
        opens="Show the sentence of",
    )


def in_lanes(facts: pd.DataFrame, lanes: pd.DataFrame | None, lane: str) -> pd.DataFrame:
    """The facts with their lane and the number of their mark, lane by lane, the largest lane first; of many lanes the
    smallest are one."""
    numbered = facts.assign(number=range(len(facts)))
    if lanes is None:
        lanes = pd.DataFrame({"fact_id": facts["fact_id"], "lane": facts["theme"].fillna(""), "name": ""})
    sizes = lanes["lane"].value_counts()
    order = sorted(sizes.index, key=lambda key: (key == "", -sizes[key], key))
    small = set(order[MOST_LANES:]) - {""}
    names = lane_names(lanes, lane)
    shown = lanes.assign(
        rank=lanes["lane"].map({key: place for place, key in enumerate(order)}),
        lane=["All others" if key in small else names[key] for key in lanes["lane"]],
    )
    merged = shown[["fact_id", "lane", "rank"]].merge(numbered, on="fact_id").sort_values(["rank", "number"])
    return merged.drop_duplicates(["lane", "number"]).reset_index(drop=True)


def single_marks(facts: pd.DataFrame) -> list[Mark]:
    """A mark for each of FACT_ROWS."""
    return [
        Mark(label, (cut("fact", key),), 1) for label, key in zip(single_labels(facts), facts["fact_id"], strict=True)
    ]


def single_table(facts: pd.DataFrame) -> pd.DataFrame:
    """FACT_ROWS in the words of the screen."""
    return pd.DataFrame(
        {
            "When": _when(facts),
            "Who": facts["actor"],
            "Does what": facts["action"],
            "To whom or what": facts["target"],
            "Status": [words.STATUS[status] for status in facts["status"]],
            "Theme": [words.theme(theme) for theme in facts["theme"]],
        }
    )


def reported_chart(counts: pd.DataFrame, bucket: str, told: pd.DataFrame) -> Chart:
    """REPORTED, at least one row, with TOLD."""
    labels = [
        f"{words.bucket(row['bucket'], bucket)}, reported {row['published']}: {words.count(row['n_facts'], 'fact')}"
        for row in records(counts)
    ]
    return Chart(
        key="reported",
        title="When it happened, and when it was reported",
        takeaway=f"{told_words(told)} On the dotted line both are the same.",
        figure=reported(counts, bucket),
        marks=[
            Mark(label, (cut(bucket, row["bucket"]), cut("published", row["published"])), row["n_facts"])
            for label, row in zip(labels, records(counts), strict=True)
        ],
        table=pd.DataFrame(
            {
                "When it happened": [words.bucket(day, bucket) for day in counts["bucket"]],
                "Reported": counts["published"],
                "Facts": counts["n_facts"],
            }
        ),
    )


def each_reported_chart(facts: pd.DataFrame, told: pd.DataFrame) -> Chart:
    """FACT_ROWS with dates, at least one in a report with a day of publication, with TOLD."""
    known = facts[facts["published"].notna()].reset_index(drop=True)
    table = single_table(known)
    table.insert(1, "Reported", known["published"].dt.strftime("%Y-%m-%d"))
    return Chart(
        key="reported",
        title="When it happened, and when it was reported",
        takeaway=f"{told_words(told)} On the dotted line both are the same day.",
        figure=each_reported(known, single_labels(known)),
        marks=single_marks(known),
        table=table,
        opens="Show the sentence of",
    )


def told_words(told: pd.DataFrame) -> str:
    """How many facts were over when they were reported, and how many still to come."""
    numbers = dict(zip(told["told"], told["n_facts"], strict=True))
    total = words.count(int(told["n_facts"].sum()), "dated fact")
    return (
        f"Of {total}: {numbers.get('before', 0):,} over before the report, {numbers.get('on', 0):,} of its own day, "
        f"{numbers.get('after', 0):,} still to come."
    )


def told_marks(told: pd.DataFrame) -> list[Mark]:
    """A mark for each row of TOLD."""
    return [
        Mark(words.TOLD[value], (cut("told", value),), int(n))
        for value, n in zip(told["told"], told["n_facts"], strict=True)
    ]


def single_labels(facts: pd.DataFrame) -> list[str]:
    """Day and words of each fact, no two the same."""
    labels: list[str] = []
    for row, when in zip(records(facts), _when(facts), strict=True):
        parts = [row[name] for name in ("actor", "action", "target") if not is_empty(row[name])]
        label = shortened(": ".join(part for part in (when, " ".join(parts)) if part), 110)
        labels.append(label if label not in labels else f"{label} ({row['fact_id']})")
    return labels


def left_out(database: Database, selection: Selection, window: Window | None, is_by_hour: bool = False) -> list[Mark]:
    """What the columns leave out: facts without a date, longer than a column, before the first and after the last; in
    columns of hours those without an hour."""
    if is_by_hour:
        without = (cut("without_hour"),)
        return [Mark("Facts without an hour", without, n_facts(database, selection, without))]
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
