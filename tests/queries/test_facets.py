"""The values of each field, and the bars of the period, say as many facts as the filter lets through."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from analysis.fields import FIELDS
from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import SINGLE, facet_values, single_values
from analysis.queries.histogram import axis, axis_of, bars, facts_per_bar
from analysis.queries.rows import n_facts

SELECTIONS = [
    Selection(),
    Selection.of(theme="mining", status=("done", "planned")),
    Selection.of(words="mine").hiding((Cut("theme", "mining"),)),
    Selection.of(period="2024-03-01.."),
]
FACETS = [name for name, field in FIELDS.items() if field.facet]
each_selection = pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "only", "hidden", "period"])


@each_selection
@pytest.mark.parametrize("field", FACETS)
def test_a_value_says_as_many_facts_as_it_lets_through(database: Database, selection: Selection, field: str) -> None:
    for row in records(facet_values(database, selection, field, 100)):
        alone = selection.without(field).narrowed((Cut(field, row["value"]),))
        assert n_facts(database, alone) == row["n_facts"], row["value"]


@each_selection
def test_single_values_are_those_of_each_field_alone(database: Database, selection: Selection) -> None:
    fields = [field for field in SINGLE if selection.without(field) == selection]

    together = records(single_values(database, selection, fields))

    for field in fields:
        alone = records(facet_values(database, selection, field, 100))
        assert [(row["value"], row["n_facts"]) for row in together if row["field"] == field] == [
            (row["value"], row["n_facts"]) for row in alone
        ]


def test_what_is_always_wanted_comes_first_whatever_is_looked_for(database: Database) -> None:
    found = facet_values(database, Selection(), "publisher", 10, "wire", ["Kabul Courier"])

    assert found["value"].tolist() == ["Kabul Courier", "Northern Wire"]
    assert found["n_values"].tolist() == [2, 2]


def test_a_corpus_without_facts_has_no_values_and_no_axis(blank: Database) -> None:
    assert facet_values(blank, Selection(), "theme").empty
    assert single_values(blank, Selection(), list(SINGLE)).empty
    assert axis(blank) is None


def _in(period: str, selection: Selection) -> Selection:
    return selection.without("period").narrowed((Cut("period", period),))


@each_selection
def test_a_bar_says_how_many_facts_its_period_lets_through(database: Database, selection: Selection) -> None:
    along = axis(database)
    assert along is not None

    counts = facts_per_bar(database, selection, along).in_bars

    for first, last in bars(along):
        assert counts.get(first, 0) == n_facts(database, _in(f"{first}..{last}", selection)), first
    assert counts.get(along.before, 0) == n_facts(database, _in(f"..{along.before}", selection))
    assert counts.get(along.after, 0) == n_facts(database, _in(f"{along.after}..", selection))


@each_selection
def test_bars_and_what_is_in_none_add_up_to_all_facts(database: Database, selection: Selection) -> None:
    along = axis(database)
    assert along is not None

    found = facts_per_bar(database, selection, along)

    assert sum(found.in_bars.values()) + found.n_nowhere == n_facts(database, selection.without("period"))
    assert found.n_on_report == n_facts(database, selection.without("period"), (Cut("undated"),)) - found.n_nowhere


def test_what_lies_beyond_the_axis_is_counted_at_its_ends(database: Database) -> None:
    along = axis_of(date(2024, 3, 1), date(2024, 3, 31))

    counts = facts_per_bar(database, Selection(), along).in_bars

    assert counts[along.before] == 6
    assert counts[along.after] == 7
    assert counts[along.longer] == 1
    assert sum(counts.values()) == 17


@pytest.mark.parametrize(
    ("days", "bucket", "most"),
    [(0, "day", 1), (50, "day", 51), (400, "month", 15), (5000, "year", 15), (300_000, "year", 120)],
    ids=["a day", "weeks", "months", "years", "centuries"],
)
def test_the_bars_of_an_axis_touch_and_there_is_room_for_them(days: int, bucket: str, most: int) -> None:
    last = date(2024, 3, 9)

    along = axis_of(last - timedelta(days=days), last)

    drawn = bars(along)
    assert along.bucket == bucket
    assert len(drawn) <= most
    assert drawn[0][0] == along.first_day
    assert drawn[-1][1] == along.last_day
    assert all(right[0] - left[1] == timedelta(days=1) for left, right in itertools.pairwise(drawn))
