"""Overview: the questions to begin with."""

from __future__ import annotations

import pytest

from analysis.fields.status import STATUSES
from pages.parts.overview.questions import QUESTIONS
from pages.parts.words import STATUS_MEANING
from tests.pages.conftest import Open, html


@pytest.mark.parametrize("status", ["denied", "negated", "requested"])
def test_a_status_has_a_question_of_its_own(status: str):
    assert [question.values for question in QUESTIONS if status in question.values] == [(status,)]


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
