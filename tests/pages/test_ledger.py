"""The page Facts: order, columns, groups, values to filter by, the record and the files."""

from __future__ import annotations

import re
from html import escape

import pandas as pd
import pytest

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import SORTS, fact_rows, n_facts
from analysis.shown import visible
from display.fields import ENTRIES
from display.fields.period import when_cuts
from pages.parts.facts.columns import AT_FIRST, COLUMNS, shown, ways
from pages.parts.filters.selected import KEYS
from tests.pages import snapshots
from tests.pages.conftest import Open, chips, html


@pytest.fixture(scope="module")
def database(small, tmp_path_factory) -> Database:
    return Database(snapshots.small(tmp_path_factory.mktemp("ledger")))


@pytest.fixture(scope="module")
def rows(database: Database) -> pd.DataFrame:
    return fact_rows(database, Selection(), (), (0, 100))


def without_marks(shown: str) -> str:
    """The HTML without the marks in its sentences."""
    return re.sub(r"</?mark[^>]*>", "", shown)


@pytest.mark.parametrize("way", ["", "-"], ids=["up", "down"])
@pytest.mark.parametrize("name", SORTS)
def test_every_column_sorts_both_ways_and_what_is_not_stated_comes_last(database: Database, name: str, way: str):
    found = fact_rows(database, Selection(), (), (0, 100), f"{way}{name}")
    known = {"actor": "actor", "target": "target", "period": "first_day", "trust": "score", "published": "published"}

    assert len(found) == n_facts(database, Selection())
    if name in known:
        values = found[known[name]]
        stated = values.dropna() if name in ("period", "trust", "published") else values.dropna().str.lower()
        assert values[: len(stated)].notna().all()
        assert list(stated) == sorted(stated, reverse=way == "-")


def test_pages_of_the_ledger_make_up_the_whole(database: Database):
    pages = [fact_rows(database, Selection(), (), (start, 5), "-actor")["fact_id"] for start in range(0, 20, 5)]

    assert list(pd.concat(pages)) == list(fact_rows(database, Selection(), (), (0, 100), "-actor")["fact_id"])


@pytest.mark.parametrize("name", COLUMNS)
def test_a_value_filters_by_what_its_own_fact_has(database: Database, rows: pd.DataFrame, name: str):
    for row in records(rows):
        for cuts in ways(row, name):
            assert cuts[0].field in ENTRIES
            found = fact_rows(database, Selection(cuts), (), (0, 100))
            assert row["fact_id"] in set(found["fact_id"]), cuts


@pytest.mark.parametrize("name", COLUMNS)
def test_the_words_of_a_value_lead_back_to_it(database: Database, rows: pd.DataFrame, name: str):
    for row in records(rows):
        for (cut,) in ways(row, name):
            said = ENTRIES[cut.field].show(database, cut.value)
            if not ENTRIES[cut.field].is_plain:
                assert ENTRIES[cut.field].find(database, said) == cut.value, cut


@pytest.mark.parametrize(
    ("first", "end", "fields"),
    [
        pytest.param("2024-03-04", "2024-03-05", ["day", "month", "year", "period"], id="a day"),
        pytest.param("2024-03-01", "2024-04-01", ["month", "year", "period"], id="a month"),
        pytest.param("2024-01-01", "2025-01-01", ["year", "period"], id="a year"),
        pytest.param("2020-01-01", "2025-01-01", ["period"], id="longer"),
        pytest.param(None, None, ["undated"], id="no day"),
    ],
)
def test_a_time_is_filtered_by_the_units_that_it_fits(first: str | None, end: str | None, fields: list[str]):
    cuts = when_cuts({"first_day": pd.Timestamp(first), "end_day": pd.Timestamp(end)})

    assert [cut.field for cut in cuts] == fields


def test_all_columns_can_be_shown_at_once(rows: pd.DataFrame):
    assert list(shown(rows, list(COLUMNS))) == [column.title for column in COLUMNS.values()]


def test_the_columns_are_in_the_address(visit: Open):
    app = visit("explore/facts", shown="table", columns=["who", "trust", "nothing"])

    assert list(app.dataframe[0].value) == ["Who", "Likely right"]


def test_at_first_it_shows_the_usual_columns(visit: Open):
    assert list(visit("explore/facts", shown="table").dataframe[0].value) == [COLUMNS[name].title for name in AT_FIRST]


def test_the_order_can_be_turned_round(visit: Open):
    app = visit("explore/facts", shown="table", sort="who", order="down")

    actors = app.dataframe[0].value["Who"].dropna().str.lower().tolist()
    assert actors == sorted(actors, reverse=True)


def test_a_value_becomes_a_filter_and_can_be_hidden(visit: Open):
    app = visit("explore/facts", shown="table", words="forty")
    app.selectbox(key="fact").select_index(0).run()
    app.selectbox(key="value").select("theme").run()

    app.button(key="only-bar").click().run()
    assert "Education" in chips(app)

    app.button(key="hide-bar").click().run()
    assert "not Education" in chips(app)


def test_the_sentences_of_a_value_are_as_many_as_it_says(visit: Open):
    app = visit("explore/facts", shown="table", theme="Mining")
    app.selectbox(key="fact").select_index(0).run()
    app.selectbox(key="value").select("theme").run()

    assert "6 claims of these" in html(app)
    app.toggle(key="sentences").set_value(True).run()

    assert html(app.get_by_key("evidence-value")).count('class="d-card"') == 6


def test_a_group_shows_its_facts(visit: Open):
    app = visit("explore/facts", shown="table", group="theme", within="Mining")

    groups = app.dataframe[0].value
    assert groups.loc[groups["Theme"] == "Mining", "Claims"].item() == 6
    assert len(app.dataframe[1].value) == 6
    assert {"Download 6 claims (CSV)", "Download 6 claims (Parquet)"} <= {
        one.label for one in app.get("download_button")
    }


def test_a_status_of_a_group_shows_its_facts_alone(visit: Open):
    app = visit("explore/facts", shown="table", group="theme", within="Mining", within_status="planned")

    assert app.dataframe[1].value["Status"].tolist() == ["Planned"]
    app.button(key="only-group").click().run()
    assert sorted(chips(app)) == ["Mining", "Planned"]


def test_all_groups_come_back(visit: Open):
    app = visit("explore/facts", shown="table", group="theme", within="Mining")

    app.button(key="close-group").click().run()

    assert len(app.dataframe[1].value) == 17
    assert "within" not in app.query_params


def test_a_group_that_is_gone_shows_all_facts(visit: Open):
    app = visit("explore/facts", shown="table", group="theme", within="Fishing")

    assert not app.exception
    assert len(app.dataframe[1].value) == 17


def test_weak_facts_are_counted_and_can_be_left_out(visit: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pages.parts.facts.trust.LEAST", "0.95")
    app = visit("explore/facts")

    assert app.toggle(key="weak-facts").label == "Leave out 17 weak claims"
    app.toggle(key="weak-facts").set_value(True).run()

    assert chips(app) == ["Likely right: 95% or more"]


def test_without_weak_facts_there_is_no_switch(visit: Open):
    assert "weak-facts" not in [toggle.key for toggle in visit("explore/facts").toggle]


def test_the_names_of_the_filters_are_no_settings_of_a_page():
    settings = {"doc", "fact", "sentence", "value", "way", "sentences", "page", "sort", "order", "columns", "group"}
    settings |= {"within", "within-status", "find", "through", "at", "part", "beside", "citation", "headline", "marks"}

    assert not settings & set(KEYS)


def test_beside_the_table_the_first_fact_is_open_also_when_that_of_the_link_is_gone(visit: Open):
    app = visit("explore/facts", fact="gone", value="who")

    assert not app.exception
    first = app.dataframe[0].value["Claim"].iloc[0]
    assert f'<span class="d-said">{first}</span>' in without_marks(html(app.get_by_key("ledger-beside")))


def test_claims_are_sentences_at_first(visit: Open, database: Database):
    app = visit("explore/facts")

    shown = re.findall(r'<span class="d-said">(.*?)</span>', without_marks(html(app)))
    assert not app.dataframe
    assert shown == [escape(visible(one)) for one in fact_rows(database, Selection(), (), (0, 20), "-worth")["claim"]]
    assert "<small>1 detail</small>" in html(app)


def test_one_click_makes_a_table_of_the_sentences_and_the_address_keeps_it(visit: Open):
    app = visit("explore/facts", theme="Mining")

    app.segmented_control(key="shown").set_value("table").run()

    assert len(app.dataframe[0].value) == 6
    assert app.query_params["shown"] == "table"


def test_a_link_opens_the_record_of_a_fact_of_another_page(database: Database, visit: Open):
    key = fact_rows(database, Selection.of(theme="mining"), (), (0, 1))["fact_id"][0]

    app = visit("explore/facts", theme="Aid", fact=str(key))

    assert "The record of the claim" in [one.value for one in app.header]


def test_a_filter_by_no_listed_name_comes_back(visit: Open, database: Database):
    app = visit("explore/facts", actor="No listed name")

    assert chips(app) == ["Who: No listed name"]
    number = n_facts(database, Selection((Cut("actor", ""),)))
    assert f"Download {number} claims (CSV)" in [one.label for one in app.get("download_button")]
