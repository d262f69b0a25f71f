"""The filter by words: what is looked for and left out, and what is said of words that cannot be read."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analysis.fields.cut import Cut
from analysis.queries.engine.selection import Selection
from pages.parts.filters import selected
from tests.pages.conftest import Open, act, chips, html, panel


def test_words_are_looked_for_and_left_out(visit: Open):
    app = visit()

    act(app, {"do": "words", "value": "mine -denied", "without": '"forty teachers"'})

    assert chips(app) == ["Words: mine -denied", 'not Words: "forty teachers"']
    assert typed(app) == ("mine -denied", '"forty teachers"')


def typed(app: AppTest) -> tuple[str, str]:
    """What stands in the fields for words."""
    fields = panel(app)["words"]
    return fields["words"], fields["without"]


def test_words_with_a_minus_alone_are_left_out(visit: Open):
    app = act(visit(), {"do": "words", "value": "-denied -(a OR b)", "without": "mine road"})

    assert chips(app) == ["not Words: a OR b", "not Words: denied", "not Words: mine", "not Words: road"]
    assert typed(app) == ("", "(a OR b) denied mine road")


@pytest.mark.parametrize(
    ("wanted", "unwanted", "field", "message"),
    [
        ('"copper', "", "words", "never close"),
        ("mine*", "gold (", "without", "never closes. See “(”"),
        ("mine OR", "", "words", "OR stands between two words"),
        ("", "m*", "without", "At least two letters"),
        ("&", "", "words", "Write a word"),
        ("a" * 1200, "", "words", "At most 1,000"),
    ],
)
def test_words_that_cannot_be_read_stay_and_say_why(visit: Open, wanted: str, unwanted: str, field: str, message: str):
    app = visit(words="mine")

    act(app, {"do": "words", "value": wanted, "without": unwanted})

    assert chips(app) == ["Words: mine"]
    assert panel(app)["words"]["wrong"]["field"] == field
    assert message in panel(app)["words"]["wrong"]["message"]
    assert typed(app) == (wanted[:1001], unwanted)

    act(app, {"do": "words", "value": "road", "without": ""})
    assert chips(app) == ["Words: road"]
    assert panel(app)["words"]["wrong"] is None


def test_words_that_cannot_be_read_go_when_the_filter_does(visit: Open):
    app = act(visit(words="mine"), {"do": "words", "value": '"copper', "without": ""})

    app.button(key="only-chip-0").click().run()

    assert typed(app) == ("", "")


def test_older_links_with_searches_are_words(visit: Open):
    app = visit(words="mine", found=["cop*", "sch*"], not_found="gold", hide="found=iron&theme=Mining")

    assert chips(app) == ["Words: mine (cop* OR sch*)", "not Mining and Words: iron", "not Words: gold"]
    act(app, {"do": "clear all"})
    assert dict(app.query_params) == {}


def test_a_broken_query_of_a_link_is_left_out_and_said(visit: Open):
    app = visit(words='mine "copper', theme="Mining", not_words="(a")

    assert chips(app) == ["Mining"]
    assert "Words in the sentence: mine &quot;copper – The quotation marks that open here never close." in html(app)
    assert "Words in the sentence: (a – The bracket that opens here never closes." in html(app)


def test_only_these_looks_for_the_words_beside_the_others():
    now = Selection.of(words=("mine", "road"), theme="mining")

    assert selected.beside(now, Cut("words", "gold OR iron")) == Cut("words", "(mine OR road) (gold OR iron)")
    assert selected.beside(now, Cut("theme", "aid")) == Cut("theme", "aid")
    assert selected.beside(Selection(), Cut("words", "gold iron")) == Cut("words", "gold iron")
