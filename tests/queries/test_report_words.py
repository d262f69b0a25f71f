"""Where the words of a filter stand in a report."""

from __future__ import annotations

import pytest

from analysis.queries.engine.database import Database
from analysis.queries.report import report
from analysis.queries.report_words import places_found


@pytest.mark.parametrize(
    ("queries", "words"),
    [
        pytest.param(['"copper mine"'], ["copper mine"] * 2, id="a phrase"),
        pytest.param(["copper mine"], ["copper", "mine"] * 2, id="two words in a sentence, in their order"),
        pytest.param(["road", "copper second"], ["road", "second", "copper"], id="any of two queries"),
        pytest.param(["mine -road"], ["mine"] * 2, id="not where a word is to be left out"),
        pytest.param(["mine nowhere"], [], id="nothing"),
        pytest.param([], [], id="no query"),
    ],
)
def test_places_are_those_of_what_is_found(database: Database, queries: list[str], words: list[str]):
    text = report(database, "doc00")["text"][0]

    places = places_found(database, 0, queries)

    found = [text[a:b] for a, b in zip(places["start_char"], places["end_char"], strict=True)]
    assert found == words
    assert places["mark_id"].is_unique


def test_only_the_report_is_looked_at(database: Database):
    assert places_found(database, 1, ["copper"]).empty
