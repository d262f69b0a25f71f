"""What holds for the amounts of every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lexicons.measures import multipliers, signs, units
from analysis.text.amounts.lexicon import BOUNDS, KINDS, bounds, number_words
from analysis.text.amounts.numbers import number_at
from analysis.text.amounts.pieces import pieces
from analysis.text.amounts.ranges import compared, out_of, ranged
from analysis.text.amounts.readings import has_number, readings

WORDS = """5 1,200 3.5 1/2 12/ - – to and a half of two third million mln $ US$ pct barrels per day + m bn No. ٣ ½ ² . ,
: 10:30 hundred"""
PARTS = st.sampled_from([*WORDS.split(), "more than", "or more"])


@given(st.lists(PARTS, max_size=12), st.sampled_from(["", " "]))
def test_no_words_in_any_order_are_too_much_for_the_rules(words: list[str], gap: str) -> None:
    text = gap.join(words)
    found = pieces(text)

    read = out_of(found, compared(found, ranged(found, readings(text, found))))

    assert all(one.first < one.end for one in read)
    assert all(one.end <= other.first for one, other in pairwise(read))


@given(st.text(max_size=40))
def test_pieces_give_back_their_words(text: str) -> None:
    assert all(text[one.start : one.end].lower() == one.word for one in pieces(text))


@pytest.mark.parametrize("word", sorted(number_words()))
def test_the_first_look_knows_every_number_word(word: str) -> None:
    assert has_number(f"It took {word} boats.")


def test_the_lexicons_have_only_kinds_and_bounds_that_are_declared() -> None:
    assert {unit.kind for unit in (*units().values(), *signs().values())} <= set(KINDS)
    assert {*bounds("before").values(), *bounds("after").values()} <= set(BOUNDS)
    assert all(value > 1 for value in multipliers("glued").values())


def test_a_number_in_another_script_is_no_number() -> None:
    assert number_at(pieces("½"), 0) is None
