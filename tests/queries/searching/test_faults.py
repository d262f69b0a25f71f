"""What cannot be read says why and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import parse

FAULTS = [
    pytest.param("", "Write a word", (0, 0), id="nothing"),
    pytest.param("&", "Write a word", (0, 1), id="a sign"),
    pytest.param('a "b', "never close", (2, 4), id="open quotation marks"),
    pytest.param("(a", "opens here never closes", (0, 1), id="an open bracket"),
    pytest.param("near(a, b", "opens here never closes", (0, 5), id="an open near"),
    pytest.param("a)", "never opened", (1, 2), id="a bracket too many"),
    pytest.param("(a, b)", "only inside near", (2, 3), id="a comma in brackets"),
    pytest.param("OR a", "OR stands between", (0, 2), id="OR first"),
    pytest.param("a OR", "OR stands between", (2, 4), id="OR last"),
    pytest.param("a AND", "AND stands between", (2, 5), id="AND last"),
    pytest.param("AND a", "AND stands between", (0, 3), id="AND first"),
    pytest.param("a NOT", "follows NOT", (2, 5), id="NOT last"),
    pytest.param("-a", "what to find", (0, 2), id="only without"),
    pytest.param("a OR NOT b", "what to find", (0, 10), id="all but one, or another"),
    pytest.param("*", "Letters stand before", (0, 1), id="a star alone"),
    pytest.param("m*", "two letters", (0, 2), id="a short prefix"),
    pytest.param("m*ne", "at the end", (0, 4), id="a star inside"),
    pytest.param("mine~3", "1 or 2", (0, 6), id="too many letters"),
    pytest.param("near(a, 5)", "two to 5 words", (0, 10), id="near one word"),
    pytest.param("near(a, b, 99)", "1 to 50", (11, 13), id="too far"),
    pytest.param("near(a, (b -c), 3)", "Inside near", (0, 18), id="NOT in near"),
    pytest.param('"a b"~x', "number follows", (0, 7), id="no number"),
    pytest.param('""', "no word between", (0, 2), id="an empty phrase"),
    pytest.param("name:", "name follows", (0, 5), id="no name"),
    pytest.param("a" * 1001, "at most 1,000", (1000, 1001), id="too long"),
    pytest.param("(" * 30 + "a" + ")" * 30, "too many brackets", (20, 21), id="too deep"),
]


@pytest.mark.parametrize(("query", "words", "place"), FAULTS)
def test_a_query_that_cannot_be_read_says_why_and_where(query: str, words: str, place: tuple[int, int]):
    with pytest.raises(QueryFault, match=words) as fault:
        parse(query)

    assert (fault.value.start, fault.value.end) == place


@given(st.text(alphabet=' ab*~"()-,:15ANDORTnearname”é_\x00', max_size=40))
def test_any_words_are_a_query_or_a_fault(query: str):
    place = (0, 0)
    try:
        parse(query)
    except QueryFault as fault:
        place = (fault.start, fault.end)

    assert 0 <= place[0] <= place[1] <= len(query)
