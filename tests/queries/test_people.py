"""Every number of the page People and places opens as many rows as it says, and the networks are what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.fields.event_class import EVENT_GROUPS
from analysis.queries import networks, profile
from analysis.queries.countries import countries
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.people import n_named, named
from analysis.queries.rows import n_facts, n_sentences
from analysis.tables.facts import FACTS
from pages.parts.drawing.draw import Chart, mark_of_cell
from tests.pages.made.names import entity_id
from tests.queries import people_marks

SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme="mining"), id="mining"),
    pytest.param(Selection.of(publisher=("Northern Wire", "")), id="a publisher or none"),
    pytest.param(Selection.of(entity=(entity_id("Herat"),)), id="Herat"),
    pytest.param(Selection.of(about=entity_id("Herat")), id="said about Herat"),
    pytest.param(Selection.of(speaks=entity_id("Karim Sadat")), id="where Sadat speaks"),
    pytest.param(Selection.of(event_group=("verbal conflict", "")), id="a group of events or none"),
    pytest.param(Selection((), ((Cut("entity", entity_id("Kabul")),),)), id="without Kabul"),
    pytest.param(Selection.of(words="no such word"), id="nothing"),
]
CHARTS = [people_marks.does_chart, people_marks.says_chart, people_marks.together_chart, people_marks.map_chart]
WHO = ["Karim Sadat", "Leyla Rahimova", "Norland Mining", "Herat", "Azerbaijan"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("chart_of", CHARTS, ids=lambda chart: chart.__name__)
def test_a_mark_of_a_picture_opens_as_many_rows_as_it_says(
    database: Database, chart_of: Callable[[Database, Selection], Chart | None], selection: Selection
):
    chart = chart_of(database, selection)
    for mark in chart.marks if chart else ():
        count = n_facts if mark.unit == "facts" else n_sentences
        assert count(database, selection, mark.cuts) == mark.n_rows > 0, mark


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("who", WHO)
def test_a_number_of_a_profile_opens_as_many_rows_as_it_says(database: Database, who: str, selection: Selection):
    for mark in people_marks.profile_marks(database, selection, entity_id(who)):
        count = n_facts if mark.unit == "facts" else n_sentences
        assert count(database, selection, mark.cuts) == mark.n_rows, mark


@pytest.mark.parametrize("who", WHO)
def test_the_columns_of_a_profile_and_what_they_leave_out_add_up(database: Database, who: str):
    key = entity_id(who)
    found = profile.figures(database, Selection(), key)
    shown = profile.window(found)

    in_columns = profile.times(found, shown)["n_facts"].sum() if shown else 0
    outside = sum(n for _, n in profile.outside(found, shown))

    assert in_columns + outside == n_facts(database, Selection(), profile.of_entity(key))


def figures_of_months(counts: dict[str, int]) -> pd.DataFrame:
    years = Counter[str]()
    for month, n in counts.items():
        years[f"{month[:4]}-01-01"] += n
    rows = [("month", f"{month}-01", n) for month, n in sorted(counts.items())]
    rows += [("year", year, n) for year, n in sorted(years.items())]
    return pd.DataFrame([*rows, ("undated", "", 7)], columns=["field", "value", "n_facts"])


def test_months_are_shown_of_a_short_time_and_years_of_a_long_one():
    short = profile.window(figures_of_months({"2023-11": 3, "2024-02": 5}))
    long = profile.window(figures_of_months({"2010-05": 5, "2024-02": 5}))

    assert short == profile.Window("month", pd.Timestamp("2023-11-01"), pd.Timestamp("2024-03-01"))
    assert long == profile.Window("year", pd.Timestamp("2010-01-01"), pd.Timestamp("2025-01-01"))


def test_a_far_day_does_not_squeeze_the_columns_and_is_counted_beside_them():
    found = figures_of_months({"1837-01": 1, "2024-01": 60, "2024-02": 60, "2060-01": 1})
    shown = profile.window(found)

    assert shown is not None
    assert list(profile.times(found, shown)["n_facts"]) == [60, 60]
    assert {one.field: n for one, n in profile.outside(found, shown)} == {
        "undated": 7,
        "months_before": 1,
        "months_from": 1,
    }


@pytest.mark.parametrize("chart_of", CHARTS, ids=lambda chart: chart.__name__)
def test_the_words_of_a_mark_stand_for_it_alone(
    database: Database, chart_of: Callable[[Database, Selection], Chart | None]
):
    chart = chart_of(database, Selection())

    assert chart is not None
    labels = [mark.label for mark in chart.marks]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("chart_of", CHARTS[:3], ids=lambda chart: chart.__name__)
def test_a_number_in_the_table_of_a_network_opens_what_it_counts(
    database: Database, chart_of: Callable[[Database, Selection], Chart | None]
):
    chart = chart_of(database, Selection())

    assert chart is not None
    number = chart.table.columns[-1]
    for row, value in enumerate(chart.table[number]):
        mark = mark_of_cell(chart, row, number)
        assert mark is not None
        assert chart.marks[mark].n_rows == value


def test_an_action_goes_from_who_acts_to_whom_it_is_done_to(database: Database):
    ties = networks.done_to(database, Selection())

    met = ties[(ties["left_name"] == "Leyla Rahimova") & (ties["right_name"] == "Karim Sadat")]
    assert met[["event_group", "n_rows"]].values.tolist() == [["verbal cooperation", 1]]
    assert not ((ties["left_name"] == "Karim Sadat") & (ties["right_name"] == "Leyla Rahimova")).any()


def test_who_speaks_is_tied_to_whom_the_facts_are_about(database: Database):
    ties = networks.speaks_about(database, Selection())

    pairs = set(zip(ties["left_name"], ties["right_name"], strict=True))
    assert ("Tomas Berg", "Norland Mining") in pairs
    assert not any(left == right for left, right in pairs)


def test_the_ties_by_deeds_are_the_facts_with_two_names(database: Database):
    ties = networks.done_to(database, Selection())

    assert ties["n_rows"].sum() == networks.n_tied_facts(database, Selection(), networks.DOES)


def test_a_small_picture_has_no_more_names_than_it_may_and_none_without_a_tie(database: Database):
    ties = networks.named_together(database, Selection())

    few = networks.strongest(ties, 4)

    assert len({*few["left_id"], *few["right_id"]}) <= 4
    assert len(few)


def ties_of(pairs: str) -> pd.DataFrame:
    """Ties written as `a-b3`: from a to b, three facts."""
    rows = [(tie[0], tie[2], "", tie[0], tie[2], int(tie[3:])) for tie in pairs.split()]
    return pd.DataFrame(rows, columns=["left_id", "right_id", "event_group", "left_name", "right_name", "n_rows"])


@pytest.mark.parametrize(
    ("pairs", "most", "kept"),
    [
        pytest.param("a-b5 c-d4 e-f1", 4, "abcd", id="the strongest pairs"),
        pytest.param("h-a2 h-b2 h-c2 x-y1", 4, "habc", id="one with many ties before a weak pair"),
        pytest.param("a-b1", 20, "ab", id="room for more than there are"),
        pytest.param("a-b1 b-c1", 1, "", id="no room for two"),
    ],
)
def test_the_picture_keeps_those_who_are_tied_most(pairs: str, most: int, kept: str):
    found = networks.strongest(ties_of(pairs), most)

    assert {*found["left_id"], *found["right_id"]} == set(kept)


def test_each_class_of_events_is_in_one_group():
    classes = [name for group in EVENT_GROUPS.values() for name in group]

    allowed = next(column.allowed for column in FACTS.columns if column.name == "event_class")
    assert sorted(classes) == sorted(allowed or ())


def test_a_fact_about_two_countries_counts_for_both(database: Database):
    found, n_any = countries(database, Selection())

    assert set(found["country"]) == {"AF", "AZ"}
    assert max(found["n_facts"]) < n_any < found["n_facts"].sum()


def test_names_are_found_by_any_of_their_forms(database: Database):
    found = named(database, Selection(), search="leila")

    assert list(found["name"]) == ["Leyla Rahimova"]
    assert n_named(database, Selection(), search="leila") == 1


def test_the_pages_of_names_follow_each_other(database: Database):
    every = named(database, Selection())

    pages = [named(database, Selection(), page=(first, 4)) for first in range(0, len(every), 4)]

    assert [key for page in pages for key in page["entity_id"]] == list(every["entity_id"])
    assert n_named(database, Selection()) == len(every)


def test_where_nothing_is_named_the_answers_are_empty(blank: Database):
    assert networks.done_to(blank, Selection()).empty
    assert networks.speaks_about(blank, Selection()).empty
    assert networks.named_together(blank, Selection()).empty
    assert countries(blank, Selection())[0].empty
    assert profile.profile(blank, "nobody").empty
    assert profile.window(profile.figures(blank, Selection(), "nobody")) is None


def test_a_picture_of_many_ties_keeps_the_strongest():
    letters = "abcdefgh"
    every = " ".join(f"{a}-{b}{9 - letters.index(a)}" for a in letters for b in letters if a < b)

    found = networks.strongest(ties_of(every), 8)

    assert len(found) == 8 * networks.TIES_FOR_A_NAME
    assert set(found["left_id"]) == {"a", "b", "c"}


def test_around_a_name_are_its_own_ties_alone() -> None:
    ties = pd.DataFrame(
        [("a", "b", "", "Ada", "Bo", 9), ("b", "c", "", "Bo", "Cy", 4), ("d", "a", "", "Di", "Ada", 1)],
        columns=["left_id", "right_id", "event_group", "left_name", "right_name", "n_rows"],
    )

    assert networks.around(ties, "Ada")["n_rows"].tolist() == [9, 1]
    assert networks.around(ties, "Cy")["left_id"].tolist() == ["b"]
    assert networks.around(ties, "Nobody").empty
    assert len(networks.around(pd.concat([ties] * 40), "Bo")) == networks.MOST_TIES
