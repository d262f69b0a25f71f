"""Claims are counted and shown; details as well where the selection has them."""

from __future__ import annotations

from datetime import datetime

import pytest

from analysis.fields.cut import Cut
from analysis.queries import overview
from analysis.queries.countries import countries
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.export import About, csv_file
from analysis.queries.facts import exported_facts
from analysis.queries.rows import fact_rows, n_facts

DETAILS = Selection(details=True)


def test_claims_alone_are_counted(database: Database):
    rows = fact_rows(database, Selection(), (), (0, 100))

    assert len(rows) == n_facts(database, Selection()) == 17
    assert rows["is_claim"].all()


def test_with_details_every_fact_is_counted(database: Database):
    assert n_facts(database, DETAILS) == database.number("SELECT count(*) FROM facts") == 20


def test_a_detail_is_found_by_its_id(database: Database):
    detail = fact_rows(database, DETAILS, (Cut("action", "denied"),)).iloc[0]

    found = fact_rows(database, Selection(), (Cut("fact", detail["fact_id"]),))

    assert found["action"].tolist() == ["denied"]
    assert not found["is_claim"].any()


def test_what_belongs_to_a_claim_is_found_with_it(database: Database):
    detail = fact_rows(database, DETAILS, (Cut("action", "denied"),)).iloc[0]

    whole = fact_rows(database, Selection(), (Cut("claim", detail["claim_of"]),), order="-worth")

    assert whole["action"].tolist() == ["closed", "denied"]


@pytest.mark.parametrize("selection", [Selection(), DETAILS])
def test_countries_count_the_same_rows_as_the_list(database: Database, selection: Selection):
    found, total = countries(database, selection)

    for country, n in zip(found["country"], found["n_facts"], strict=True):
        assert n_facts(database, selection, (Cut("country", country),)) == n
    assert total <= n_facts(database, selection)


def test_a_report_with_a_detail_alone_is_not_said_to_claim(database: Database):
    selection = Selection.of(action="denied")

    assert overview.overview_counts(database, selection)["n_reports"].iloc[0] == 0
    with_details = Selection(selection.only, details=True)
    assert overview.overview_counts(database, with_details)["n_reports"].iloc[0] == 1


def test_a_file_has_the_rows_that_are_shown(database: Database):
    about = About("none", datetime(2024, 3, 4), "snapshot")

    claims, all_facts = (csv_file(database, exported_facts(one), about).decode() for one in (Selection(), DETAILS))

    assert all_facts.count("a verb of saying") == 3
    assert "a verb of saying" not in claims
    assert claims.splitlines()[0].removeprefix("\ufeff").startswith("fact_id,claim,actor")


def test_filters_keep_the_details(database: Database):
    cuts = (Cut("theme", "mining"),)

    assert DETAILS.narrowed(cuts).details
    assert DETAILS.hiding(cuts).details
    assert DETAILS.narrowed(cuts).without("theme") == DETAILS
