"""The page Topics without a browser: each question, with what a link may ask for and what a corpus may lack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.store import open_snapshot
from pages.parts.topics.compare import name_of
from pages.parts.topics.theme_terms import explained
from tests.pages.conftest import Open, html
from tests.pages.made.names import HOSTILE_NAME, HOSTILE_PUBLISHER, HOSTILE_THEME

QUESTIONS = {
    "words": "Which words mark out each theme?",
    "matrix": "Who writes of which theme, with whom, and when?",
    "rise": "How does a term rise and fall, and where does it come from?",
    "compare": "How do two selections differ in claims and words?",
    "found": "Which topics do the reports fall into?",
    "map": "Which reports are like each other?",
}
each_part = pytest.mark.parametrize("part", QUESTIONS)


@each_part
def test_a_part_says_its_question(visit: Open, part: str):
    app = visit("explore/topics", part=part)

    assert not app.exception
    assert QUESTIONS[part] in html(app)


@each_part
def test_a_part_of_a_report_that_says_nothing_is_no_mistake(visit: Open, blank: Path, part: str):
    app = visit("explore/topics", blank, part=part)

    assert not app.exception


@each_part
@pytest.mark.parametrize(
    "address",
    [
        {"part": "no such part"},
        {"lambda": "7"},
        {"by": "colour", "numbers": "none"},
        {"word": ["no such term", "<b>x</b>"], "counted": "never"},
        {"against": "theme", "against_theme": "No such theme"},
        {"against": "period", "against_period": "soon"},
        {"against": "view", "against_view": "No such view"},
        {"topic": "no, such, topic"},
        {"topic_of": "no, such, topic", "open_map": "no such report"},
    ],
)
def test_a_link_that_asks_for_what_is_not_there_still_opens(visit: Open, part: str, address: dict[str, object]):
    app = visit("explore/topics", **({"part": part} | address))

    assert not app.exception


@each_part
@pytest.mark.parametrize(
    "address",
    [
        {"publisher": HOSTILE_PUBLISHER},
        {"by": "person", "against": "publisher", "against_publisher": HOSTILE_PUBLISHER},
        {"by": "published", "against": "theme", "against_theme": HOSTILE_THEME},
        {"against": "person", "against_person": HOSTILE_NAME},
    ],
)
def test_words_of_a_report_stay_text(visit: Open, part: str, address: dict[str, object]):
    app = visit("explore/topics", **({"part": part} | address))

    assert not app.exception
    shown = html(app)
    for tag in ("<script", "<img", "<b>News", "<u>theme"):
        assert tag not in shown


def test_nine_reports_are_too_few_for_topics_and_it_is_said(visit: Open):
    app = visit("explore/topics", part="found")

    assert "9 reports are too few to find topics honestly" in html(app)


def test_without_a_filter_there_is_nothing_else_to_compare_with(visit: Open):
    app = visit("explore/topics", part="compare")

    assert "No filter is set" in html(app)


def test_a_side_of_few_sentences_is_said_to_be_little(visit: Open):
    app = visit("explore/topics", part="compare", theme="Mining", against="theme", against_theme="Education")

    assert "That is little to compare." in html(app)


def test_a_side_is_called_by_its_filters(small: Path):
    database = Database(open_snapshot(small))

    assert name_of(database, Selection()) == "all reports"
    selection = Selection((Cut("theme", "mining"),), ((Cut("theme", "aid"),),))
    assert name_of(database, selection) == "Mining, without Aid"


def test_the_slider_says_what_it_does():
    assert explained(0.6).startswith(
        "Terms are ranked 60% for how often they stand in the theme, 40% for how much more often"
    )


def test_the_other_side_of_a_comparison_has_the_same_filters(visit: Open):
    app = visit(
        "explore/topics", part="compare", theme="Mining", against="publisher", against_publisher="Northern Wire"
    )

    shown = html(app.get_by_key("two-sides"))
    heads = re.findall(r'<th scope="col" dir="auto">(.*?) <small>(\d+) claims</small>', shown)
    assert heads == [("Mining, without Publisher: Northern Wire", "3"), ("Northern Wire", "3")]
    assert "Only in Northern Wire" in shown
    assert "theme=Mining&amp;publisher=Northern+Wire" in shown or "publisher=Northern+Wire&amp;theme=Mining" in shown
    assert all(title in shown for title in ("Status", "Theme", "Published, by day"))
    assert "Denied" in shown


def test_two_sides_are_compared_by_when_they_were_published(visit: Open):
    app = visit("explore/topics", part="compare", against="published", against_published="4 March 2024")

    shown = html(app.get_by_key("two-sides"))
    assert re.findall(r"<h3>Only in (.*?)</h3>", shown) == [
        "all reports without Published 4 March 2024",
        "4 March 2024",
    ]
