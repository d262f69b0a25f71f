"""The page Report: which report, steps through it, what stands beside the text, and citations."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.queries.engine.database import Database, records
from analysis.queries.engine.selection import Selection
from analysis.queries.report import (
    beside,
    facts_of,
    n_reports,
    place_among,
    places_of_facts,
    places_of_name,
    report,
    reports,
)
from display.evidence.citation import FORMATS
from pages.parts.report.steps import places_of_words
from tests.pages import snapshots
from tests.pages.conftest import Open, chips, html
from tests.pages.made.names import entity_id


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database(snapshots.small(tmp_path_factory.mktemp("report")))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("A mine, the Mines", "mine", [(2, 6), (12, 16)], id="in any case and in longer words"),
        pytest.param("copper and iron", "iron copper", [(0, 6), (11, 15)], id="each of the words"),
        pytest.param("1.5 (a.b)", "a.b", [(5, 8)], id="no sign means anything"),
        pytest.param("copper", "", [], id="no words"),
        pytest.param("copper", "gold", [], id="none there"),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: str, expected: list[tuple[int, int]]):
    places = places_of_words(text, words)

    assert list(zip(places["start_char"], places["end_char"], strict=True)) == expected


def words_at(text: str, places: pd.DataFrame) -> list[str]:
    return [text[a:b] for a, b in zip(places["start_char"], places["end_char"], strict=True)]


def test_places_give_back_their_words(database: Database):
    row = records(report(database, "doc01"))[0]
    places = places_of_name(database, row["doc_row"], entity_id("Norland Mining"))
    facts = facts_of(database, row["doc_row"])
    verbs = places_of_facts(facts)

    assert words_at(row["text"], places) == ["Norland Mining"]
    assert words_at(row["text"], verbs) == list(facts["action"])
    assert verbs["start_char"].is_monotonic_increasing


@pytest.mark.parametrize("selection", [Selection(), Selection.of(theme="mining")], ids=["everything", "a theme"])
def test_a_way_from_neighbour_to_neighbour_passes_every_report(database: Database, selection: Selection):
    rows = records(reports(database, selection))
    order = [row["doc_id"] for row in rows]

    places = [place_among(database, selection, row) for row in rows]

    assert places == [(place, n_reports(database, selection)) for place in range(1, len(rows) + 1)]
    assert [beside(database, selection, row, 1) for row in rows] == [*order[1:], ""]
    assert [beside(database, selection, row, -1) for row in rows] == ["", *order[:-1]]


def test_a_report_outside_the_selection_has_no_place(database: Database):
    row = records(report(database, "doc00"))[0]

    place, n_aid = place_among(database, Selection.of(theme="aid"), row)

    assert place == 0
    assert n_aid > 0


def test_reports_are_found_by_their_headline(database: Database):
    assert list(reports(database, Selection(), 10, " VISA desk ")["doc_id"]) == ["doc06", "doc03"]


def test_next_goes_from_fact_to_fact_and_back_to_the_first(visit: Open):
    app = visit("read/report", doc="doc01")
    seen = []
    for _ in range(3):
        app.button(key="step-next").click().run()
        seen.append(app.query_params["fact"])

    assert len(set(map(str, seen))) == 3
    assert "3 of 3" in html(app) or "1 of 3" in html(app)
    assert re.search(r'<mark class="[^"]*d-here', html(app))


def link_of(app: AppTest, fact_id: str) -> dict[str, list[str]]:
    """The address that the verb of a fact is a link to."""
    links = [parse_qs(href.split("?")[1]) for href in re.findall(r'<a class="d-link" href="([^"]*)"', unescaped(app))]
    return next(query for query in links if query["fact"] == [fact_id])


def unescaped(app: AppTest) -> str:
    return html(app).replace("&amp;", "&")


def test_the_link_of_a_verb_opens_its_fact_and_keeps_what_else_is_open(visit: Open):
    kept = {"doc": "doc01", "find": "mine", "beside": "cite", "theme": "Mining"}
    app = visit("read/report", **kept, sentence="doc01-s1")

    query = {key: said[-1] for key, said in link_of(app, "doc01-f166").items()}
    opened = visit("read/report", **query)

    assert query == kept | {"fact": "doc01-f166"}
    assert opened.selectbox(key="fact-choice").value == "doc01-f166"
    assert "1 of " in html(opened)


@pytest.mark.parametrize("said", ["<script>alert(1)</script>", "x" * 10_000, "7"])
def test_what_is_no_fact_of_the_report_opens_its_main_event(visit: Open, said: str):
    app = visit("read/report", doc="doc01", fact=said)

    assert not app.exception
    assert (
        app.selectbox(key="fact-choice").value == visit("read/report", doc="doc01").selectbox(key="fact-choice").value
    )


def test_a_name_is_stepped_through(visit: Open):
    app = visit("read/report", doc="doc02", through="Leyla Rahimova (3)", at="2")

    assert "2 of 3" in html(app)
    assert len(re.findall(r'<mark class="[^"]*d-hit', html(app))) == 3
    app.button(key="step-previous").click().run()
    assert "1 of 3" in html(app)


def test_words_of_the_filter_are_stepped_through(visit: Open):
    app = visit("read/report", words="contract", doc="doc00")

    assert app.selectbox(key="through").value == "Words"
    assert "1 of 2" in html(app)


def test_words_are_found_in_the_text(visit: Open):
    app = visit("read/report", doc="doc00")

    app.text_input(key="find").set_value("Mine ").run()

    assert app.query_params["find"] in ("mine", ["mine"])
    assert "1 of " in html(app)


def test_the_sentence_is_cited_in_each_format(visit: Open):
    for name in FORMATS:
        app = visit("read/report", doc="doc00", beside="cite", citation=name)
        assert "Karim Sadat signed a contract" in app.code[0].value
        assert app.code[0].language in ("", "plaintext", None)


def test_a_hostile_report_is_cited_as_text(visit: Open):
    app = visit("read/report", doc="doc08", beside="cite")

    assert not app.exception
    assert "<script" not in html(app)


@pytest.mark.parametrize("beside", ["sentences", "facts"])
def test_what_is_like_it_stands_beside_the_text(visit: Open, beside: str):
    app = visit("read/report", doc="doc03", beside=beside)

    assert not app.exception
    assert not app.error


def test_a_report_becomes_a_filter(visit: Open):
    app = visit("read/report", doc="doc00")

    app.button(key="only-report").click().run()

    assert chips(app) == ["Report: Ministry signs copper contract"]


def test_the_next_report_opens_and_closes_what_was_open(visit: Open):
    app = visit("read/report", doc="doc06", fact="doc06-f37", find="desk")

    app.button(key="next-report").click().run()

    assert app.selectbox(key="doc-choice").value == "doc05"
    assert "find" not in app.query_params


def test_a_report_without_a_publisher_is_known_by_its_day(visit: Open):
    app = visit("read/report")

    options = app.selectbox(key="doc-choice").options

    assert options
    assert not [one for one in options if "Not stated" in one]


def test_a_link_opens_a_report_and_a_fact_of_it(visit: Open):
    app = visit("read/report")
    app.query_params["doc"], app.query_params["fact"] = "doc01", "doc01-f166"
    app.run()

    assert app.selectbox(key="doc-choice").value == "doc01"
    assert app.selectbox(key="fact-choice").value == "doc01-f166"
    assert "d-chosen" in html(app)


def test_a_report_outside_the_filters_opens_from_a_link_and_says_so(visit: Open):
    app = visit("read/report", theme="Aid")
    app.query_params["doc"] = "doc01"
    app.run()

    assert app.selectbox(key="doc-choice").value == "doc01"
    assert "outside the filters" in str(app.selectbox(key="doc-choice").proto)


def test_a_report_that_is_gone_says_so_and_shows_another(visit: Open):
    app = visit("read/report")
    app.query_params["doc"] = "doc99"
    app.run()

    assert "It was left out" in html(app)


@pytest.mark.parametrize(("doc", "links"), [("doc00", 1), ("doc04", 0), ("doc08", 0)], ids=["https", "script", "data"])
def test_only_web_addresses_are_links(visit: Open, doc: str, links: int):
    app = visit("read/report")
    app.query_params["doc"] = doc
    app.run()

    assert html(app).count(">Original</a>") == links


def test_an_inferred_day_says_that_it_is(visit: Open):
    app = visit("read/report")
    app.query_params["doc"] = "doc06"
    app.run()

    assert "26 March 2024 (inferred)" in html(app)


def test_layers_of_the_text_are_switched(visit: Open):
    app = visit("read/report", marks=["name", "date", "attribution", "theme"])
    app.query_params["doc"] = "doc00"
    app.run()

    shown = html(app)
    for layer in ("d-name", "d-date", "d-source", "d-evidence"):
        assert f'<mark class="{layer}' in shown or f" {layer}" in shown


def test_under_a_filter_what_it_lets_through_is_open_and_stepped_through_first(visit: Open):
    app = visit("read/report", status="Planned", doc="doc00")

    assert "Shown for 1 of its 3 claims, marked in the text." in html(app)
    assert app.selectbox(key="through").value == "Matches"
    assert "1 of 1" in html(app)
    assert 'class="d-said"><mark class="d-actor" title="Who">Norland Mining</mark>' in html(app)
    marked = re.findall(r'<mark class="([^"]*)"[^>]*>will build</mark>', html(app))
    assert any("d-hit" in classes and "d-here" in classes for classes in marked)


@pytest.mark.parametrize("address", [{}, {"publisher": "Kabul Courier"}], ids=["no filter", "all its claims fit"])
def test_without_a_reason_among_its_claims_a_report_begins_with_its_main_event(visit: Open, address: dict[str, str]):
    app = visit("read/report", doc="doc00", **address)

    assert app.selectbox(key="through").value == "Facts"
    assert "Shown for" not in html(app)
