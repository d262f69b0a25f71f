"""Lines of what a query finds: one for each hit."""

from __future__ import annotations

import pytest

from analysis.fields.cut import Cut
from analysis.queries.concordance import BY_DATE, BY_WORDS, MOST_SORTED, ORDERS, lines, n_hits
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.searching.search import hits
from analysis.text.indexed_words import index_keys

QUERY = "mine OR the OR school"


def hit_of(row: dict) -> str:
    """The words that a line is aligned on."""
    start, end = (int(place) for place in row["spans"].split(":")[0].split("-"))
    return str(row["sentence"][start:end])


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "selection", [Selection(), Selection((Cut("theme", "mining"),)), Selection.of(words="schools")], ids=str
)
def test_each_hit_of_a_sentence_has_a_line(database: Database, order: str, selection: Selection):
    rows = lines(database, selection, QUERY, (0, 1000), order).to_dict("records")
    node = database.search.expanded(QUERY)

    assert len(rows) == n_hits(database, selection, QUERY)
    for row in rows:
        expected = hits(node, row["sentence"])[row["number"]]
        assert hit_of(row) == row["sentence"][expected.start : expected.end]
        assert row["spans"].count(":found") == len(hits(node, row["sentence"]))
    by_sentence = {row["sentence_id"]: row["sentence"] for row in rows}
    assert sum(len(hits(node, sentence)) for sentence in by_sentence.values()) == len(rows)
    assert len(rows) > len(by_sentence) or selection.only


@pytest.mark.parametrize("order", BY_DATE)
def test_a_page_by_date_has_sentences_with_all_their_hits(database: Database, order: str):
    whole = lines(database, Selection(), QUERY, (0, 1000), order)

    pages = [lines(database, Selection(), QUERY, (first, 3), order) for first in range(0, 60, 3)]

    assert [key for page in pages for key in page["sentence_id"]] == list(whole["sentence_id"])
    assert all(page["sentence_id"].nunique() <= 3 for page in pages)


@pytest.mark.parametrize("order", BY_WORDS)
def test_a_page_by_words_has_hits(database: Database, order: str):
    whole = lines(database, Selection(), QUERY, (0, 1000), order)

    pages = [lines(database, Selection(), QUERY, (first, 3), order) for first in range(0, 90, 3)]

    found = [pair for page in pages for pair in zip(page["sentence_id"], page["number"], strict=True)]
    assert found == list(zip(whole["sentence_id"], whole["number"], strict=True))
    assert max(map(len, pages)) == 3


def test_lines_mark_what_was_found(database: Database):
    for row in lines(database, Selection(), "mine OR school").to_dict("records"):
        assert hit_of(row).lower() in ("mine", "school")


def test_lines_are_sorted_by_the_word_after(database: Database):
    rows = lines(database, Selection(), "the", (0, 1000), "word after").to_dict("records")
    ends = [int(row["spans"].split(":")[0].split("-")[1]) for row in rows]
    after = [index_keys(row["sentence"][end:])[:1] for row, end in zip(rows, ends, strict=True)]

    assert after == sorted(after, key=lambda words: (not words, words))
    assert len(after) < MOST_SORTED


def test_nothing_found_has_no_line(database: Database):
    assert lines(database, Selection(), "nowhere").empty
    assert n_hits(database, Selection(), "nowhere") == 0
