"""The timeline fact by fact: each on its days, in lanes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Row, records
from analysis.queries.lanes import lanes_of_facts
from analysis.queries.rows import fact_rows
from analysis.queries.timeline import UNDATED
from analysis.queries.windows import Window
from display import charts, day_words
from display.fields import ENTRIES, column_title
from display.safe import is_empty, shortened
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.drawing.once import once
from pages.parts.timeline.lanes import lane_names
from pages.parts.view import View, counted, noun

# More signs than this cover each other.
MOST_SINGLE = 300
MOST_LANES = 8
SQUEEZED = 6  # times the window: a fact of a decade would make one dot of all facts of a week
# The fields of the table of the facts that are drawn.
TABLED = ("period", "claim", "actor", "action", "target", "status", "theme")
NAMED, DAYS = ("actor", "action", "target"), ("first_day", "end_day", "precision")
MEANINGS = {column_title("period"): day_words.OF_REPORT_MEANING}


@once
def fact_by_fact(view: View, lane: str, window: Window | None, on_report: bool = False) -> Chart:
    """The chart of all facts with a date, at most MOST_SINGLE; with `on_report` also of those without, in grey."""
    facts = placed_facts(view) if on_report else dated_facts(view)
    return single_chart(facts, view.themes, lanes_of_facts(view.database, list(facts["fact_id"]), lane), lane, window)


def dated_facts(view: View) -> pd.DataFrame:
    """FACT_ROWS of the facts with a date, the earliest first, at most MOST_SINGLE."""
    return fact_rows(view.database, view.selection, (Cut("dated"),), (0, MOST_SINGLE), "when, earliest first")


def placed_facts(view: View) -> pd.DataFrame:
    """FACT_ROWS of the facts with a date, and of those without one on the day of their report, the earliest first, at
    most MOST_SINGLE."""
    dated = dated_facts(view)
    others = fact_rows(view.database, view.selection, (Cut("undated"),), (0, MOST_SINGLE))
    others = others[others["published"].notna()]
    day = pd.Timedelta(days=1)
    others = others.assign(
        first_day=others["published"],
        end_day=others["published"] + day,
        precision=pd.Series("report", others.index, others["precision"].dtype),
        day_from=pd.Series(UNDATED, others.index, others["day_from"].dtype),
    )
    every = pd.concat([dated, others]).sort_values("first_day", kind="stable", ignore_index=True)
    return every.head(MOST_SINGLE)


def is_undated(facts: pd.DataFrame) -> pd.Series[bool]:
    """Which of these facts stand on the day of their report for want of a date, as `placed_facts` has put them."""
    return facts["day_from"].eq(UNDATED).fillna(False).astype(bool)


def single_chart(
    facts: pd.DataFrame,
    themes: Sequence[str],
    lanes: pd.DataFrame | None = None,
    lane: str = "theme",
    window: Window | None = None,
) -> Chart:
    """FACT_ROWS with dates, at most MOST_SINGLE; with LANES_OF_FACTS in these lanes, else in those of the themes."""
    drawn, n_beyond = cut_off(facts, window)
    drawn = drawn.assign(is_grey=is_undated(drawn))
    labels = single_labels(facts)
    return Chart(
        key="single",
        title=f"{noun(1).capitalize()} by {noun(1)}",
        takeaway=f"{_on_their_days(facts)}{of_report(facts)}{beyond(n_beyond)}",
        figure=charts.lanes(in_lanes(drawn, lanes, lane), themes, labels),
        marks=single_marks(facts, labels),
        table=single_table(facts),
        opens="Show the sentence of",
        meanings=MEANINGS,
    )


def _on_their_days(facts: pd.DataFrame) -> str:
    longer = int(((facts["end_day"] - facts["first_day"]).dt.days > 1).sum())
    lines = f", {longer:,} of them over more than one day: the line is as long as the time that the text leaves open"
    signs = "A full circle is done, an open sign is not."
    return f"{counted(len(facts))} on their days{lines if longer else ''}. {signs}"


def cut_off(facts: pd.DataFrame, window: Window | None) -> tuple[pd.DataFrame, int]:
    """The facts, and how many of them are cut off: where their days would squeeze the window to a strip, they end a
    little beyond its edges."""
    if window is None:
        return facts, 0
    length = window.end - window.start
    if facts["end_day"].max() - facts["first_day"].min() <= SQUEEZED * length:
        return facts, 0
    day = pd.Timedelta(days=1)
    air = max(length // 4, day).floor("D")
    first_day = _between(facts["first_day"], window.start - air, window.end + air - day)
    end_day = _between(facts["end_day"], window.start - air + day, window.end + air)
    n_beyond = int(((first_day != facts["first_day"]) | (end_day != facts["end_day"])).sum())
    return facts.assign(first_day=first_day, end_day=end_day), n_beyond


def _between(days: pd.Series[pd.Timestamp], first: pd.Timestamp, last: pd.Timestamp) -> pd.Series[pd.Timestamp]:
    return days.where(days >= first, first).where(days <= last, last)


def beyond(n_beyond: int) -> str:
    """How many facts are cut off, in words; nothing for none."""
    if not n_beyond:
        return ""
    reach, end = ("reaches", "ends") if n_beyond == 1 else ("reach", "end")
    return f" {n_beyond:,} {reach} beyond the time shown and {end} at its edge."


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


def single_marks(facts: pd.DataFrame, labels: Sequence[str]) -> list[Mark]:
    """A mark for each of FACT_ROWS, with its label."""
    return [Mark(label, (cut("fact", key),), 1) for label, key in zip(labels, facts["fact_id"], strict=True)]


def single_table(facts: pd.DataFrame) -> pd.DataFrame:
    """FACT_ROWS in the words of the screen."""
    columns = (ENTRIES[field].column for field in TABLED)
    return pd.DataFrame({column.title: column.values(facts) for column in columns if column})


def single_labels(facts: pd.DataFrame) -> list[str]:
    """Day and words of each fact, no two the same."""
    labels: dict[str, None] = {}
    for row in records(facts[["fact_id", "claim", *NAMED, *DAYS]]):
        named = said_words(row)
        label = shortened(": ".join(part for part in (day_words.when(row), named) if part), 110)
        labels[label if label not in labels else f"{label} ({row['fact_id']})"] = None
    return list(labels)


def said_words(row: Row) -> str:
    """The sentence of a fact, else who does what to whom."""
    if not is_empty(row["claim"]):
        return str(row["claim"])
    return " ".join(str(row[name]) for name in NAMED if not is_empty(row[name]))


def of_report(facts: pd.DataFrame) -> str:
    """How many of FACT_ROWS have the day of their report for want of another, in words; nothing when none has."""
    n = int((facts["precision"] == "report").sum())
    if not n:
        return ""
    stands = "it stands" if n == 1 else "they stand"
    grey = ", in grey where it is no news of that day" if is_undated(facts).any() else ""
    return f" The text gives no time for {n:,} of them, so {stands} on the day of the report{grey}."
