"""What queries mean, what they find, and that every way to find it gives the same."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.index import FOLDER, NoIndex, write_index
from analysis.queries.concordance import MOST_SORTED, ORDERS, concordance
from analysis.queries.database import Database
from analysis.queries.found import GROUPS, bucket_of, found, found_by, found_over_time, queries
from analysis.queries.rows import fact_rows, n_facts, n_sentences, sentence_rows
from analysis.queries.search import like_sentences
from analysis.queries.searching.files import LARGEST, MOST, MalformedQueries, queries_of
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.match import matched
from analysis.queries.searching.names import NameForms
from analysis.queries.searching.nodes import Forms, Near
from analysis.queries.searching.parse import parse
from analysis.queries.searching.search import Search, hits
from analysis.queries.selection import Cut, Selection
from analysis.store import publish
from analysis.text.indexed_words import index_keys, indexed_words
from tests.pages import snapshots

TEXTS = (
    "The copper mine in Herat opened.",
    "Copper from an old mine was sold.",
    "A mining company sold two mines.",
    "Gold and copper are mined; the mine’s owner said no.",
    "Colour, color, colors.",
    "The O'Brien mine",
    "Café Sana'a — re-opened",
    "No metals at all.",
    "He said “copper” and mine copper again.",
)

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


def sentences(texts: tuple[str, ...] | list[str]) -> pd.DataFrame:
    return pd.DataFrame({"kind": ["body"] * len(texts), "text": list(texts)})


def search_in(folder: Path, texts: tuple[str, ...] | list[str]) -> Search:
    """A search in these sentences alone, without a database."""
    write_index(folder / FOLDER, sentences(texts))

    def ask(sql: str, params: object) -> list[tuple[object, ...]]:
        if "count(*)" in sql:
            return [(len(texts),)]
        return list(enumerate(texts)) if "s.text" in sql else []

    return Search(folder, ask)


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


@settings(max_examples=25, deadline=None)
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


@given(st.text())
def test_the_words_of_a_text_stand_where_they_say(text: str):
    words = indexed_words(text)

    assert [word.key for word in words] == index_keys(text)
    assert all(word.key and not any(c.isspace() for c in word.key) for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Mamedov", ["Ilham Mammadov", "Mammadov", "Mohammadov"]),
        ("Ilham Mamedov", ["Ilham Mammadov", "Mammadov"]),
        ("Мамедов", ["Ilham Mammadov", "Mammadov", "Mohammadov"]),
        ("Karimov", ["Karimov"]),
        ("Smith", []),
    ],
)
def test_a_name_stands_for_its_spellings(name: str, forms: list[str]):
    known = NameForms(
        (f"e{number}", text, n)
        for number, text, n in [
            (1, "Ilham Mammadov", 3),
            (1, "Mammadov", 2),
            (2, "Mohammadov", 1),
            (3, "Karimov", 5),
            (4, "Rahmani", 1),
            (5, "Bank of Baku", 4),
        ]
    )

    assert [form.text for form in known.like(name)] == forms


SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection.of(theme=("mining", "")), id="mining or no theme"),
    pytest.param(Selection.of(publisher="Northern Wire"), id="a publisher"),
    pytest.param(Selection.of(status="planned"), id="plans"),
    pytest.param(Selection.of(period="2024-02-01..2024-06-30"), id="a period"),
    pytest.param(Selection.of(found="mine*"), id="another query"),
    pytest.param(Selection().hiding((Cut("found", "mine"),)), id="all but a query"),
]
ASKED = ["the", "mine OR school", "name:Rahimova", "near(mine, herat, 9)", "sch* -teachers", "nowhere"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("query", ASKED)
def test_every_count_of_a_query_opens_as_many_sentences(database: Database, selection: Selection, query: str):
    cut = Cut("found", query)
    total = int(found(database, selection, query)["n_sentences"].iloc[0])

    assert n_sentences(database, selection, (cut,)) == total
    for order in ORDERS:
        lines = concordance(database, selection, query, (0, 1000), order)
        assert lines["sentence_id"].nunique() == len(lines) == total
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
    facts = fact_rows(database, Selection.of(found=query), (), (0, 1000))
    others = n_facts(database, Selection().hiding((Cut("found", query),)))

    assert len(facts) + others == n_facts(database, Selection())
    assert set(facts["sentence_id"]) <= set(concordance(database, Selection(), query, (0, 1000))["sentence_id"])


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


def test_opened_sentences_are_marked_with_what_was_found(database: Database):
    rows = sentence_rows(database, Selection(), (Cut("found", "mine"),))

    assert all(":found" in spans for spans in rows["spans"])


def test_a_list_of_queries_counts_each_and_says_what_is_wrong(database: Database):
    listed = queries(database, Selection(), ["mine", "mine)", "nowhere"])

    assert listed["query"].tolist() == ["mine", "mine)", "nowhere"]
    assert listed["n_sentences"].tolist() == [5, 0, 0]
    assert listed["fault"].isna().tolist() == [True, False, True]
    assert listed["first_day"].iloc[0] <= listed["last_day"].iloc[0]
    assert listed["first_day"].isna().tolist() == [False, True, True]


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


@pytest.mark.parametrize(
    ("name", "raw", "asked"),
    [
        pytest.param("q.txt", b"mine\n\n# remark\n mine \ncopper, gold\n", ("mine", "copper, gold"), id="lines"),
        pytest.param("q.csv", b'query,n\n"a, b",1\nc,2\n', ("a, b", "c"), id="csv"),
        pytest.param("q.csv", b"a;1\nb;2\n", ("a", "b"), id="semicolons"),
        pytest.param("q.txt", "\ufeffSuchen\r\nmine\r\n".encode(), ("Suchen", "mine"), id="byte order mark"),
        pytest.param("q.txt", "Søk\n".encode("utf-16"), ("Søk",), id="UTF-16"),
        pytest.param(
            "q.txt",
            b'=1+1\n<script>alert(1)</script>\n"open',
            ("=1+1", "<script>alert(1)</script>", '"open'),
            id="hostile",
        ),
    ],
)
def test_a_file_gives_its_queries(name: str, raw: bytes, asked: tuple[str, ...]):
    assert queries_of(name, raw) == asked


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(b"", "no query", id="empty"),
        pytest.param(b"\n#only\n", "no query", id="remarks"),
        pytest.param(b"PK\x03\x04" + bytes(50), "ZIP", id="an archive"),
        pytest.param(bytes(range(32)) * 20, "text", id="bytes"),
        pytest.param(b"a\n" * LARGEST, "too large", id="too large"),
        pytest.param("".join(f"w{n}\n" for n in range(MOST + 1)).encode(), "1,001 queries", id="too many"),
    ],
)
def test_a_file_that_is_no_list_says_so(raw: bytes, words: str):
    with pytest.raises(MalformedQueries, match=words):
        queries_of("list.txt", raw)


@pytest.mark.parametrize(
    ("last", "bucket"), [("2024-01-20", "day"), ("2025-06-01", "month"), ("2034-01-01", "year")], ids=str
)
def test_long_times_are_counted_by_longer_columns(last: str, bucket: str):
    assert bucket_of(pd.Timestamp("2024-01-01"), pd.Timestamp(last)) == bucket


def test_a_snapshot_without_an_index_still_answers_all_but_search(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    shutil.rmtree(snapshot.folder / FOLDER)
    database = Database(snapshot)

    assert n_facts(database, Selection()) > 0
    assert n_facts(database, Selection.of(found="mine")) == 0
    with pytest.raises(NoIndex):
        _ = database.search


def test_an_index_that_is_broken_is_none(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    (snapshot.folder / FOLDER / "meta.json").write_text("{", encoding="utf-8")

    with pytest.raises(NoIndex):
        _ = Database(snapshot).search


def test_searching_writes_nothing_into_the_snapshot(tmp_path: Path):
    snapshot = snapshots.small(tmp_path)
    before = sorted(path.name for path in (snapshot.folder / FOLDER).iterdir())

    Database(snapshot).search.rows("mine")

    assert sorted(path.name for path in (snapshot.folder / FOLDER).iterdir()) == before
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (snapshot.folder / FOLDER).iterdir())


def test_a_snapshot_is_named_by_its_tables_and_gets_the_index_that_it_lacks(tmp_path: Path):
    frames = {"sentences": sentences(TEXTS)}
    first = publish(tmp_path, frames, {})
    shutil.rmtree(first.folder / FOLDER)

    again = publish(tmp_path, frames, {})

    assert again.name == first.name == publish(tmp_path / "other", frames, {}).name
    assert (again.folder / FOLDER / "meta.json").exists()


def test_an_index_has_no_sentence_of_noise(tmp_path: Path):
    frame = sentences(["mine", "mine"]).assign(kind=["noise", "heading"])
    write_index(tmp_path / FOLDER, frame)

    assert Search(tmp_path, lambda sql, params: [(2,)]).rows("mine").tolist() == [1]
