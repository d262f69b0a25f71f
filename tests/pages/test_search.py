"""The page Search."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.index import FOLDER
from pages.parts.evidence.concordance import lines_html
from pages.parts.search.counts import time_chart
from tests.pages import snapshots
from tests.pages.conftest import Open, chips
from tests.pages.conftest import html as all_html
from tests.pages.made.names import HOSTILE_TITLE

PAGE = "explore/search"


def html(app: AppTest) -> str:
    """Our own HTML without the style sheet."""
    return re.sub(r"<style>.*?</style>", "", all_html(app), flags=re.DOTALL)


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_nothing_asked_shows_the_help_and_examples(visit: Open):
    app = visit(PAGE)

    assert "What to write, and what it finds" in html(app)
    assert any(label.startswith("name") for label in labels(app))
    assert "d-lines" not in html(app)


def test_an_example_asks_it(visit: Open):
    app = visit(PAGE)

    next(button for button in app.button if button.key == "examples-0").click().run()

    assert app.text_input(key="q").value
    assert "d-lines" in html(app)


def test_the_words_of_the_filter_can_be_seen_line_by_line(visit: Open):
    app = visit(PAGE, words=["mine", "schools -fire"])

    app.button(key="filtered-0").click().run()

    assert app.query_params["q"] == "mine OR (schools -fire)"
    assert app.query_params["words"] == ["mine", "schools -fire"]
    assert "hits in" in html(app)


def test_a_query_of_the_address_is_counted_and_lined_up(visit: Open):
    app = visit(PAGE, q="mine")
    shown = html(app)

    assert app.text_input(key="q").value == "mine"
    assert "5 hits in 5 sentences of 2 reports" in shown
    assert shown.count("<details") == 5
    assert shown.count('<h3 class="d-report"') == 2


def test_each_hit_of_a_sentence_has_a_line(visit: Open):
    shown = html(visit(PAGE, q="forty OR teachers"))

    assert "2 hits in 1 sentence of 1 report" in shown
    assert shown.count("<details") == 2


def test_lines_sorted_by_words_say_where_each_is_from(visit: Open):
    shown = html(visit(PAGE, q="mine", order="word after"))

    assert shown.count("<details") == 5
    assert "d-report" not in shown


def test_a_new_query_begins_at_its_first_page_and_closes_what_was_open(visit: Open):
    app = visit(PAGE, q="the", page="1", open_found_theme="Mining")
    app.text_input(key="q").set_value("school").run()

    assert app.query_params["q"] == "school"
    assert "page" not in app.query_params
    assert "open-found-theme" not in app.query_params


def test_a_mark_opens_its_sentences(visit: Open):
    app = visit(PAGE, q="mine", open_found_theme="Mining")

    assert "The sentences behind it" in [header.value for header in app.header]
    assert '<mark class="d-found"' in html(app)


def test_a_query_can_be_a_filter_on_every_page(visit: Open):
    app = visit(PAGE, q="mine")

    next(button for button in app.button if button.key == "only-found").click().run()

    assert app.query_params["words"] == "mine"
    assert chips(app) == ["Words: mine"]


def test_a_filter_narrows_what_is_found(visit: Open):
    assert "No sentence of the selection has this; 5 sentences of all reports would." in html(
        visit(PAGE, q="mine", theme="Education")
    )


@pytest.mark.parametrize("query", ["mine)", '"mine', "mine OR", "m*", "near(mine)", "-mine", "*"])
def test_a_query_that_cannot_be_read_is_shown_with_its_fault(visit: Open, query: str):
    app = visit(PAGE, q=query)

    assert not app.exception
    assert 'role="alert"' in html(app)
    assert "d-wrong" in html(app)


def test_a_slip_is_met_with_words_of_the_reports(visit: Open):
    app = visit(PAGE, q="coppr mine")

    assert "Did you mean" in html(app)
    next(button for button in app.button if button.key == "alike-0").click().run()
    assert app.query_params["q"] == "copper mine"


def test_the_page_says_what_a_prefix_and_a_name_stand_for(visit: Open):
    shown = html(visit(PAGE, q="min* OR name:Rahimowa OR zzz*"))

    assert "stands for mine (5)" in shown
    assert "Leyla Rahimova" in shown
    assert "finds nothing" in shown


def test_a_hostile_report_stays_words(visit: Open):
    shown = html(visit(PAGE, q="<script> OR **bold** OR offered OR Bobby OR visas"))

    assert "<script" not in shown
    assert "<img" not in shown


def test_hostile_headlines_are_escaped_in_the_lines():
    row = {
        "doc_id": "d",
        "sentence_id": "s",
        "sentence": "<b>mine</b>",
        "spans": "3-7:found",
        "title": HOSTILE_TITLE,
        "publisher": "<i>x</i>",
        "published": pd.NaT,
        "published_from": "unknown",
        "url": None,
        "themes": "<u>",
    }

    shown = lines_html(pd.DataFrame([row]), ["<u>"], grouped=True)

    assert "<script" not in shown
    assert "<i>" not in shown
    assert (
        '&lt;b&gt;</span></span><span class="d-rest"><mark class="d-found" title="What was found">mine</mark>' in shown
    )


def test_a_time_nobody_writes_in_counts_zero():
    counts = pd.DataFrame({"value": ["2024-01", "2024-03"], "n_sentences": [2, 1], "n_reports": [1, 1]})

    chart = time_chart(counts, "month", "mine")

    assert [mark.n_rows for mark in chart.marks] == [2, 0, 1]
    assert chart.table["Month"].tolist() == ["January 2024", "February 2024", "March 2024"]


def test_an_old_snapshot_says_what_to_do(visit: Open, tmp_path: Path):
    shutil.rmtree(snapshots.small(tmp_path).folder / FOLDER)

    app = visit(PAGE, tmp_path, q="mine")

    assert not app.exception
    assert "Build it again" in app.info[0].value


def test_an_old_snapshot_says_why_a_filter_by_words_finds_nothing(visit: Open, tmp_path: Path):
    shutil.rmtree(snapshots.small(tmp_path).folder / FOLDER)

    app = visit("explore/facts", tmp_path, words="mine")

    assert not app.exception
    assert "this snapshot has no search index" in html(app)


def test_a_list_of_queries_is_counted(visit: Open):
    app = visit(PAGE)

    app.file_uploader(key="queries-file-0").upload("list.txt", b"mine\nmine)\n=1+1\n<b>\n").run()

    assert app.query_params["list"] == ["mine", "mine)", "=1+1", "<b>"]
    table = app.dataframe[-1].value
    assert table["Query"].tolist() == ["mine", "mine)", "=1+1", "<b>"]
    assert table["Sentences"].tolist()[:2] == [5, 0]
    assert "1 could not be read" in html(app)


def test_a_link_restores_its_list_of_queries(visit: Open):
    app = visit(PAGE, list=["mine", " ", "school", "mine", "a" * 3000])

    assert app.dataframe[-1].value["Query"].tolist() == ["mine", "school", "a" * 1001]
    app.button(key="queries-away").click().run()
    assert not app.dataframe
    assert "list" not in app.query_params


def test_a_file_that_is_no_text_says_so(visit: Open):
    app = visit(PAGE)

    app.file_uploader(key="queries-file-0").upload("list.csv", b"PK\x03\x04" + bytes(99)).run()

    assert not app.exception
    assert "ZIP" in app.error[0].value


def test_hits_come_before_charts(visit: Open):
    app = visit("explore/search", q="copper")

    shown = [str(getattr(one, "proto", "")) for one in app.main]
    lines = next(place for place, one in enumerate(shown) if "d-lines" in one)
    chart = next(place for place, one in enumerate(shown) if "tools-found-theme" in one)
    assert lines < chart


def test_a_headline_opens_its_report_at_the_hit(visit: Open):
    shown = html(visit("explore/search", q="copper"))

    assert re.search(r'<h3 class="d-report"[^>]*><a href="\./report\?doc=doc00&amp;sentence=doc00-s\w+"', shown)


def test_a_small_or_is_offered_as_the_sign(visit: Open):
    app = visit("explore/search", q="copper or flour")

    app.button(key="or-0").click().run()

    assert app.query_params["q"] == "copper OR flour"
    assert "copper or flour" not in html(app)
