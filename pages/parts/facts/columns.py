"""The columns of the ledger: what each is called, what it shows, and what a value of it can filter by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.fields.cut import NONE, UNNAMED, Cut, Cuts
from analysis.fields.days import period
from analysis.queries.engine.database import Row, records
from pages.parts import words
from pages.parts.safe import is_empty

Values = Callable[[pd.DataFrame], Any]


@dataclass(frozen=True)
class LedgerColumn:
    """A column. `values` gives its cells from FACT_ROWS; `cuts` the ways to filter by the cell of a row, if any."""

    title: str
    values: Values
    cuts: Callable[[Row], list[Cut]]
    width: int
    help: str = ""
    config: Any = st.column_config.TextColumn


def _plain(name: str) -> Values:
    return lambda rows: rows[name]


def _shown(name: str, show: Callable[[Any], str]) -> Values:
    return lambda rows: [show(value) for value in rows[name]]


def _whole(name: str, field: str) -> Callable[[Row], list[Cut]]:
    """The value of the cell as it is, or none."""
    return lambda row: [Cut(field, NONE if is_empty(row[name]) else str(row[name]))]


def _someone(part: str, field: str) -> Callable[[Row], list[Cut]]:
    """Whom the words stand for, in this place and anywhere in a fact; else the words."""

    def cuts(row: Row) -> list[Cut]:
        said, listed = row[part], row[f"{part}_entity_id"]
        in_words = [] if is_empty(said) else [Cut(f"{part}_words", str(said).lower())]
        if is_empty(listed):
            return in_words or [Cut(field, NONE)]
        return [Cut(field, str(listed)), Cut("entity", str(listed)), *in_words]

    return cuts


def _source(row: Row) -> list[Cut]:
    if is_empty(row["attribution_id"]):
        return [Cut("said_by", NONE)]
    if is_empty(row["source_entity_id"]):
        return [*([] if is_empty(row["source"]) else [_in_words(row)]), Cut("said_by", UNNAMED)]
    return [Cut("said_by", str(row["source_entity_id"])), _in_words(row)]


def _in_words(row: Row) -> Cut:
    return Cut("source_words", str(row["source"]).lower())


def when_cuts(row: Row) -> list[Cut]:
    """The day, the month and the year in which the fact begins, where it is no longer than that, and its own time."""
    first, end = row["first_day"], row["end_day"]
    if is_empty(first):
        return [Cut("undated")]
    begins = {"day": first.normalize(), "month": first.replace(day=1), "year": first.replace(month=1, day=1)}
    longest = {"day": 1, "month": 31, "year": 366}
    n_days = (end - first).days
    found = [Cut(name, str(begins[name])) for name in begins if n_days <= longest[name]]
    last = (end - pd.Timedelta(days=1)).date()
    return [*found, Cut("period", period(first.date(), max(last, first.date())))]


def _published(row: Row) -> list[Cut]:
    day = row["published"]
    shapes = ("%Y-%m-%d", "%Y-%m", "%Y")
    return [Cut("published", NONE)] if is_empty(day) else [Cut("published", day.strftime(shape)) for shape in shapes]


def _recipient(row: Row) -> list[Cut]:
    return [] if is_empty(row["recipient_entity_id"]) else [Cut("entity", str(row["recipient_entity_id"]))]


def _days_of_saying(rows: pd.DataFrame) -> list[str]:
    return [words.days(*bounds) for bounds in zip(rows["said_first_day"], rows["said_end_day"], strict=True)]


def _trust(row: Row) -> list[Cut]:
    return [Cut("trust", str(int(float(row["score"]) * 100) / 100))]


def _when(rows: pd.DataFrame) -> list[str]:
    return [words.when(row) for row in records(rows[["first_day", "end_day", "precision"]])]


NUMBER = st.column_config.NumberColumn
AMOUNT = partial(st.column_config.TextColumn, alignment="right")
COLUMNS = {
    "claim": LedgerColumn(
        "Claim", _plain("claim"), lambda row: [], 400, "What is claimed, as a sentence that can be read alone"
    ),
    "who": LedgerColumn("Who", _plain("actor"), _someone("actor", "actor"), 155),
    "what": LedgerColumn("Does what", _plain("action"), lambda row: [Cut("action", str(row["action"]).lower())], 110),
    "to whom": LedgerColumn("To whom or what", _plain("target"), _someone("target", "target"), 175),
    "status": LedgerColumn(
        "Status",
        _shown("status", lambda value: words.STATUS[value]),
        _whole("status", "status"),
        90,
        "Done, planned, possible, denied, negated (said not to be so) or requested",
    ),
    "kind of plan": LedgerColumn(
        "Kind of plan",
        lambda rows: rows["plan"].map(words.PLAN),
        _whole("plan", "plan"),
        110,
        "Of what is planned: pledged, announced, intended or expected",
    ),
    "when": LedgerColumn("When", _when, when_cuts, 215, words.OF_REPORT_MEANING),
    "who says so": LedgerColumn("Who says so", _plain("source"), _source, 137, "Empty where the report says it itself"),
    "said on": LedgerColumn(
        "Said on", _days_of_saying, lambda row: [], 130, "The day on which it was said, where the text tells it"
    ),
    "amount": LedgerColumn(
        "Amount", _plain("amounts"), lambda row: [], 150, "The numbers in it, with their units", AMOUNT
    ),
    "for whom": LedgerColumn("For whom", _plain("recipient"), _recipient, 150, "To whom, or for whom, it is done"),
    "theme": LedgerColumn("Theme", _shown("theme", words.theme), _whole("theme", "theme"), 110),
    "report": LedgerColumn("Report", _plain("title"), _whole("doc_id", "document"), 240, "The headline"),
    "published": LedgerColumn("Published", _plain("published"), _published, 110, config=st.column_config.DateColumn),
    "where": LedgerColumn("Where", _plain("place"), _someone("place", "site"), 110),
    "kind of event": LedgerColumn(
        "Kind of event",
        lambda rows: rows["event_class"].map(words.EVENT_CLASS),
        _whole("event_class", "event_class"),
        130,
        "One of the sixteen kinds of PLOVER; empty where none fits",
    ),
    "publisher": LedgerColumn("Publisher", _shown("publisher", words.publisher), _whole("publisher", "publisher"), 140),
    "certainty": LedgerColumn(
        "How sure",
        _shown("certainty", lambda value: words.CERTAINTY[value]),
        _whole("certainty", "certainty"),
        100,
        "How sure the text is",
    ),
    "trust": LedgerColumn(
        "Trusted",
        lambda rows: (rows["score"] * 100).round(),
        _trust,
        80,
        "How likely the row is right as it stands, in percent",
        NUMBER,
    ),
    "worth": LedgerColumn(
        "Worth",
        lambda rows: (rows["worth"] * 100).round(),
        lambda row: [],
        80,
        "How likely a reader would write it down, in percent",
        NUMBER,
    ),
    "main": LedgerColumn(
        "Main event",
        _shown("is_main", lambda value: "Yes" if value else ""),
        lambda row: [Cut("main")] if row["is_main"] else [],
        90,
        "Whether it is the main event of its report",
    ),
    "sentence": LedgerColumn("Sentence", _plain("sentence"), _whole("sentence_id", "sentence"), 420),
    "rule": LedgerColumn("Found by", _plain("rule"), lambda row: [], 130, "The rule that found the fact"),
}
AT_FIRST = (
    "claim",
    "status",
    "when",
    "who says so",
    "said on",
    "amount",
    "theme",
    "who",
    "what",
    "to whom",
    "for whom",
    "where",
    "report",
    "published",
    "kind of event",
    "publisher",
)
IN_ORDER = (*AT_FIRST, *(name for name in COLUMNS if name not in AT_FIRST))
OTHER_FIELDS = {
    "who": "actor",
    "what": "action",
    "to whom": "target",
    "for whom": "recipient",
    "when": "period",
    "said on": "said_on",
    "kind of plan": "plan",
    "who says so": "said_by",
    "report": "document",
    "where": "site",
    "kind of event": "event_class",
}
BY_TITLE = {column.title: name for name, column in COLUMNS.items()}


def field_of(name: str) -> str:
    """The field that a column shows."""
    return OTHER_FIELDS.get(name, name)


def shown(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """These columns of FACT_ROWS, in the words of the screen."""
    return pd.DataFrame({COLUMNS[name].title: COLUMNS[name].values(rows) for name in names}, index=rows.index)


def config(names: Sequence[str]) -> dict[str, Any]:
    """How the columns are drawn."""
    return {column.title: _config(column) for column in (COLUMNS[name] for name in names)}


def _config(column: LedgerColumn) -> Any:
    shape = {"format": "D MMM YYYY"} if column.config is st.column_config.DateColumn else {}
    if column.config is NUMBER:
        shape = {"format": "%d %%"}
    return column.config(width=column.width, help=column.help or None, **shape)


def ways(row: Row, name: str) -> list[Cuts]:
    """The ways to filter by a cell, the closest first."""
    return [(cut,) for cut in COLUMNS[name].cuts(row)]
