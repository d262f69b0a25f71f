"""Which reports are copies of which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.copies import FEWEST_SHINGLES, containment, copies

WORDS = [f"word{number}" for number in range(200)]
LONG = " ".join(WORDS)
NOTICE = (
    "The Bank of {place} said it sold {n} mln dlrs of bills at its regular weekly auction, against {m} mln dlrs in "
    "the week before. The average yield was {n} pct, the bank said in a statement, and all bids at the price were met."
)


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        pytest.param(LONG, True, id="the same"),
        pytest.param(" ".join(WORDS[:70]), True, id="cut to a third"),
        pytest.param(" ".join(WORDS[60:]), True, id="its end"),
        pytest.param(" ".join(word for n, word in enumerate(WORDS) if n % 20), True, id="every twentieth word dropped"),
        pytest.param(LONG.upper(), True, id="in capitals"),
        pytest.param("in the town: " + LONG, True, id="words before it"),
        pytest.param(" ".join(WORDS[::2]), False, id="every second word"),
        pytest.param(" ".join(WORDS[:60] + [f"other{n}" for n in range(80)]), False, id="less than half of it"),
        pytest.param(" ".join(WORDS[:15]), False, id="a sentence of it"),
    ],
)
def test_a_text_that_stands_in_another_one_is_a_copy(text: str, is_copy: bool) -> None:
    first, second = copies([LONG + " " + " ".join(WORDS), text])

    assert (first == second) is is_copy


def test_notices_of_one_template_are_no_copies() -> None:
    texts = [
        NOTICE.format(place=place, n=n, m=n + 3.1) for place, n in (("Baku", 12.5), ("Ganja", 20.1), ("Baku", 7.3))
    ]

    assert containment(texts[0], texts[2]) > 0.5
    assert copies(texts) == [0, 1, 2]


def test_a_copy_is_compared_with_the_longest_and_not_with_another_copy() -> None:
    whole, half = " ".join(WORDS), " ".join(WORDS[:60] + [f"new{n}" for n in range(45)])
    other = " ".join([f"new{n}" for n in range(45)] + [f"more{n}" for n in range(30)])

    groups = copies([half, whole, other])

    assert groups[2] == 2  # it shares half with `half`, which is itself a copy
    assert groups[0] == 1


def test_texts_in_scripts_without_blanks_are_compared_by_their_characters() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(80))

    assert copies([text, text[:40]]) == [0, 0]


def test_no_text_is_no_copy_and_no_texts_give_none() -> None:
    assert copies([]) == []
    assert copies(["", " ", ""]) == [0, 1, 0]


@given(st.lists(st.lists(st.sampled_from(WORDS[:6]), max_size=60).map(" ".join), max_size=8))
def test_what_is_a_copy_is_a_copy_of_what_is_none(texts: list[str]) -> None:
    groups = copies(texts)

    assert [groups[of] for of in groups] == groups
    assert all(texts.index(text) <= number for number, text in enumerate(texts))


def test_a_few_words_are_compared_only_as_a_whole() -> None:
    short = " ".join(WORDS[: FEWEST_SHINGLES - 1])

    assert copies([LONG, short, short]) == [0, 1, 1]
