"""Overview: the questions to begin with."""

from __future__ import annotations

import pytest

from analysis.queries.selection import STATUSES
from pages.parts.overview.questions import QUESTIONS
from pages.parts.words import STATUS_MEANING


@pytest.mark.parametrize("status", ["denied", "negated", "requested"])
def test_a_status_has_a_question_of_its_own(status: str):
    assert [question.values for question in QUESTIONS if status in question.values] == [(status,)]


def test_every_status_has_a_meaning_of_its_own():
    assert set(STATUS_MEANING) == set(STATUSES)
    assert len(set(STATUS_MEANING.values())) == len(STATUSES)
