"""Overview: the questions to begin with."""

from __future__ import annotations

import re

import pytest

from analysis.fields.status import STATUSES
from display.words import STATUS_MEANING
from pages.parts.overview.questions import QUESTIONS
from tests.pages.conftest import Open, html


@pytest.mark.parametrize("status", ["denied", "negated", "requested"])
def test_a_status_has_a_question_of_its_own(status: str):
    assert [question.asked.values for question in QUESTIONS if status in question.asked.values] == [(status,)]


def test_every_status_has_a_meaning_of_its_own():
    assert set(STATUS_MEANING) == set(STATUSES)
    assert len(set(STATUS_MEANING.values())) == len(STATUSES)


def test_a_question_shows_its_best_answer(visit: Open):
    page = html(visit("explore/overview"))

    asked = page.partition("Who supports or helps whom?")[2].partition("</li>")[0]
    assert "Azerbaijan will train forty teachers" in asked


def test_an_answer_is_one_of_those_that_are_counted(visit: Open):
    page = html(visit("explore/overview", theme="Education"))

    asked = page.partition("Who supports or helps whom?")[2].partition("</li>")[0]
    assert "flour" not in asked
    assert "</p>" in asked


def test_a_question_opens_its_answers_as_cards(visit: Open):
    page = html(visit("explore/overview"))

    asked = page.partition("Who supports or helps whom?")[2].partition("</details></li>")[0]
    who = re.findall(r'<p class="d-who"[^>]*>(.*?)</p>', asked)
    assert who[0] == "Azerbaijan"
    assert len(who) == asked.count('class="d-answer"') <= 4
    assert "Planned · pledged" in asked
    assert "1 June to 31 August 2024" in asked
    assert "Said by" in asked


def test_what_somebody_denies_is_no_claim_of_the_page(visit: Open):
    page = html(visit("explore/overview"))

    denied = page.partition("What is denied?")[2].partition("</summary>")[0]
    assert "Denied: Norland Mining closed the mine" in denied
