"""The switch that shows details beside the claims."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, act, html, panel


def words(app: AppTest) -> str:
    """What a page says, without its tags."""
    return re.sub("<[^>]+>", "", html(app))


PAGES = ("overview", "timeline", "topics", "people", "facts", "search")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_counts_claims_and_with_the_switch_facts(visit: Open, page: str):
    assert "17 claims, none filtered out." in words(visit(f"explore/{page}"))
    assert "20 facts, none filtered out." in words(visit(f"explore/{page}", details="1"))


def test_the_switch_writes_the_address_and_says_how_many_there_are(visit: Open):
    app = visit("explore/facts", shown="table", theme="Mining")
    assert {name: panel(app)["details"][name] for name in ("on", "n")} == {"on": False, "n": 2}

    act(app, {"do": "details", "on": True})

    assert app.query_params["details"] == "1"
    assert "Showing 8 of 20 facts:" in html(app)
    assert len(app.dataframe[0].value) == 8


def test_taking_the_filters_away_keeps_the_details(visit: Open):
    app = visit("explore/facts", theme="Mining", details="1")

    app.button(key="show-everything").click().run()

    assert "20 facts, none filtered out." in words(app)


def test_links_keep_the_details(visit: Open):
    assert "./facts?details=1" in html(visit("explore/overview", details="1"))
    assert "details=1" not in html(visit("explore/overview"))


@pytest.mark.parametrize("said", ["0", "yes", ""])
def test_another_word_than_1_shows_claims(visit: Open, said: str):
    assert "17 claims, none filtered out." in words(visit("explore/facts", details=said))


def test_an_open_claim_shows_its_details_and_a_detail_its_claim(visit: Open):
    app = visit("explore/facts", fact="doc01-f73")
    claim = next(row for row in html(app).split("<details") if "d-belonging" in row)
    assert "1 detail of this claim" in claim
    assert "Tomas Berg denied so." in claim

    detail = claim.partition("fact=")[2].partition('"')[0]
    assert "The claim of this detail" in html(visit("explore/facts", fact=detail))


def test_a_report_lists_its_claims_and_marks_what_the_open_one_is_made_of(visit: Open):
    app = visit("read/report", doc="doc01")

    assert app.selectbox(key="fact-choice").label.startswith("3 claims in this report")
    assert "d-piece" in html(app)
    assert visit("read/report", doc="doc01", details="1").selectbox(key="fact-choice").label.startswith("4 facts")
