"""What holds for every text: spans, order, purity, no crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.columns import PRECISION
from analysis.text.language import load_language
from analysis.text.parse import Parse, parses
from analysis.text.records import Block, TimexExpression
from analysis.text.timexes import find_timexes, resolve_timexes
from tests.examples import examples

SAID = """
    the a of in on at to from between and until before after early late mid end first second last next this that same
    past coming previous following every each two three several few half quarter year years month months week day days
    weekend night morning Monday Fridays January May may March 5 15 31 1990 2024 1990s 10:30 p.m. 0430 GMT Q3 FY2024
    2024-02-30 03/04/2024 99/99/9999 today yesterday tonight noon ago later earlier now summer fall fiscal century
    Christmas Easter decade hours 000 9999 99999999999 9 / 11 - , . ' s ( ) x house will met meets said
"""
WORDS = SAID.split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
DAYS = st.one_of(st.none(), st.dates())
SLOW = examples(100)


@SLOW
@given(text=TEXTS, published=DAYS)
def test_any_words_give_ordered_spans_and_sound_days(
    parse: Callable[[str], Parse], text: str, published: date | None
) -> None:
    found = find_timexes(parse(text))
    resolved = resolve_timexes(found, published)

    assert len(found) == len(resolved)
    assert all(text[e.start_char : e.end_char] == e.text for e in found)
    assert all(before.end_char <= after.start_char for before, after in pairwise(found))
    for timex in resolved:
        assert timex.value
        assert timex.precision in PRECISION.allowed
        assert (timex.first_day is None) == (timex.end_day is None)
        assert timex.first_day is None or timex.end_day is None or timex.first_day < timex.end_day


@SLOW
@given(text=st.text(max_size=60))
def test_any_characters_can_be_read(parse: Callable[[str], Parse], text: str) -> None:
    found = find_timexes(parse(text or " "))

    assert resolve_timexes(found, None) == resolve_timexes(found, None)


@SLOW
@given(text=TEXTS)
def test_relative_dates_have_no_day_without_publication(parse: Callable[[str], Parse], text: str) -> None:
    found = find_timexes(parse(text))

    for timex in resolve_timexes(found, None):
        assert timex.anchor != "published" or timex.first_day is None


def test_the_same_text_gives_the_same_expressions(parse: Callable[[str], Parse]) -> None:
    text = "They met on Monday, on 5 May 2021 and twice a week in the first nine months of 2020."

    assert find_timexes(parse(text)) == find_timexes(parse(text))


def test_an_empty_text_has_none(parse: Callable[[str], Parse]) -> None:
    assert find_timexes(parse("")) == ()


def test_a_text_of_many_dates_is_read_in_time(parse: Callable[[str], Parse]) -> None:
    text = "".join(f"Group {number} met on 5 May 2021 and left two days later. " for number in range(150))

    found = find_timexes(parse(text))

    assert len(found) == 300
    assert [t.value for t in resolve_timexes(found, None)] == ["2021-05-05", "2021-05-07"] * 150


def test_a_list_of_many_days_is_one_sentence(parse: Callable[[str], Parse]) -> None:
    days = ", ".join(f"May {1 + number % 28}" for number in range(600))

    found = find_timexes(parse(f"They met on {days}."))

    assert len(found) == 600


def test_line_ends_inside_an_expression_are_kept() -> None:
    text = "They met on 5\nMay 2021."
    parsed = next(parses(load_language(), [(text, (Block(0, len(text), "body"),))]))

    (found,) = find_timexes(parsed)

    assert found.text == "5\nMay 2021"


def test_days_move_with_the_day_of_publication(parse: Callable[[str], Parse]) -> None:
    found = find_timexes(parse("They met yesterday."))
    days = [date(2024, 2, 28) + timedelta(days=n) for n in range(4)]

    assert [resolve_timexes(found, day)[0].first_day for day in days] == [day - timedelta(days=1) for day in days]


def test_expressions_are_plain_records(parse: Callable[[str], Parse]) -> None:
    (found,) = find_timexes(parse("They met in the first nine months of 2020."))

    assert isinstance(found, TimexExpression)
    assert all(isinstance(value, str | int) for value in found.parts.values())
