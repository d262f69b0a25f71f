"""A profile begins with what somebody does and says."""

from __future__ import annotations

import re

import pandas as pd

from pages.parts.people.profile_claims import by_day, unlike
from tests.pages.conftest import Open, html


def test_what_somebody_does_and_says_comes_first_with_days(visit: Open):
    shown = html(visit("explore/people", look="profile", profile_of="Leyla Rahimova"))

    lists = re.findall(r'<div class="d-does"><h3>.*?</h3>', shown)
    assert [re.sub(r"<[^>]+>", "", one) for one in lists] == ["Does 2", "Says 1", "Is done to it 1"]
    days = re.findall(r'<p class="d-day[^"]*"[^>]*>(.*?)</p>', shown)
    assert days[:2] == ["19 February 2024", "15 January 2024"]


def test_a_list_of_a_profile_opens_as_many_claims_as_it_says(visit: Open):
    shown = html(visit("explore/people", look="profile", profile_of="Leyla Rahimova", theme="Education"))

    href = re.search(r'<div class="d-does"><h3><a class="d-way" href="([^"]+)"', shown)
    assert href
    assert "theme=Education" in href[1]
    assert "actor=Leyla+Rahimova" in href[1]


def test_claims_stand_by_their_day_else_by_that_of_the_report():
    days = {"a": ("2024-03-01", "2024-05-01"), "b": (None, "2024-04-01"), "c": (None, None)}
    rows = [
        {"fact_id": key, "first_day": pd.Timestamp(day), "published": pd.Timestamp(published)}
        for key, (day, published) in days.items()
    ]

    assert [row["fact_id"] for row in by_day(rows)] == ["b", "a", "c"]


def test_what_is_said_twice_is_shown_once():
    rows = [{"claim": said, "fact_id": key} for key, said in enumerate(["A.", "B.", "A."])]

    assert [row["fact_id"] for row in unlike(rows)] == [0, 1]
