"""Lists that have pages: a link carries the page, and what changes the list begins it at its first page."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from display.filters.query import FORMER_KEYS
from display.pictures import named
from pages.parts import address
from pages.parts.evidence import evidence
from pages.parts.facts import ledger, sentences
from pages.parts.overview import news
from pages.parts.search import finding
from pages.parts.topics import rise
from tests.pages.conftest import Open, act, chips


class List(NamedTuple):
    """A list: its page of the dashboard, the key of its page in the address, and what else the address says."""

    page: str
    key: str
    query: dict[str, str]


LISTS = [
    pytest.param(List("explore/facts", "page", {}), id="the ledger"),
    pytest.param(List("explore/overview", "page-new", {}), id="what is new"),
    pytest.param(List("explore/overview", "page-status", {"open_status": "Done"}), id="sentences behind a mark"),
    pytest.param(List("explore/people", "page-names", {"look": "names"}), id="names"),
    pytest.param(List("explore/search", "page", {"q": "the"}), id="lines of a query"),
    pytest.param(List("explore/topics", "page-lines", {"part": "rise"}), id="lines of a term"),
]
each_list = pytest.mark.parametrize("one", LISTS)


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = ((ledger, "PAGE"), (sentences, "PAGE"), (evidence, "PAGE"), (finding, "PAGE"), (rise, "PAGE"))
    for module, name in (*sizes, (news, "REPORTS_A_PAGE"), (named, "A_PAGE")):
        monkeypatch.setattr(module, name, 1)


def opened(visit: Open, one: List, page: str = "2", **query: str) -> AppTest:
    """The list at this page."""
    app = visit(one.page, **one.query, **query, **{one.key.replace("-", "_"): page})
    assert not app.exception
    return app


@each_list
def test_a_link_carries_the_page(visit: Open, one: List):
    assert opened(visit, one).session_state[one.key] == 2


@each_list
def test_a_filter_begins_the_list_at_its_first_page(visit: Open, one: List):
    app = opened(visit, one)

    act(app, {"do": "hide", "field": "theme", "value": "education", "on": True})

    assert chips(app) == ["not Education"]
    assert one.key not in app.query_params
    assert app.session_state[one.key] == 1


@each_list
def test_taking_all_filters_away_begins_the_list_at_its_first_page(visit: Open, one: List):
    app = opened(visit, one, not_theme="Education")

    app.button(key="show-everything").click().run()

    assert chips(app) == []
    assert one.key not in app.query_params
    assert app.session_state[one.key] == 1


def test_a_filter_leaves_the_other_settings(visit: Open):
    app = visit("explore/facts", sort="who", page="2")

    act(app, {"do": "hide", "field": "theme", "value": "education", "on": True})

    assert app.query_params["sort"] == "who"


def test_a_time_to_look_at_begins_the_lists_at_their_first_page(visit: Open):
    app = visit("explore/timeline", open_time="2024", page_time="2")

    box = app.selectbox(key="zoom-to")
    box.select(box.options[0]).run()

    assert "period" in app.query_params
    assert "page-time" not in app.query_params


def test_other_names_begin_at_their_first_page(visit: Open):
    app = visit("explore/people", look="names")
    app.session_state["page-names"] = 3
    app.query_params["page-names"] = f"3-{address.digest('all', '')}"
    app.run()
    assert app.session_state["page-names"] == 3

    app.text_input(key="name-search").set_value("a").run()

    assert app.session_state["page-names"] == 1


def test_lines_in_another_order_begin_at_their_first_page(visit: Open):
    app = visit("explore/search", q="the", page=f"3-{address.digest('newest report')}")
    assert app.session_state["page"] == 3

    app.selectbox(key="order").select("word after").run()

    assert app.session_state["page"] == 1


@pytest.mark.parametrize("former", ["new", "names-page"])
def test_an_older_link_carries_its_page(visit: Open, former: str):
    key = FORMER_KEYS[former]
    where = "explore/people" if key == "page-names" else "explore/overview"

    app = visit(where, look="names", **{former.replace("-", "_"): "2"})

    assert app.session_state[key] == 2
