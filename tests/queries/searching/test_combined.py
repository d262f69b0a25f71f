"""Queries put together find what their parts say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queries.searching.combined import both, bracketed, either, parts_of
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import parse
from analysis.queries.searching.search import Search
from tests.queries.searching.sentences import search_in

TEXTS = ["a b c", "b a", "c d", "a d zz", "b c a d", "d", "a a b", "c b a"]
QUERIES = [
    *(
        "a",
        "a b",
        '"a b"',
        "a OR d",
        "a AND c",
        "a -b",
        "(a OR b) c",
        "near(a, b, 2)",
        "(a) OR (b c)",
        "((a b))",
        "zz*",
    ),
    *("(c)", "a, b", "& a", '"a b"~3', "name:zz", "NOT a b"),
]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return search_in(tmp_path_factory.mktemp("combined"), TEXTS)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("other", QUERIES)
def test_queries_put_together_find_what_they_say(search: Search, query: str, other: str):
    def rows(asked: str) -> set[int]:
        return set(search.rows(asked).tolist())

    assert rows(either([query, other])) == rows(query) | rows(other)
    assert rows(both([other], query)) == rows(query) & rows(other)
    assert rows(both([other, "d"], query)) == rows(query) & (rows(other) | rows("d"))
    assert rows(bracketed(query)) == rows(query)


@pytest.mark.parametrize("query", QUERIES)
def test_the_parts_of_a_query_are_all_that_it_says(search: Search, query: str):
    found = set(range(len(TEXTS)))
    for part in parts_of(query):
        rows = set(search.rows(part.query).tolist())
        found = found - rows if part.is_left_out else found & rows

    assert found == set(search.rows(query).tolist())


ANY = st.text(alphabet=' ab*~"()-,&:15ANDORTnearname', max_size=30)


@given(ANY)
def test_a_part_stands_where_it_says(query: str):
    try:
        parts = parts_of(query)
    except QueryFault:
        return
    assert all(query[part.start :].startswith(part.query) for part in parts)


@given(ANY | st.sampled_from(QUERIES))
def test_what_can_be_read_can_be_read_in_brackets(query: str):
    try:
        parse(query)
    except QueryFault:
        return
    parse(f"a {bracketed(query)} OR b")
    parse(both([query, "b"], query))
