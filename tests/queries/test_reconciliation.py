"""Every number that a page shows opens as many rows as it says, whatever is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from analysis.fields.cut import Cut
from analysis.queries import overview, people, timeline
from analysis.queries.dating import dating
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows
from analysis.queries.windows import windows
from display.pictures import named as people_panel
from display.pictures import overview as overview_panel
from display.pictures.over_time import time_chart
from pages.parts.drawing.draw import Mark
from pages.parts.timeline.left_out import left_out
from pages.parts.timeline.single import single_chart
from tests.pages.made.names import entity_id

THEMES = ("aid", "diplomacy", "economy", "education", "mining", "security", "services")

SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme=("mining", "")), id="mining or no theme"),
    pytest.param(Selection.of(publisher=("Northern Wire", "")), id="a publisher or none"),
    pytest.param(Selection.of(entity=(entity_id("Herat"),)), id="Herat"),
    pytest.param(Selection.of(period="2024-02-01..2024-06-30"), id="a period"),
    pytest.param(Selection.of(status=("planned", "possible"), words="a"), id="plans with a word"),
    pytest.param(Selection.of(words="no such word"), id="nothing"),
    pytest.param(Selection(details=True), id="everything, with details"),
    pytest.param(Selection((Cut("theme", "mining"),), details=True), id="mining, with details"),
]


def theme_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    yield from overview_panel.theme_chart(
        overview.facts_by_theme(database, selection), THEMES, n_facts(database, selection)
    ).marks


def status_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    yield from overview_panel.status_chart(overview.facts_by_status(database, selection)).marks


def publisher_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    yield from overview_panel.publisher_chart(
        overview.facts_by_publisher(database, selection), n_facts(database, selection)
    ).marks


def time_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    for window in windows(dating(database, selection)).values():
        counts = timeline.facts_per_bucket(database, selection, window)
        if len(counts):
            yield from time_chart(counts, window.bucket).marks
        yield from left_out(database, selection, window)


def single_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    rows = fact_rows(database, selection, (), (0, 1000))
    dated = rows[rows["first_day"].notna()].reset_index(drop=True)
    if len(dated):
        yield from single_chart(dated, THEMES).marks


def named_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    yield from people_panel.named_chart(people.named(database, selection)).marks


CHARTS = [theme_marks, status_marks, publisher_marks, time_marks, single_marks, named_marks]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("marks", CHARTS, ids=lambda chart: chart.__name__)
def test_a_mark_opens_as_many_rows_as_it_says(
    database: Database, marks: Callable[[Database, Selection], Iterator[Mark]], selection: Selection
):
    for mark in marks(database, selection):
        count, rows = (n_facts, fact_rows) if mark.unit == "facts" else (n_sentences, sentence_rows)
        assert count(database, selection, mark.cuts) == mark.n_rows, mark
        assert len(rows(database, selection, mark.cuts, (0, 1000))) == mark.n_rows, mark


@pytest.mark.parametrize("selection", SELECTIONS)
def test_themes_and_statuses_add_up_to_all_facts(database: Database, selection: Selection):
    total = n_facts(database, selection)

    assert overview.facts_by_theme(database, selection)["n_facts"].sum() == total
    assert overview.facts_by_status(database, selection)["n_facts"].sum() == total
    assert overview.overview_counts(database, selection)["n_facts"].iloc[0] == total


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_columns_and_what_they_leave_out_add_up_to_all_facts(database: Database, selection: Selection):
    dates = dating(database, selection)
    for window in windows(dates).values():
        in_columns = timeline.facts_per_bucket(database, selection, window)["n_facts"].sum()
        outside = sum(mark.n_rows for mark in left_out(database, selection, window))
        assert in_columns + outside == dates["n_facts"].iloc[0]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_labels_of_a_chart_tell_its_marks_apart(database: Database, selection: Selection):
    for marks in CHARTS[:4]:
        labels = [mark.label for mark in marks(database, selection)]
        assert len(labels) == len(set(labels)) or marks is time_marks
