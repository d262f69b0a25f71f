"""Lists of queries in files."""

from __future__ import annotations

import pytest

from analysis.queries.searching.files import LARGEST, MOST, MalformedQueries, queries_of


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
