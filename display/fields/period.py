"""When it happened: periods, and the columns of the timeline in which a fact begins."""

from __future__ import annotations

import re
from functools import partial

import pandas as pd

from analysis.fields.cut import NONE, Cut
from analysis.fields.days import days_of, period
from analysis.fields.period import BUCKETS, LONGER
from analysis.queries.engine.database import Database, Row, records
from display import day_words
from display.fields.choice import flag
from display.fields.entry import Entry, Grouping, LedgerColumn
from display.safe import is_empty

BEGINS = re.compile(r"\d{4}(-\d\d){0,2}( 00:00:00)?")
LONGEST = {"day": 1, "month": 31, "year": 366}


def show_period(_: Database, value: str) -> str:
    """A period in words."""
    first, last = days_of(value)
    if first and last:
        return day_words.period(pd.Timestamp(first), pd.Timestamp(last))
    return f"{day_words.day(first)} or later" if first else f"{day_words.day(last)} or earlier" if last else ""


def find_period(_: Database, said: str) -> str | None:
    """The value that a URL has; None for what is no period."""
    try:
        days_of(said)
    except ValueError:
        return None
    return said


def _show_bucket(bucket: str, _: Database, value: str) -> str:
    return day_words.bucket(pd.Timestamp(value), bucket)


def _find_bucket(_: Database, said: str) -> str | None:
    try:
        return str(pd.Timestamp(said)) if BEGINS.fullmatch(said) else None
    except ValueError:
        return None


def when_cuts(row: Row) -> list[Cut]:
    """The day, the month and the year in which the fact begins, where it is no longer than that, and its own time."""
    first, end = row["first_day"], row["end_day"]
    if is_empty(first):
        return [Cut("undated")]
    begins = {"day": first.normalize(), "month": first.replace(day=1), "year": first.replace(month=1, day=1)}
    n_days = (end - first).days
    found = [Cut(name, str(begins[name])) for name in begins if n_days <= LONGEST[name]]
    last = (end - pd.Timedelta(days=1)).date()
    return [*found, Cut("period", period(first.date(), max(last, first.date())))]


def _when(rows: pd.DataFrame) -> list[str]:
    return [day_words.when(row) for row in records(rows[["first_day", "end_day", "precision"]])]


PERIOD = Entry(
    field="period",
    title="When it happened",
    icon="calendar_month",
    show=show_period,
    find=find_period,
    is_plain=True,
    column=LedgerColumn(
        key="when",
        title="When",
        values=_when,
        cuts=when_cuts,
        width=215,
        help=day_words.OF_REPORT_MEANING,
        rank=3,
        order="days",
    ),
)


def _begins(field: str, bucket: str, title: str, chip: str, grouping: Grouping | None = None) -> Entry:
    return Entry(
        field=field,
        title=title,
        icon="calendar_month",
        show=partial(_show_bucket, bucket),
        find=_find_bucket,
        chip=chip,
        is_plain=True,
        grouping=grouping,
    )


def _bucket(name: str) -> tuple[Entry, ...]:
    begins = "On {}" if name == "day" else "Begins in {}"
    months = Grouping(title="Month", rank=13, words={NONE: "Without a date", LONGER: "Longer than a month"})
    return (
        _begins(name, name, f"Begins in this {name}", begins, months if name == "month" else None),
        flag(f"longer_than_{name}", f"Takes longer than a {name}", "calendar_month"),
        _begins(f"{name}s_before", name, "Begins before", "Begins before {}"),
        _begins(f"{name}s_from", name, "Begins in or after", "Begins in {} or later"),
    )


BEGINS_IN = tuple(entry for name in BUCKETS for entry in _bucket(name))
