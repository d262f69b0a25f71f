"""Which words a text has, and which spellings a name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queries.searching.names import NameForms
from analysis.text.indexed_words import index_keys, indexed_words


@given(st.text() | st.text(alphabet="aZ_0 '`-.\n\x1c") | st.text(alphabet="aB", min_size=195, max_size=205))
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
