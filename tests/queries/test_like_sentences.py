"""Which sentences are like one."""

from __future__ import annotations

import pytest

from analysis.queries.engine.database import Database
from analysis.queries.search import like_sentences


def test_like_sentences_stand_in_other_reports(database: Database):
    (sentence_id, doc_id), *_ = database.rows(
        "SELECT sentence_id, doc_id FROM sentences WHERE text LIKE '%opened a visa desk at its embassy%'"
    )

    like = like_sentences(database, sentence_id, 3)

    assert like["sentence"].iloc[0] == "The embassy of Azerbaijan will close its visa desk on Friday."
    assert doc_id not in set(like["doc_id"])
    assert like["likeness"].between(0.2, 1).all()
    assert like["likeness"].is_monotonic_decreasing
    assert ":found" in like["spans"].iloc[0]


@pytest.mark.parametrize("sentence_id", ["nowhere", ""])
def test_nothing_is_like_an_unknown_sentence(database: Database, sentence_id: str):
    assert like_sentences(database, sentence_id).empty
