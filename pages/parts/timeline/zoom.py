"""The time that the timeline shows: how it is counted, and how to look closer, further, earlier and later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.fields.days import days_of, period
from analysis.queries.engine.database import Database, records
from analysis.queries.windows import OFFSETS, STEPS, TIME_FIELDS, Window, default_bucket
from display import day_words
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.filters import selected
from pages.parts.timeline.over_time import period_of
from pages.parts.view import View, counted

HOUR = "hour"
BY = "by"
ON_REPORT, NO = "report-days", "no"  # `report-days=no` takes facts without a date away


def choose_bucket(known: Mapping[str, Window], has_hours: bool) -> str:
    """The bucket that the user counts by, one of `known`, or HOUR."""
    labels = {name: day_words.BUCKET[name] for name in reversed(STEPS) if name in known}
    return choose("Count by", labels | ({HOUR: "Hours"} if has_hours else {}), default_bucket(known), BY)


def spans_of(counts: pd.DataFrame, bucket: str) -> dict[str, str]:
    """The period of each column that has facts, and its words; of FACTS_PER_BUCKET."""
    step = OFFSETS[bucket]
    totals = counts.groupby("bucket")[["n_facts"]].sum().reset_index()
    return {
        period(row["bucket"].date(), (row["bucket"] + step - pd.Timedelta(days=1)).date()): (
            f"{day_words.bucket(row['bucket'], bucket)} · {counted(row['n_facts'])}"
        )
        for row in records(totals)
        if row["n_facts"]
    }


def closer(view: View, spans: Mapping[str, str]) -> None:
    """A select box with the columns that have facts, as `spans_of` gives them; choosing one makes it the period. What
    is not within the period of now is left out: only a part of it is counted."""
    now = period_of(view.selection)
    within = [span for span in spans if span != now and is_within(span, now)]
    if not within:
        return
    st.selectbox(
        "Zoom to",
        within,
        index=None,
        format_func=lambda span: spans.get(span, span),
        placeholder="Choose a time",
        key="zoom-to",
        width=260,
        on_change=_zoom_to_chosen,
        args=(view.database,),
    )


def is_within(span: str, period: str) -> bool:
    """Whether a period, which may have open ends or be empty, has all days of a span.

    >>> is_within("2024-03-01..2024-03-31", "2024-02-10.."), is_within("2024-01-01..2024-12-31", "..2024-03-31")
    (True, False)
    """
    first, last = days_of(span)
    start, end = days_of(period) if period else (None, None)
    if not (first and last):
        return False
    return (start is None or start <= first) and (end is None or last <= end)


def further(view: View) -> None:
    """Buttons that move the period, where there is one, and take it away."""
    now = period_of(view.selection)
    if not now:
        return
    for label, span, icon in (
        ("Earlier", shifted(now, -1), ":material/chevron_left:"),
        ("Later", shifted(now, 1), ":material/chevron_right:"),
        ("Zoom out", widened(now), ":material/zoom_out:"),
    ):
        if span != now:
            st.button(label, key=f"zoom-{label}", icon=icon, on_click=partial(zoom_to, view.database, span))


def report_days(n_on_report: int) -> None:
    """A switch for the facts without a date, of which there are so many: on the day of their report, or not at all."""
    if n_on_report:
        st.toggle(
            f"Show {counted(n_on_report)} without a day, in grey",
            help="The text gives them no day: they stand on the day of their report.",
            **address.held(ON_REPORT, [True, False], True, _yes),
        )


def _yes(value: object) -> str:
    return "yes" if value else NO


def shifted(span: str, sign: int) -> str:
    """The period moved by its own length; one with an open end stays.

    >>> shifted("2024-03-01..2024-03-31", 1), shifted("2024-03-05..2024-03-05", -1), shifted("2024-03-05..", 1)
    ('2024-04-01..2024-04-30', '2024-03-04..2024-03-04', '2024-03-05..')
    """
    first, last = days_of(span)
    if not (first and last):
        return span
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        start = pd.Timestamp(first) + pd.DateOffset(months=sign * months)
        return period(start.date(), (start + pd.DateOffset(months=months) - pd.Timedelta(days=1)).date())
    length = timedelta(days=(last - first).days + 1) * sign
    return period(first + length, last + length)


def widened(span: str) -> str:
    """The month, year or decade around the period; nothing around what is longer.

    >>> widened("2024-03-05..2024-03-05"), widened("2024-03-01..2024-03-31"), widened("2024-01-01..2024-12-31")
    ('2024-03-01..2024-03-31', '2024-01-01..2024-12-31', '2020-01-01..2029-12-31')
    >>> widened("2020-01-01..2029-12-31"), widened("2020-01-01..")
    ('', '')
    """
    first, last = days_of(span)
    if not (first and last):
        return ""
    start = first.year - first.year % 10
    around = (
        (first.replace(day=1), (pd.Timestamp(first) + pd.offsets.MonthEnd(0)).date()),
        (date(first.year, 1, 1), date(first.year, 12, 31)),
        (date(start, 1, 1), date(start + 9, 12, 31)),
    )
    wider = (ends for ends in around if ends[0] <= first and last <= ends[1] and ends != (first, last))
    return next((period(*ends) for ends in wider), "")


def _zoom_to_chosen(database: Database) -> None:
    if span := st.session_state["zoom-to"]:
        st.session_state["zoom-to"] = None
        zoom_to(database, span)


def zoom_to(database: Database, span: str) -> None:
    """Make this the period, none where it is empty, counted in what suits it; for callbacks."""
    now = selected.read(database).selection
    for name in TIME_FIELDS:
        now = now.without(name)
    zoomed = now.narrowed((Cut("period", span),)) if span else now
    selected.set_to(database, zoomed, {BY: []})
