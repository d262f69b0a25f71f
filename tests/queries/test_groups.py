"""Facts by their values: each number opens as many facts as it says."""

from __future__ import annotations

import pytest

from analysis.fields import FIELDS
from analysis.fields.cut import Cut
from analysis.fields.status import STATUSES
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.groups import GROUPED, group_cuts, groups
from analysis.queries.rows import n_facts, reports_behind

SELECTIONS = pytest.mark.parametrize(
    "selection",
    [Selection(), Selection.of(theme="mining"), Selection(hide=((Cut("status", "done"),),)), Selection.of(trust="0.5")],
    ids=["everything", "a theme", "something hidden", "trusted"],
)


@SELECTIONS
@pytest.mark.parametrize("by", GROUPED)
def test_a_group_opens_as_many_facts_as_it_says(database: Database, selection: Selection, by: str):
    for row in groups(database, selection, by).to_dict("records"):
        cuts = group_cuts(by, row["value"])
        assert n_facts(database, selection, cuts) == row["n_facts"], row
        assert reports_behind(database, selection, cuts) == (row["n_reports"], row["n_independent"]), row
        for status in STATUSES:
            assert n_facts(database, selection, (*cuts, Cut("status", status))) == row[status], row


@SELECTIONS
@pytest.mark.parametrize("by", GROUPED)
def test_the_groups_make_up_all_facts(database: Database, selection: Selection, by: str):
    found = groups(database, selection, by)

    total = n_facts(database, selection)
    assert found["n_facts"].sum() == total or (FIELDS[by].has_several and found["n_facts"].sum() > total)
    assert (found["n_groups"] == len(found)).all()


def test_the_largest_groups_come_first_and_no_more_than_asked_for(database: Database):
    found = groups(database, Selection(), "theme", most=2)

    assert len(found) == 2
    assert found["n_groups"][0] == len(groups(database, Selection(), "theme")) > 2
    assert found["n_facts"].is_monotonic_decreasing


def test_without_facts_there_is_no_group(blank: Database):
    assert all(groups(blank, Selection(), by).empty for by in GROUPED)
