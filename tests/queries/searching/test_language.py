"""What queries mean: the index and a look at each sentence find the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queries.searching.match import matched
from analysis.queries.searching.nodes import Forms, Near
from analysis.queries.searching.search import Search, hits
from analysis.text.indexed_words import index_keys
from tests.examples import examples
from tests.queries.searching.sentences import TEXTS, search_in

CASES = [
    pytest.param("mine", [0, 1, 3, 5, 8], id="a word, with its genitive"),
    pytest.param("MINE", [0, 1, 3, 5, 8], id="capitals say nothing"),
    pytest.param('"copper mine"', [0], id="a phrase"),
    pytest.param("“copper mine”", [0], id="curly quotation marks"),
    pytest.param("copper mine", [0, 1, 3, 8], id="two words"),
    pytest.param("copper AND mine", [0, 1, 3, 8], id="AND"),
    pytest.param("gold OR metals", [3, 7], id="OR"),
    pytest.param("and", [3, 8], id="a small and is a word"),
    pytest.param("mine -copper", [5], id="without a word"),
    pytest.param("mine NOT copper", [5], id="NOT"),
    pytest.param("mine AND NOT (copper OR brien)", [5], id="NOT brackets"),
    pytest.param("(gold OR sold) copper", [1, 3], id="brackets"),
    pytest.param("copper (gold OR sold)", [1, 3], id="brackets after a word"),
    pytest.param("gold OR copper sold", [1, 3], id="AND binds more than OR"),
    pytest.param("min*", [0, 1, 2, 3, 5, 8], id="a prefix"),
    pytest.param('"copper min*"', [0], id="a prefix in a phrase"),
    pytest.param("color~", [4], id="one letter"),
    pytest.param("coper~", [0, 1, 3, 8], id="a slip"),
    pytest.param("cooper~", [0, 1, 3, 8], id="two letters of a long word"),
    pytest.param("mines~1", [0, 1, 2, 3, 5, 8], id="as many letters as said"),
    pytest.param("near(mine, copper, 1)", [0, 8], id="beside, in any order"),
    pytest.param("near(mine, copper, 3)", [0, 8], id="near"),
    pytest.param("near(copper, mine, 5)", [0, 1, 3, 8], id="farther"),
    pytest.param('"mine copper"~4', [0, 1, 3, 8], id="a phrase with a number"),
    pytest.param('near("copper mine", opened, 3)', [0], id="near a phrase"),
    pytest.param("near(copper mine, opened, 2)", [], id="too far"),
    pytest.param("near(gold OR old, copper, 3)", [1, 3], id="OR in near"),
    pytest.param("near(min*, sold, 9)", [1, 2], id="a prefix in near"),
    pytest.param("near(copper, mine, said, 5)", [3, 8], id="three words near"),
    pytest.param("near(gold, copper)", [3], id="near without a number"),
    pytest.param("-sold mining", [], id="nothing is left"),
    pytest.param("re-opened", [6], id="a hyphen makes a phrase"),
    pytest.param("OBrien", [5], id="without the apostrophe"),
    pytest.param("sanaa cafe", [6], id="without accents"),
    pytest.param("copper, mine", [0, 1, 3, 8], id="a comma says nothing"),
    pytest.param("gold & copper", [3], id="signs say nothing"),
    pytest.param("zinc", [], id="a word that is not there"),
    pytest.param("zi*", [], id="a prefix of nothing"),
    pytest.param("zinc OR gold", [3], id="one of them is not there"),
]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return search_in(tmp_path_factory.mktemp("search"), TEXTS)


@pytest.mark.parametrize(("query", "rows"), CASES)
def test_a_query_finds_the_sentences_that_it_means(search: Search, query: str, rows: list[int]):
    assert search.rows(query).tolist() == rows


@pytest.mark.parametrize(("query", "rows"), CASES)
def test_looking_at_each_sentence_finds_the_same_as_the_index(search: Search, query: str, rows: list[int]):
    node = search.expanded(query)

    assert [row for row, text in enumerate(TEXTS) if matched(node, index_keys(text)) is not None] == rows


@pytest.mark.parametrize(("query", "rows"), CASES)
def test_what_is_found_can_be_marked(search: Search, query: str, rows: list[int]):
    node = search.expanded(query)

    for row in rows:
        assert [TEXTS[row][hit.start : hit.end] for hit in hits(node, TEXTS[row])]


WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=9)
LEAF = st.sampled_from(["a", "b", "c", "d", "zz", '"a b"', '"b c a"', "near(a, b, 2)", "near(b, c, d, 3)"])
QUERY = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("({0[0]} OR {0[1]})".format),
        st.tuples(inner, inner).map("({0[0]} {0[1]})".format),
        st.tuples(LEAF, inner).map("({0[0]} AND NOT {0[1]})".format),
    ),
    max_leaves=6,
)


@examples(25)
@given(st.lists(WORDS, min_size=1, max_size=12), st.lists(QUERY, min_size=1, max_size=5))
def test_the_index_and_the_words_agree(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], asked: list[str]
):
    lines = [" ".join(words) for words in texts]
    search = search_in(tmp_path_factory.mktemp("agree"), lines)

    for query in asked:
        node = search.expanded(query)
        looked_at = [row for row, words in enumerate(texts) if matched(node, words) is not None]
        assert search.rows(query).tolist() == looked_at, query


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 5))
def test_near_is_the_same_from_both_sides(words: list[str], distance: int):
    one, other = Forms(frozenset("a")), Forms(frozenset("b"))

    assert matched(Near((one, other), distance), words) == matched(Near((other, one), distance), words)
