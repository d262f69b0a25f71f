"""Figures from frames."""

from __future__ import annotations

import json
from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import pytest
import streamlit as st

from display import charts
from display.charts import look
from display.charts.intervals import intervals
from display.charts.map import Spot
from display.charts.multiples import Strip, multiples
from display.charts.network import Node, Tie
from display.charts.reported import each_reported, reported
from display.charts.time import columns_by_hour
from display.charts.topics import matrix, report_map, rise_lines, side_bars, term_bars
from display.lead import lead_words
from display.palette import GREY, N_COLOURS
from display.pictures.over_time import time_takeaway
from pages.parts.people.networks import GROUP_LOOKS
from pages.parts.timeline.single import single_labels
from tests.pages.conftest import Open
from tests.pages.made.names import HOSTILE_NAME, LONG_WORD


def counts(rows: list[tuple[str, str, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["bucket", "status", "n_facts"])
    return frame.astype({"bucket": "datetime64[s]"})


def test_a_bar_is_as_long_as_its_number_and_knows_its_row():
    figure = charts.bars(["one", "two"], [3, 1], unit="claims")

    assert list(figure.data[0].x) == [3, 1]
    assert list(figure.data[0].customdata) == [0, 1]


def test_a_bar_that_the_filters_take_away_is_grey_and_says_so():
    figure = charts.bars(["one", "two"], [3, 1], unit="claims", outside=[False, True])

    assert figure.data[0].marker.color[0] != figure.data[0].marker.color[1] == GREY
    assert figure.data[0].hovertext[1] == "two: 1 claim outside the filters"


def test_hours_come_before_the_parts_of_the_day():
    frame = pd.DataFrame({"hour": ["TNI", "T18", "TMO", "T09"], "status": "done", "n_facts": 1})

    figure = columns_by_hour(frame)

    assert list(figure.layout.xaxis.categoryarray) == ["09:00", "18:00", "Morning", "Night"]


def test_each_strip_has_its_columns_and_its_total():
    rows = pd.DataFrame({"lane": ["a", "a", "b"], "n_facts": [2, 3, 4]})
    rows["bucket"] = pd.to_datetime(["2024-01-01", "2024-02-01", "2024-01-01"])

    figure = multiples(rows, [Strip("First <b>", GREY), Strip("Second", GREY)], "month")

    assert [list(trace.customdata) for trace in figure.data] == [[0, 1], [2]]
    assert [note.text for note in figure.layout.annotations] == ["<b>First &lt;b></b>  5", "<b>Second</b>  4"]
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_names_in_a_chart_are_text_and_short():
    figure = charts.bars([HOSTILE_NAME, LONG_WORD], [2, 1])

    assert figure.layout.yaxis.ticktext[0].startswith("&lt;img")
    assert len(figure.layout.yaxis.ticktext[1]) == 26
    assert "<img" not in json.dumps(figure.to_plotly_json(), default=str)


def test_two_bars_of_the_same_name_stay_two():
    figure = charts.bars(["Jordan", "Jordan"], [2, 1])

    assert len(set(figure.data[0].y)) == 2


def test_each_status_is_a_trace_with_a_pattern_of_its_own():
    figure = charts.columns_over_time(
        counts([("2024-01-01", "done", 2), ("2024-01-01", "planned", 1), ("2024-02-01", "done", 0)]), "month"
    )

    assert [trace.name for trace in figure.data] == ["Done", "Planned"]
    assert [trace.marker.pattern.shape for trace in figure.data] == ["", "/"]


def test_a_single_month_does_not_fill_the_page():
    figure = charts.columns_over_time(counts([("2024-05-01", "done", 1)]), "month")

    first, last = (pd.Timestamp(day) for day in figure.layout.xaxis.range)
    assert (last - first).days > 200


def test_facts_that_overlap_get_lines_of_their_own():
    days = ["2024-01-01", "2024-01-02", "2024-03-01"]
    facts = pd.DataFrame({"first_day": days, "end_day": ["2024-02-01", "2024-02-01", "2024-03-02"]}).astype(
        "datetime64[s]"
    )
    facts["theme"], facts["status"], facts["lane"], facts["number"] = "mining", "done", "Mining", range(3)

    figure = charts.lanes(facts, ["mining"], ["a", "b", "c"])

    assert list(figure.data[-1].y) == [0, 1, 0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("2024-01-01", "done", 2)], "January 2024 has most: 2 claims."),
        (
            [("2024-01-01", "planned", 2), ("2024-02-01", "planned", 0), ("2024-03-01", "planned", 1)],
            "January 2024 has most: 2 claims. 3 of all 3 are plans. Nothing is told of 1 month between.",
        ),
    ],
    ids=["one month", "a month of silence"],
)
def test_the_sentence_says_what_the_columns_show(rows, said: str):
    assert time_takeaway(counts(rows), "month") == said


def test_the_first_sentence_counts_what_is_there():
    row = pd.Series(
        {
            "n_reports": 1,
            "n_with_facts": 1,
            "n_copies": 0,
            "n_publishers": 0,
            "n_facts": 1,
            "first_published": pd.NaT,
            "first_day": pd.NaT,
        }
    )

    assert lead_words(row) == "1 report holds 1 claim."


def test_facts_that_read_the_same_are_told_apart():
    facts = pd.DataFrame(
        {
            "fact_id": ["f1", "f2"],
            "claim": [None, None],
            "actor": ["He", "He"],
            "action": ["left", "left"],
            "target": [None, None],
            "first_day": pd.to_datetime([None, None]),
            "end_day": pd.to_datetime([None, None]),
            "precision": [None, None],
        }
    )

    assert single_labels(facts) == ["He left", "He left (f2)"]
    assert single_labels(facts.assign(claim="Sadat left.")) == ["Sadat left.", "Sadat left. (f2)"]


DAYS = pd.to_datetime(["2024-01-01", "2024-02-01", "2024-02-01"])
FACTS = pd.DataFrame(
    {
        "first_day": DAYS,
        "end_day": DAYS + pd.to_timedelta([1, 30, 1], unit="D"),
        "published": DAYS,
        "theme": ["mining", None, "aid"],
        "status": ["done", "planned", "denied"],
        "lane": ["Mining", "None", "Aid"],
        "number": range(3),
    }
)
COUNTS = pd.DataFrame(
    {
        "bucket": DAYS,
        "published": ["2024-01-02", "2024-02-02", "2024-02-03"],
        "hour": ["T09", "TMO", "T09"],
        "lane": ["mining", "mining", "aid"],
        "theme": ["mining", "aid", "security"],
        "status": ["done", "planned", "denied"],
        "n_facts": [1, 7, 0],
        "is_outside": [False, False, True],
    }
)
RISE = pd.DataFrame(
    {"term": ["a", "a", "b"], "bucket": DAYS, "n_rows": [1, 2, 3], "n_all": 9, "share": [0.1, 0.2, 0.3]}
)
CELLS = pd.DataFrame(
    {"row": [0, 1], "theme": ["aid", "mining"], "shade": [0, 1], "number": [1, 2], "hover": ["a", "b"]}
)
POINTS = pd.DataFrame({"x": [0.1, 0.2], "y": [0.3, 0.4], "theme": ["aid", None], "topic": ["road, bridge", None]})
PRECISION = pd.DataFrame({"precision": [0.5, 0.9], "low": [0.3, 0.8], "high": [0.7, 1.0]})
THEMES = [f"theme {number}" for number in range(N_COLOURS)] + ["aid", "mining", "security"]  # these are striped
NODES = [Node("a", "Anna", "PERSON", 5), Node("b", "Bank", "ORG", 1)]
TIES = [
    Tie(left="a", right="b", number=2, words="a to b", size=3, look="verbal conflict"),
    Tie(left="b", right="a", number=3, words="b to a", size=1, look=""),
]
TEXTS = ["one", "two", "three"]
EVERY_CHART = {
    "bars": lambda: charts.bars(TEXTS, [1, 2, 3], outside=[True, False, False]),
    "bars of statuses": lambda: charts.status_bars(COUNTS),
    "bars of themes": lambda: charts.theme_bars(COUNTS, THEMES),
    "columns": lambda: charts.columns(TEXTS, [1, 2, 3]),
    "columns over time": lambda: charts.columns_over_time(COUNTS, "month"),
    "columns inside the filters": lambda: charts.columns_over_time(COUNTS[:2], "month"),
    "columns by the hour": lambda: columns_by_hour(COUNTS),
    "strips": lambda: multiples(COUNTS, [Strip("Mining", GREY, "/"), Strip("Aid", GREY, is_outside=True)], "month"),
    "lanes": lambda: charts.lanes(FACTS, THEMES, TEXTS),
    "each reported": lambda: each_reported(FACTS, TEXTS),
    "reported": lambda: reported(COUNTS, "month"),
    "intervals": lambda: intervals(["one", "two"], PRECISION),
    "terms": lambda: term_bars(TEXTS, [1, 2, 3], [3, 2, 1], GREY),
    "matrix": lambda: matrix(CELLS, ["one", "two"], {"aid": "Aid", "mining": "Mining"}, THEMES),
    "counts of terms": lambda: rise_lines(RISE, "month", "n_rows", "facts"),
    "shares of terms": lambda: rise_lines(RISE, "month", "share", "facts"),
    "two sides": lambda: side_bars(TEXTS, [-1.5, 2.0, 3.0], ["1", "2", "3"], [True, False, True]),
    "map of few reports": lambda: report_map(POINTS, THEMES, TEXTS),
    "map of many reports": lambda: report_map(pd.concat([POINTS] * 9, ignore_index=True), THEMES, TEXTS * 9),
    "map of countries": lambda: charts.country_map([Spot("AF", "Afghanistan", 9, 0), Spot("FR", "France", 1, 1)]),
    "network": lambda: charts.network(NODES, TIES, {"a": (-1.0, 0.0), "b": (1.0, 0.0)}, GROUP_LOOKS, 2),
}
each_chart = pytest.mark.parametrize("draw", EVERY_CHART.values(), ids=EVERY_CHART)


@each_chart
def test_a_chart_has_only_what_plotly_knows(draw: Callable[[], go.Figure]):
    figure = draw()

    assert go.Figure(json.loads(figure.to_json())).data


@each_chart
def test_a_chart_has_the_shared_look(draw: Callable[[], go.Figure]):
    layout = draw().to_dict()["layout"]

    assert layout["clickmode"] == "event+select"
    assert layout["dragmode"] is False
    assert all(part["fixedrange"] for name, part in layout.items() if name[1:5] == "axis")
    assert layout["xaxis"]


@each_chart
def test_a_chart_takes_every_colour_from_the_palette(draw: Callable[[], go.Figure]):
    for trace in draw().to_dict()["data"]:
        assert trace.get("marker", {}).get("color") or trace["line"]["color"]


PLACES_OF_CHARTS = [
    ("explore/overview", {}),
    ("explore/overview", {"theme": "Mining"}),
    *(("explore/topics", {"part": part}) for part in ("words", "matrix", "rise", "map")),
    ("explore/topics", {"part": "compare", "theme": "Mining", "against": "theme", "against_theme": "Education"}),
    *(("explore/timeline", {"by": by}) for by in ("day", "month", "year", "decade", "hour")),
    *(("explore/people", {"look": look}) for look in ("does", "says", "together", "countries", "names", "profile")),
    ("explore/search", {"q": "contract"}),
]


@pytest.mark.parametrize(("page", "address"), PLACES_OF_CHARTS, ids=str)
def test_a_page_draws_only_what_plotly_knows(visit: Open, monkeypatch: pytest.MonkeyPatch, page: str, address):
    figures: list[go.Figure] = []
    monkeypatch.setattr(st, "plotly_chart", lambda figure, **_: figures.append(figure))

    app = visit(page, **address)

    assert not app.exception
    assert figures
    for figure in figures:
        go.Figure(json.loads(figure.to_json()))


def test_a_property_that_plotly_does_not_know_is_found():
    figure = look.figure([{"type": "bar", "colour": "red"}], 100)

    with pytest.raises(ValueError, match="colour"):
        go.Figure(json.loads(figure.to_json()))


def test_months_under_columns_are_short_so_that_they_fit_a_phone():
    figure = charts.columns(["15 February 2024", "1 May 2024"], [1, 2])

    assert figure.layout.xaxis.ticktext[0] == "15 Feb<br>2024"
    assert figure.data[0].hovertext[0] == "15 February 2024"
