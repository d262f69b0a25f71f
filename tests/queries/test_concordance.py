"""Lines of what a query finds."""

from __future__ import annotations

from analysis.queries.concordance import MOST_SORTED, concordance
from analysis.queries.database import Database
from analysis.queries.selection import Selection
from analysis.text.indexed_words import index_keys


def test_lines_mark_what_was_found_in_every_page(database: Database):
    first, rest = (concordance(database, Selection(), "mine OR school", page) for page in ((0, 3), (3, 100)))

    assert len(first) == 3
    assert not set(first["sentence_id"]) & set(rest["sentence_id"])
    for sentence, spans in zip(first["sentence"], first["spans"], strict=True):
        start, end = (int(place) for place in spans.split(":")[0].split("-"))
        assert sentence[start:end].lower() in ("mine", "school")


def test_lines_are_sorted_by_the_word_after(database: Database):
    lines = concordance(database, Selection(), "the", (0, 1000), "word after")
    ends = [int(spans.split(":")[0].split("-")[1]) for spans in lines["spans"]]
    after = [index_keys(sentence[end:])[:1] for sentence, end in zip(lines["sentence"], ends, strict=True)]

    assert after == sorted(after, key=lambda words: (not words, words))
    assert len(after) < MOST_SORTED
