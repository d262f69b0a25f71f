"""Which facts and sentences pass the filters."""

import pytest

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows
from tests.pages.made.names import entity_id

CASES = [
    pytest.param(Selection(), 17, id="no filter"),
    pytest.param(Selection.of(theme=("mining",)), 6, id="a theme"),
    pytest.param(Selection.of(theme=("mining", "aid")), 8, id="either of two themes"),
    pytest.param(Selection.of(theme=("",)), 0, id="facts without a theme, of which there are none"),
    pytest.param(Selection.of(publisher=("Northern Wire",)), 6, id="a publisher"),
    pytest.param(Selection.of(publisher=("",)), 1, id="no publisher stated"),
    pytest.param(Selection.of(status=("denied",)), 1, id="a status"),
    pytest.param(Selection.of(period="2024-06-01.."), 3, id="from a day on, half-open at its end"),
    pytest.param(Selection.of(period="..2024-01-15"), 2, id="up to a day"),
    pytest.param(Selection.of(period="2024-03-11..2024-03-17"), 1, id="the whole of a week"),
    pytest.param(Selection.of(period="2024-03-17..2024-03-17"), 0, id="a day is no time for a week"),
    pytest.param(Selection.of(period="2024-03-01..2024-03-31"), 4, id="a month"),
    pytest.param(Selection.of(entity=(entity_id("Karim Sadat"),)), 3, id="acts, is acted on, or says so"),
    pytest.param(Selection.of(words="COPPER mine"), 2, id="all words, whatever their case"),
    pytest.param(Selection.of(words="100%_"), 0, id="signs of a pattern are words"),
    pytest.param(Selection.of(words="'; DROP TABLE facts; --"), 0, id="signs of SQL are words"),
    pytest.param(Selection.of(theme=("mining",), status=("planned",)), 1, id="every filter must let it through"),
    pytest.param(Selection().hiding((Cut("theme", "mining"),)), 11, id="without a theme"),
    pytest.param(Selection.of(theme="mining").hiding((Cut("status", "planned"),)), 5, id="a theme without its plans"),
    pytest.param(
        Selection().hiding((Cut("theme", "mining"), Cut("status", "planned"))), 16, id="without the plans of a theme"
    ),
    pytest.param(Selection().hiding((Cut("words", "copper mine"),)), 15, id="without some words"),
    pytest.param(Selection().hiding((Cut("period", "2024-06-01.."),)), 14, id="without a period; undated facts stay"),
    pytest.param(Selection().hiding((Cut("entity", entity_id("Karim Sadat")),)), 14, id="without a person"),
]


@pytest.mark.parametrize(("selection", "expected"), CASES)
def test_a_fact_passes_when_every_filter_lets_it_through(database: Database, selection, expected):
    assert n_facts(database, selection) == expected


@pytest.mark.parametrize(("selection", "expected"), CASES)
def test_as_many_rows_are_opened_as_are_counted(database: Database, selection, expected):
    rows = fact_rows(database, selection, (), (0, 1000))

    assert len(rows) == expected
    assert n_sentences(database, selection) == len(sentence_rows(database, selection, (), (0, 1000)))


def test_pages_of_rows_make_up_the_whole_without_gap_or_repeat(database: Database):
    whole = list(fact_rows(database, Selection(), (), (0, 1000))["fact_id"])

    pages = [fact_rows(database, Selection(), (), (start, 5))["fact_id"] for start in range(0, 20, 5)]

    assert [key for page in pages for key in page] == whole


def test_captions_and_noise_are_no_sentences_of_a_selection(database: Database):
    shown = sentence_rows(database, Selection(), (), (0, 1000))["sentence"]

    assert "Advertisement" not in set(shown)
    assert not shown.str.contains("photo").any()


def test_the_spans_of_a_fact_give_back_its_words(database: Database):
    for row in fact_rows(database, Selection(), (), (0, 1000)).to_dict("records"):
        for part in row["spans"].split():
            bounds, kind = part.split(":")
            start, end = map(int, bounds.split("-"))
            assert row["sentence"][start:end] == row[kind]


def test_the_words_of_a_date_are_those_of_the_text(database: Database):
    rows = fact_rows(database, Selection.of(words="forty"), ())

    assert rows["timex"].iloc[0] == "this summer"


def test_a_term_is_marked_where_it_stands(database: Database):
    rows = sentence_rows(database, Selection(), (Cut("theme", "mining"), Cut("term", "copper mine")))

    for row in rows.to_dict("records"):
        start, end = map(int, row["spans"].split(":")[0].split("-"))
        assert row["sentence"][start:end].startswith("copper mine")


def test_a_snapshot_without_facts_gives_empty_frames(blank: Database):
    assert n_facts(blank, Selection()) == 0
    assert fact_rows(blank, Selection()).empty
    assert n_sentences(blank, Selection()) == 1
