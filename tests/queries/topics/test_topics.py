"""What the page of topics counts: every number opens as many rows, and rankings say what they claim."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.pipeline import term_tables
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows
from analysis.queries.topics import compare, found, matrices, rise, theme_terms
from analysis.store import publish
from pages.parts.drawing.draw import Mark
from pages.parts.topics import compare as compare_panel
from pages.parts.topics import found as found_panel
from pages.parts.topics import matrix as matrix_panel
from pages.parts.topics import report_map as map_panel
from pages.parts.topics import rise as rise_panel
from pages.parts.topics import theme_terms as terms_panel
from tests.pages import snapshots
from tests.pages.made.names import HOSTILE_THEME, entity_id

THEMES = ("aid", "diplomacy", "economy", "education", "mining", "security", "services", HOSTILE_THEME)
SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme=("mining", "")), id="mining or no theme"),
    pytest.param(Selection.of(publisher=("Northern Wire", "")), id="a publisher or none"),
    pytest.param(Selection.of(person=entity_id("Karim Sadat")), id="a person"),
    pytest.param(Selection.of(period="2024-02-01..2024-06-30"), id="a period"),
    pytest.param(Selection.of(status=("planned", "possible"), words="a"), id="plans with a word"),
    pytest.param(Selection((), ((Cut("theme", "mining"),),)), id="mining hidden"),
    pytest.param(Selection.of(published="2024-03"), id="a month of publication"),
    pytest.param(Selection.of(topic="t1"), id="a topic"),
    pytest.param(Selection.of(words="no such word"), id="nothing"),
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The nine reports five times, with the topics that were found in them."""
    out = tmp_path_factory.mktemp("many")
    frames = snapshots.large_frames(5)
    return Database(publish(out, frames | term_tables(frames["term_occurrences"], frames["themes"]), {}))


def word_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    sizes = theme_terms.theme_sizes(database, selection)
    if len(sizes):
        yield from terms_panel.size_chart(sizes, THEMES).marks
    for weight in (0.0, 0.6, 1.0):
        for chart in terms_panel.term_charts(sizes, theme_terms.theme_terms(database, selection, weight), THEMES):
            yield from chart.marks


def matrix_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    for by in matrices.MOST_COLUMNS:
        cells = matrices.theme_matrix(database, selection, by)
        if len(cells):
            yield from matrix_panel.matrix_chart(database, cells, by, "count", THEMES).marks


def rise_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    terms = list(rise.term_choices(database, selection)["term"])[:3]
    for by in rise_panel.BY:
        within = rise.window(database, selection, by)
        if within and terms:
            counted = rise.rise(database, selection, terms, by, within)
            if len(counted):
                yield from rise_panel.rise_chart(counted, within, by, "count").marks


def topic_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    listed = found.found_topics(database, selection)
    if len(listed):
        yield from found_panel.topics_chart(listed).marks


def map_marks(database: Database, selection: Selection) -> Iterator[Mark]:
    points = found.map_points(database, selection)
    if len(points):
        yield from map_panel.map_chart(points, THEMES).marks


def assert_reconciled(database: Database, selection: Selection, mark: Mark) -> None:
    count, rows = (n_facts, fact_rows) if mark.unit == "facts" else (n_sentences, sentence_rows)
    assert count(database, selection, mark.cuts) == mark.n_rows, mark
    assert len(rows(database, selection, mark.cuts, (0, 1000))) == mark.n_rows, mark


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("marks", [word_marks, matrix_marks, rise_marks, topic_marks, map_marks])
def test_a_mark_opens_as_many_rows_as_it_says(
    many: Database, marks: Callable[[Database, Selection], Iterator[Mark]], selection: Selection
) -> None:
    for mark in marks(many, selection):
        assert_reconciled(many, selection, mark)


@pytest.mark.parametrize("selection", SELECTIONS[:-1])
def test_both_sides_of_a_comparison_open_as_many_rows_as_they_say(many: Database, selection: Selection) -> None:
    other = compare.everything_else(selection) or Selection.of(theme="mining")
    sizes = compare.two_sides(many, selection, other).iloc[0]
    rows = compare.differences(many, selection, other, (int(sizes["n_left"]), int(sizes["n_right"])))

    assert sizes["n_left"] == n_sentences(many, selection)
    assert sizes["n_right"] == n_sentences(many, other)
    for is_left, own in ((True, selection), (False, other)):
        of_side = rows[(rows["z"] > 0) == is_left].reset_index(drop=True)
        if len(of_side):
            for mark in compare_panel.side_chart(of_side, compare_panel.Side("a", own), is_left).marks:
                assert_reconciled(many, own, mark)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_labels_of_a_chart_tell_its_marks_apart(many: Database, selection: Selection) -> None:
    for marks in (topic_marks, map_marks):
        labels = [mark.label for mark in marks(many, selection)]
        assert len(labels) == len(set(labels))


def test_relevance_of_one_ranks_by_frequency(many: Database) -> None:
    for _, own in theme_terms.theme_terms(many, Selection(), 1.0).groupby("theme"):
        assert own["n_sentences"].is_monotonic_decreasing


def test_relevance_of_zero_ranks_by_lift(many: Database) -> None:
    for _, own in theme_terms.theme_terms(many, Selection(), 0.0).groupby("theme"):
        assert own["lift"].round(9).is_monotonic_decreasing


def test_relevance_is_what_the_paper_says(many: Database) -> None:
    every = theme_terms.theme_terms(many, Selection(), 1.0, 1000)
    row = every[every["theme"] == "mining"].iloc[0]
    share = math.exp(float(row["relevance"]))

    mixed = theme_terms.theme_terms(many, Selection(), 0.6, 1000)
    again = mixed[(mixed["theme"] == "mining") & (mixed["term"] == row["term"])].iloc[0]
    assert again["relevance"] == pytest.approx(0.6 * math.log(share) + 0.4 * math.log(row["lift"]))


def test_the_sentences_of_other_themes_are_those_with_the_term(database: Database) -> None:
    rows = theme_terms.theme_terms(database, Selection(), 1.0, 1000)
    row = rows[(rows["theme"] == "mining") & (rows["term"] == "copper mine")].iloc[0]

    others = [
        n_sentences(database, Selection(), (Cut("theme", theme), Cut("term", "copper mine")))
        for theme in theme_terms.theme_sizes(database, Selection())["theme"]
        if theme != "mining"
    ]
    assert row["n_elsewhere"] == sum(others)


def test_a_term_over_time_has_every_month_and_no_more_than_all(many: Database) -> None:
    within = rise.window(many, Selection(), "published")
    assert within is not None
    rows = rise.rise(many, Selection(), ["mine", "school"], "published", within)

    assert list(dict.fromkeys(rows["term"])) == ["mine", "school"]
    assert (rows["n_rows"] <= rows["n_all"]).all()
    months = rows[rows["term"] == "mine"]["bucket"]
    assert list(months) == list(pd.date_range(months.iloc[0], periods=len(months), freq="MS"))


@pytest.mark.parametrize(
    ("selection", "hidden"),
    [
        pytest.param(Selection.of(theme="aid"), ((Cut("theme", "aid"),),), id="one filter"),
        pytest.param(
            Selection.of(theme=("aid", "mining"), status="done"),
            ((Cut("status", "done"), Cut("theme", "aid")), (Cut("status", "done"), Cut("theme", "mining"))),
            id="one of two themes, and a status",
        ),
        pytest.param(
            Selection((Cut("theme", "aid"),), ((Cut("publisher", "A"),),)),
            ((Cut("publisher", "A"),), (Cut("theme", "aid"),)),
            id="what is hidden is on neither side",
        ),
    ],
)
def test_everything_else_hides_what_the_filters_let_through(selection: Selection, hidden: object) -> None:
    rest = compare.everything_else(selection)

    assert rest is not None
    assert not rest.only
    assert rest.hide == hidden


def test_what_is_hidden_is_the_rest_of_what_is_not() -> None:
    assert compare.everything_else(Selection((), ((Cut("theme", "aid"),),))) == Selection.of(theme="aid")


def test_a_side_and_everything_else_share_no_sentence_and_miss_none(many: Database) -> None:
    selection = Selection.of(theme="mining")
    rest = compare.everything_else(selection)
    assert rest is not None
    sizes = compare.two_sides(many, selection, rest).iloc[0]

    assert sizes["n_both"] == 0
    assert sizes["n_left"] + sizes["n_right"] == n_sentences(many, Selection())


def test_sides_turned_round_turn_the_sign_alone(many: Database) -> None:
    one, other = Selection.of(theme="mining"), Selection.of(theme="education")
    there = compare.differences(many, one, other, (10, 10), 1000).set_index("term")["z"]
    back = compare.differences(many, other, one, (10, 10), 1000).set_index("term")["z"]

    assert (there + back.reindex(there.index)).abs().max() < 1e-9


def test_two_equal_sides_differ_in_nothing(many: Database) -> None:
    assert compare.differences(many, Selection(), Selection(), (10, 10)).empty


def test_a_term_of_few_sentences_is_too_little_evidence(database: Database) -> None:
    rows = compare.differences(database, Selection.of(theme="mining"), Selection.of(theme="education"), (10, 10))

    few = rows[rows["n_left"] + rows["n_right"] < compare.ENOUGH_SENTENCES]
    assert len(few)
    assert not few["is_enough"].any()


def test_typical_reports_have_the_topic_as_their_main_one(many: Database) -> None:
    for topic_id in found.found_topics(many, Selection())["topic_id"]:
        rows = found.typical_reports(many, Selection(), str(topic_id))
        assert 0 < len(rows) <= 5
        assert rows["weight"].is_monotonic_decreasing


def test_a_topic_is_found_again_by_its_label(many: Database) -> None:
    first = found.found_topics(many, Selection()).iloc[0]

    assert found.topic_of_label(many, str(first["label"])) == first["topic_id"]
    assert found.label_of_topic(many, str(first["topic_id"])) == first["label"]
    assert found.topic_of_label(many, "no such label") is None


def test_few_reports_have_no_topics_and_still_a_map(database: Database) -> None:
    assert found.found_topics(database, Selection()).empty
    assert len(found.map_points(database, Selection())) >= 3


def test_a_sample_of_the_map_says_how_many_there_are(many: Database) -> None:
    every, few = found.map_points(many, Selection()), found.map_points(many, Selection(), 5)

    assert len(few) == 5
    assert set(few["n_all"]) == {len(every)}


def test_nothing_to_count_gives_empty_answers(blank: Database, tmp_path: Path) -> None:
    nothing = Selection()

    assert theme_terms.theme_terms(blank, nothing).empty
    assert all(matrices.theme_matrix(blank, nothing, by).empty for by in matrices.MOST_COLUMNS)
    assert rise.term_choices(blank, nothing).empty
    assert rise.window(blank, nothing, "published") is None
    assert compare.differences(blank, nothing, Selection.of(theme="aid"), (0, 0)).empty
    assert found.map_points(blank, nothing).empty
