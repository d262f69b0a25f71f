"""Addresses and links of our own HTML: nothing that a report says gets out of them, and what is written is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from analysis.shown import visible
from display.safe import text
from pages.parts import address
from pages.parts.filtered_links import FACTS, REPORT, address_of, address_with, anchor
from tests.pages.conftest import Open, html

HOSTILE = [
    pytest.param("\"'><script>alert(1)</script>", id="a tag"),
    pytest.param("A & B &lt; C &amp; D", id="ampersands"),
    pytest.param("100 % #1 ?x=y", id="signs of an address"),
    pytest.param("C++ and a+b", id="plus"),
    pytest.param("one\ntwo\r\n\tthree", id="lines"),
    pytest.param("نص عربي \u202e reversed \u2066", id="right to left"),
    pytest.param("x" * 5000, id="long"),
    pytest.param("javascript:alert(1)", id="a script"),
    pytest.param("//elsewhere.example/..", id="another server"),
]


class Links(HTMLParser):
    """The links of some HTML with their attributes, and every other tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.others: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs))
        else:
            self.others.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def _filtered() -> Iterator[None]:
    """An address with filters."""
    st.session_state[address.STATE] = {
        "theme": ["Mining"],
        "not-said_by": ["?"],
        "document": ["a", "b"],
        "dated": ["No"],
        "sort": ["who"],
    }
    yield
    st.session_state.pop(address.STATE, None)


def query_of(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query, keep_blank_values=True)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_reports_stay_words_in_a_link(words: str):
    found = Links(anchor(address_with(REPORT, {"doc": [words]}), text(words)))

    assert found.words == visible(words)
    assert found.others == []
    assert [sorted(link) for link in found.links] == [["class", "dir", "href"]]
    href = found.links[0]["href"] or ""
    assert href.startswith("./report?doc=")
    assert query_of(href) == {"doc": [words]}
    assert not urlsplit(href).fragment


@given(query=some.dictionaries(some.text(min_size=1), some.lists(some.text(), min_size=1, unique=True), max_size=4))
def test_what_an_address_says_is_read_again(query: dict[str, list[str]]):
    href = Links(anchor(address_with(FACTS, query), "Facts")).links[0]["href"] or ""

    assert query_of(href) == query


@pytest.mark.usefixtures("_filtered")
def test_filters_are_taken_along_and_settings_of_the_page_are_not():
    assert query_of(address_of(REPORT, doc="c")) == {
        "theme": ["Mining"],
        "not-said_by": ["?"],
        "document": ["a", "b"],
        "dated": ["No"],
        "doc": ["c"],
    }


@pytest.mark.usefixtures("_filtered")
@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        pytest.param("document", "a", ["a"], id="one of those that are let through already"),
        pytest.param("dated", "Yes", ["Yes"], id="the other side"),
        pytest.param("not-said_by", "the ministry", ["?", "the ministry"], id="hidden beside what is hidden"),
        pytest.param("not-said_by", "?", ["?"], id="hidden already"),
        pytest.param("not-theme", "Mining", ["Mining"], id="hidden where it is let through"),
    ],
)
def test_a_link_that_narrows_says_no_more_than_it_shows(key: str, value: str, expected: list[str]):
    assert query_of(address_of(FACTS, **{key: value}))[key] == expected


def test_an_address_has_no_value_of_a_key_twice():
    assert address_with(FACTS, {"theme": ["Aid", "Aid"]}) == "./facts?theme=Aid"


def test_a_page_without_a_name_is_the_first():
    assert address_with("", {}) == "./"


def test_the_name_of_an_icon_does_not_decide_the_direction_of_a_link():
    assert '<span class="d-icon" dir="ltr"' in anchor("./people", "نص عربي", "person")


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        pytest.param("explore/facts", {"sort": "nonsense"}, "Sort: nonsense", id="an order"),
        pytest.param("explore/facts", {"theme": "Alchemy"}, "Theme: Alchemy", id="a theme"),
        pytest.param("explore/facts", {"fact": "gone", "shown": "table"}, "Fact: gone", id="a claim of the table"),
        pytest.param("read/report", {"doc": "gone"}, "Report: gone", id="a report"),
        pytest.param("read/report", {"fact": "gone"}, "Claim: gone", id="a claim of a report"),
        pytest.param("explore/people", {"look": "nonsense"}, "Look: nonsense", id="a part of a page"),
        pytest.param("explore/topics", {"part": "nonsense"}, "Part: nonsense", id="a question"),
        pytest.param("explore/timeline", {"by": "nonsense"}, "By: nonsense", id="a measure of time"),
        pytest.param(
            "explore/people", {"look": "profile", "profile_of": "Nobody"}, "Profile of: Nobody", id="a profile"
        ),
        pytest.param("explore/facts", {"colour": "<b>red</b>"}, "Colour: &lt;b&gt;red&lt;/b&gt;", id="an unknown key"),
        pytest.param("explore/overview", {"asked_page": "home"}, "Page: home", id="a page"),
        pytest.param("explore/overview", {"open_theme": "Alchemy"}, "Claims by theme: Alchemy", id="a bar"),
    ],
)
def test_what_is_not_there_is_said_alike_everywhere(visit: Open, page: str, query: dict[str, str], said: str):
    app = visit(page, **query)

    assert not app.exception
    assert re.search(rf"It was left out:</p><ul><li>{said}</li></ul>", html(app))


@pytest.mark.parametrize(
    ("page", "query"),
    [
        pytest.param("explore/facts", {"sort": "WORTH", "SHOWN": "TABLE"}, id="an order, in large letters"),
        pytest.param("explore/overview", {"Theme": "mining"}, id="a theme in small letters, its key in large ones"),
        pytest.param("explore/topics", {"part": "MATRIX"}, id="a question in large letters"),
        pytest.param("explore/overview", {"themes": "Mining"}, id="a key that is nearly right"),
        pytest.param("explore/overview", {"gclid": "x"}, id="a mark that a program has added"),
        pytest.param("explore/facts", {"page": "999"}, id="a page beyond the last"),
    ],
)
def test_the_nearest_meaning_is_taken(visit: Open, page: str, query: dict[str, str]):
    app = visit(page, **query)

    assert not app.exception
    assert "It was left out" not in html(app)
