"""Days are written in one way everywhere, in the order of the reader's language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from display import dates, day_words
from display.chart import Chart
from display.day_words import MONTHS
from tests.pages.conftest import Open, html
from tests.pages.numbers.shown import shown
from tests.pages.test_numbers import PAGES, Drawn

MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)})"
WRITTEN = {
    "en-GB": rf"\b\d{{1,2}} {MONTH} \d{{4}}\b",
    "en-US": rf"\b{MONTH} \d{{1,2}}, \d{{4}}\b",
    "ja-JP": rf"\b\d{{4}} {MONTH} \d{{1,2}}\b",
}
NUMERIC = r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{4}/\d{1,2}/\d{1,2}\b"
MORE: dict[str, dict[str, Any]] = {
    "explore/search?many": {"list": ["mine", "school"]},
    "explore/topics?period": {"part": "compare", "against": "period", "against_period": "2024-03-01..2024-03-31"},
}
MACHINE = re.compile(r"[\d\-:T. ]*")  # a value for plotly, for an address, for a field of a day
OF_MACHINES = ("id", "field", "value", "address", "href", "hovertemplate", "src", "file", "name_of_file")


@pytest.fixture(params=WRITTEN)
def locale(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The language of the reader's browser."""
    monkeypatch.setattr(type(st.context), "locale", property(lambda _: request.param))
    return str(request.param)


def others(locale: str) -> re.Pattern[str]:
    """The ways to write a day that are not the reader's."""
    return re.compile("|".join([NUMERIC, *(pattern for name, pattern in WRITTEN.items() if name != locale)]))


def strings(data: Any, name: str = "") -> Iterator[str]:
    """The strings of JSON that a reader may see."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, str(key))
    elif isinstance(data, list | tuple):
        for value in data:
            yield from strings(value, name)
    elif isinstance(data, str) and name not in OF_MACHINES and not MACHINE.fullmatch(data):
        yield data


def said(app: AppTest, charts: list[Chart]) -> Iterator[str]:
    """All that a page says besides the words of reports."""
    yield from (line.text for line in shown(app))
    for component in app.get("bidi_component"):
        yield from strings(json.loads(component.proto.json or "{}"))
    for chart in charts:
        yield from strings(json.loads(chart.figure.to_json()))
        yield from strings(chart.table.astype(object).where(chart.table.notna(), "").map(str).values.tolist())
    for frame in app.dataframe:
        yield from strings(frame.value.select_dtypes(["object", "str"]).map(str).values.tolist())


def undrawn_days(app: AppTest) -> list[str]:
    """The columns of tables and the fields with days that are not drawn in the reader's way."""
    order = dates.order_of(str(st.context.locale))
    fields = [field.label for field in app.date_input if field.proto.format != order.field]
    return fields + [
        str(name)
        for frame in app.dataframe
        for name in frame.value.select_dtypes("datetime").columns
        if json.loads(frame.proto.columns or "{}").get(name, {}).get("type_config", {}).get("format") != order.column
    ]


@pytest.mark.parametrize("opened", [*PAGES, *MORE])
def test_no_page_writes_a_day_in_another_way_than_the_reader_does(
    visit: Open, monkeypatch: pytest.MonkeyPatch, locale: str, opened: str
):
    drawn = Drawn(monkeypatch)

    app = visit(opened.split("?")[0], **(PAGES | MORE)[opened])

    wrong = others(locale)
    assert not app.exception
    assert [line for line in said(app, drawn.charts) if wrong.search(line)] == []
    assert undrawn_days(app) == []
    assert not any(
        str(column.dtype).startswith("datetime") for chart in drawn.charts for _, column in chart.table.items()
    )


def test_a_day_stands_on_the_page_as_its_reader_writes_it(visit: Open, locale: str):
    assert re.search(WRITTEN[locale], html(visit("explore/overview")))


@pytest.mark.parametrize(
    ("locale_of", "day", "within", "across", "month"),
    [
        ("en-GB", "4 March 2024", "4 to 7 March 2024", "30 January to 2 February 2024", "March 2024"),
        ("de", "4 March 2024", "4 to 7 March 2024", "30 January to 2 February 2024", "March 2024"),
        ("en-US", "March 4, 2024", "March 4 to 7, 2024", "January 30 to February 2, 2024", "March 2024"),
        ("ja", "2024 March 4", "2024 March 4 to 7", "2024 January 30 to February 2", "2024 March"),
    ],
)
def test_periods_follow_the_order_of_the_day(
    monkeypatch: pytest.MonkeyPatch, locale_of: str, day: str, within: str, across: str, month: str
):
    monkeypatch.setattr(day_words, "order", lambda: dates.order_of(locale_of))

    said = [
        day_words.day(pd.Timestamp("2024-03-04")),
        day_words.period(pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-07")),
        day_words.period(pd.Timestamp("2024-01-30"), pd.Timestamp("2024-02-02")),
        day_words.month(pd.Timestamp("2024-03-04")),
    ]

    assert said == [day, within, across, month]
