"""Figures from frames."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from pages.parts import charts
from pages.parts.charts.multiples import Strip, multiples
from pages.parts.charts.time import columns_by_hour
from pages.parts.overview.counts import lead_words
from pages.parts.palette import GREY
from pages.parts.timeline.columns import time_takeaway
from pages.parts.timeline.single import single_labels
from tests.pages.snapshots import HOSTILE_NAME, LONG_WORD


def counts(rows: list[tuple[str, str, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["bucket", "status", "n_facts"])
    return frame.astype({"bucket": "datetime64[s]"})


def test_a_bar_is_as_long_as_its_number_and_knows_its_row():
    figure = charts.bars(["one", "two"], [3, 1], unit="facts")

    assert list(figure.data[0].x) == [3, 1]
    assert list(figure.data[0].customdata) == [0, 1]


def test_a_bar_that_the_filters_take_away_is_grey_and_says_so():
    figure = charts.bars(["one", "two"], [3, 1], unit="facts", outside=[False, True])

    assert figure.data[0].marker.color[0] != figure.data[0].marker.color[1] == GREY
    assert figure.data[0].hovertext[1] == "two: 1 fact outside the filters"


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
        ([("2024-01-01", "done", 2)], "January 2024 has most: 2 facts."),
        (
            [("2024-01-01", "planned", 2), ("2024-02-01", "planned", 0), ("2024-03-01", "planned", 1)],
            "January 2024 has most: 2 facts. 3 of all 3 are plans. Nothing is told of 1 month between.",
        ),
    ],
    ids=["one month", "a month of silence"],
)
def test_the_sentence_says_what_the_columns_show(rows, said: str):
    assert time_takeaway(counts(rows), "month") == said


def test_the_first_sentence_counts_what_is_there():
    row = pd.Series({"n_reports": 1, "n_publishers": 0, "n_facts": 1, "first_published": pd.NaT, "first_day": pd.NaT})

    assert lead_words(row) == "1 report holds 1 fact."


def test_facts_that_read_the_same_are_told_apart():
    facts = pd.DataFrame(
        {
            "fact_id": ["f1", "f2"],
            "actor": ["He", "He"],
            "action": ["left", "left"],
            "target": [None, None],
            "first_day": pd.to_datetime([None, None]),
            "end_day": pd.to_datetime([None, None]),
            "precision": [None, None],
        }
    )

    assert single_labels(facts) == ["He left", "He left (f2)"]
