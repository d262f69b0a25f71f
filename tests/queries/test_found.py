"""Every way to what a query finds counts the same."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.fields.cut import Cut, Cuts
from analysis.queries.concordance import ORDERS, lines
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.found import GROUPS, bucket_of, found, found_by, found_over_time, queries
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows

SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme=("mining", "")), id="mining or no theme"),
    pytest.param(Selection.of(publisher="Northern Wire"), id="a publisher"),
    pytest.param(Selection.of(status="planned"), id="plans"),
    pytest.param(Selection.of(period="2024-02-01..2024-06-30"), id="a period"),
    pytest.param(Selection.of(words="mine*"), id="another query"),
    pytest.param(Selection().hiding((Cut("words", "mine"),)), id="all but a query"),
]
ASKED = ["the", "mine OR school", "name:Rahimova", "near(mine, herat, 9)", "sch* -teachers", "nowhere"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("query", ASKED)
def test_every_count_of_a_query_opens_as_many_sentences(database: Database, selection: Selection, query: str):
    cut = Cut("words", query)
    total = int(found(database, selection, query)["n_sentences"].iloc[0])

    assert n_sentences(database, selection, (cut,)) == total
    for order in ORDERS:
        assert lines(database, selection, query, (0, 1000), order)["sentence_id"].nunique() == total
    for field in GROUPS:
        for value, n in found_by(database, selection, query, field)[["value", "n_sentences"]].itertuples(index=False):
            assert n_sentences(database, selection, (cut, Cut(field, value))) == n
    for value, n in found_over_time(database, selection, query, "month")[["value", "n_sentences"]].itertuples(
        index=False
    ):
        assert n_sentences(database, selection, (cut, Cut("published", value))) == n
    listed = queries(database, selection, [query])
    assert listed["n_sentences"].tolist() == [total]


@pytest.mark.parametrize("query", ASKED)
def test_a_query_filters_facts_by_their_sentences(database: Database, query: str):
    facts = fact_rows(database, Selection.of(words=query), (), (0, 1000))
    others = n_facts(database, Selection().hiding((Cut("words", query),)))

    assert len(facts) + others == n_facts(database, Selection())
    assert set(facts["sentence_id"]) <= set(lines(database, Selection(), query, (0, 1000))["sentence_id"])


@pytest.mark.parametrize("rows_of", [sentence_rows, fact_rows])
@pytest.mark.parametrize("is_filter", [True, False], ids=["of the filter", "of what is open"])
def test_what_was_found_is_marked(
    database: Database, rows_of: Callable[[Database, Selection, Cuts], pd.DataFrame], is_filter: bool
):
    cut = Cut("words", '"copper mine" OR school')
    rows = rows_of(database, Selection((cut,)), ()) if is_filter else rows_of(database, Selection(), (cut,))

    assert len(rows)
    for sentence, spans in zip(rows["sentence"], rows["spans"], strict=True):
        places = [span.split(":")[0].split("-") for span in spans.split() if span.endswith(":found")]
        assert {sentence[int(start) : int(end)].lower() for start, end in places} <= {"copper mine", "school"}
        assert places


def test_a_list_of_queries_counts_each_and_says_what_is_wrong(database: Database):
    listed = queries(database, Selection(), ["mine", "mine)", "nowhere"])

    assert listed["query"].tolist() == ["mine", "mine)", "nowhere"]
    assert listed["n_sentences"].tolist() == [5, 0, 0]
    assert listed["fault"].isna().tolist() == [True, False, True]
    assert listed["first_day"].iloc[0] <= listed["last_day"].iloc[0]
    assert listed["first_day"].isna().tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("last", "bucket"), [("2024-01-20", "day"), ("2025-06-01", "month"), ("2034-01-01", "year")], ids=str
)
def test_long_times_are_counted_by_longer_columns(last: str, bucket: str):
    assert bucket_of(pd.Timestamp("2024-01-01"), pd.Timestamp(last)) == bucket
