"""Marks of the overview and the timeline open as many rows as they say, those in grey too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.queries import lanes, news, overview, people, timeline
from analysis.queries.context import in_context
from analysis.queries.dating import dating
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.reported import reported, told
from analysis.queries.rows import fact_rows, n_facts, n_sentences
from analysis.queries.windows import Window, windows
from analysis.store import publish
from display.pictures import over_time as columns
from display.pictures import overview as overview_panel
from display.pictures.named import named_chart
from pages.parts.drawing.draw import Chart, Mark, mark_of_cell
from pages.parts.timeline import reported as reports
from pages.parts.timeline.lanes import lane_chart
from pages.parts.timeline.left_out import left_out
from pages.parts.timeline.over_time import period_of
from tests.pages.made.names import entity_id
from tests.pages.snapshots import small_frames

THEMES = ("aid", "diplomacy", "economy", "education", "mining", "security", "services")

SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme=("mining", "")), id="mining or no theme"),
    pytest.param(Selection.of(period="2024-02-01..2024-03-20"), id="a period"),
    pytest.param(Selection.of(publisher="Northern Wire", status="done"), id="done, of a publisher"),
    pytest.param(Selection().hiding((Cut("theme", "mining"),)).hiding((Cut("status", "done"),)), id="hidden"),
    pytest.param(Selection.of(month="2024-03-01 00:00:00", status="done"), id="a month"),
    pytest.param(Selection().hiding((Cut("day", "2024-03-03 00:00:00"),)), id="without a day"),
    pytest.param(Selection.of(person=entity_id("Karim Sadat")), id="a person"),
    pytest.param(Selection().hiding((Cut("entity", entity_id("Herat")),)), id="without a place"),
    pytest.param(Selection.of(words="no such word"), id="nothing"),
]


def all_windows(database: Database, selection: Selection) -> list[Window]:
    return list(windows(dating(database, selection), period_of(selection)).values())


def bar_charts(database: Database, selection: Selection) -> Iterator[Chart]:
    themes = in_context(overview.facts_by_theme, database, selection, "theme")
    statuses = in_context(overview.facts_by_status, database, selection, "status")
    publishers = in_context(overview.facts_by_publisher, database, selection, "publisher")
    yield overview_panel.theme_chart(themes, THEMES, n_facts(database, selection))
    yield overview_panel.status_chart(statuses)
    yield overview_panel.publisher_chart(publishers, n_facts(database, selection))


def time_charts(database: Database, selection: Selection) -> Iterator[Chart]:
    for window in all_windows(database, selection):
        counts = columns.beside(database, selection, window)
        if len(counts):
            yield columns.time_chart(counts, window.bucket)
    hours = in_context(timeline.facts_per_hour, database, selection, "hour")
    if len(hours):
        yield columns.hour_chart(hours)


def lane_charts(database: Database, selection: Selection) -> Iterator[Chart]:
    for window in all_windows(database, selection):
        for lane in lanes.LANES:
            rows = lanes.facts_per_lane(database, selection, window, lane)
            if len(rows):
                yield lane_chart(rows, window, lane, THEMES)


def reported_charts(database: Database, selection: Selection) -> Iterator[Chart]:
    seen = told(database, selection)
    for window in all_windows(database, selection):
        counts = reported(database, selection, window)
        if len(counts):
            yield reports.reported_chart(counts, window.bucket, seen)


CHARTS = [bar_charts, time_charts, lane_charts, reported_charts]
each_selection = pytest.mark.parametrize("selection", SELECTIONS)
each_chart = pytest.mark.parametrize("charts", CHARTS, ids=lambda charts: charts.__name__)


def opens(database: Database, selection: Selection, mark: Mark) -> int:
    return n_facts(database, mark.within(selection), mark.cuts)


@each_selection
@each_chart
def test_a_mark_opens_as_many_facts_as_it_says(
    database: Database, charts: Callable[[Database, Selection], Iterator[Chart]], selection: Selection
):
    for chart in charts(database, selection):
        for mark in chart.marks:
            assert opens(database, selection, mark) == mark.n_rows, (chart.key, mark)


@each_selection
@each_chart
def test_a_cell_of_the_table_opens_the_number_that_it_shows(
    database: Database, charts: Callable[[Database, Selection], Iterator[Chart]], selection: Selection
):
    for chart in charts(database, selection):
        for place, row in enumerate(chart.table.itertuples(index=False)):
            for column, value in zip(chart.table.columns, row, strict=True):
                number = mark_of_cell(chart, place, str(column))
                if number is not None and column in {"Facts", "Done", "Planned", "Mining", "No theme"}:
                    assert chart.marks[number].n_rows == value, (chart.key, place, column)


@each_selection
def test_told_and_left_out_open_as_many_facts_as_they_say(database: Database, selection: Selection):
    n_of_report = int(dating(database, selection)["n_of_report"].iloc[0])
    marks = reports.told_marks(told(database, selection), n_of_report)
    marks += left_out(database, selection, None, is_by_hour=True)

    for mark in marks:
        assert opens(database, selection, mark) == mark.n_rows, mark


def test_what_a_filter_takes_away_stays_in_grey(database: Database):
    selection = Selection.of(theme="mining")

    chart = overview_panel.theme_chart(
        in_context(overview.facts_by_theme, database, selection, "theme"), THEMES, n_facts(database, selection)
    )

    grey = {mark.label for mark in chart.marks if mark.lifts}
    assert "Aid" in grey
    assert "Mining" not in grey
    assert chart.table["Theme"].tolist() == ["Mining"]


def test_what_lies_beside_the_period_stays_in_grey(database: Database):
    selection = Selection.of(period="2024-03-01..2024-03-31")
    window = windows(dating(database, selection), "2024-03-01..2024-03-31")["month"]

    counts = columns.beside(database, selection, window)

    inside = counts.loc[~counts["is_outside"], "bucket"].dt.strftime("%Y-%m").unique().tolist()
    assert inside == ["2024-03"]
    assert "2024-02" in counts.loc[counts["is_outside"], "bucket"].dt.strftime("%Y-%m").tolist()


@pytest.mark.parametrize(
    ("selection", "grey"),
    [
        (Selection(), set[str]()),
        (Selection.of(theme="mining"), set[str]()),
        (Selection().hiding((Cut("entity", entity_id("Herat")),)), {"Herat"}),
        (Selection.of(person=entity_id("Tomas Berg")), {"Azerbaijan", "Leyla Rahimova", "Kabul"}),
    ],
    ids=["everything", "a theme", "without Herat", "Berg"],
)
def test_names_that_filters_by_name_take_away_stay_in_grey(database: Database, selection: Selection, grey: set[str]):
    chart = named_chart(people.named(database, selection), beside=people.named_beside(database, selection))

    assert grey == {mark.label for mark in chart.marks if mark.lifts}
    assert bool(grey) == ("in grey" in chart.takeaway)
    assert len(chart.table) == sum(not mark.lifts for mark in chart.marks)
    for mark in chart.marks:
        assert n_sentences(database, mark.within(selection), mark.cuts) == mark.n_rows


def test_the_newest_report_comes_first(database: Database):
    days = news.newest(database, Selection(), (0, 20))["published"].tolist()

    assert days == sorted(days, reverse=True)
    assert len(days) == news.n_reports_with_news(database, Selection())


def test_what_is_first_told_is_told_by_no_earlier_report(database: Database):
    reports = news.newest(database, Selection(), (0, 20))

    first = news.first_told(database, Selection(), tuple(reports["doc_id"]), most=20)

    every = fact_rows(database, Selection(), (), (0, 500))
    event = every[["actor_name", "target", "target_name", "event_class", "action"]]
    event = event.astype(object).fillna("").agg(" ".join, axis=1)
    for row in every[every["fact_id"].isin(first["fact_id"])].itertuples():
        same = every[(event == event[row.Index]) & (every["published"] < row.published)]
        assert same.empty, row.fact_id


@pytest.mark.parametrize(
    ("change", "is_left_out"),
    [
        pytest.param({"action": "said"}, True, id="somebody spoke"),
        pytest.param({"end_day": pd.Timestamp("2001-01-02")}, True, id="years ago"),
        pytest.param({"end_day": pd.NaT}, False, id="no day"),
        pytest.param({}, False, id="of these days"),
    ],
)
def test_what_is_new_is_no_talk_and_not_of_years_ago(tmp_path: Path, change: dict[str, object], is_left_out: bool):
    frames = small_frames()
    facts = frames["facts"]
    row = facts.index[facts["is_claim"] & facts["is_main"]][0]
    for name, value in change.items():
        facts.loc[row, name] = value
    changed = Database(publish(tmp_path, frames, {"model": "by hand"}))
    doc_id, fact_id = facts.loc[row, ["doc_id", "fact_id"]]

    first = news.first_told(changed, Selection(), (doc_id,), most=1)["fact_id"].tolist()

    assert (first != [fact_id]) == is_left_out


def test_a_report_without_news_is_not_among_the_new(tmp_path: Path):
    frames = small_frames()
    frames["facts"].loc[frames["facts"]["doc_id"] == "doc05", "action"] = "said"

    shown = news.newest(Database(publish(tmp_path, frames, {"model": "by hand"})), Selection(), (0, 20))

    assert "doc05" not in set(shown["doc_id"])
