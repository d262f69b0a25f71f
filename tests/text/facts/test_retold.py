"""Which facts tell one event, and what the later one adds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.text.facts import find_facts
from analysis.text.facts.retold import tells_day
from analysis.text.names import find_mentions
from analysis.text.parse import Parse
from analysis.text.timexes import find_timexes


@pytest.mark.parametrize(
    ("later", "day"),
    [
        pytest.param("The bridge was reopened on Monday.", "Monday", id="the same event"),
        pytest.param("The bridge was reopened in 1998.", None, id="a year is no day of news"),
        pytest.param("Another bridge was reopened on Monday.", None, id="another bridge"),
        pytest.param("The bridge will be reopened on Monday.", None, id="a plan"),
        pytest.param("The bridge was painted on Monday.", None, id="another event"),
        pytest.param("The market was reopened on Monday.", None, id="another thing"),
    ],
)
def test_the_main_event_has_the_day_of_where_it_is_told_again(
    parse: Callable[[str], Parse], later: str, day: str | None
) -> None:
    parsed = parse(f"Engineers reopened the Lerida bridge. {later}")
    timexes = find_timexes(parsed)

    facts = find_facts(parsed, "Engineers reopen Lerida bridge", find_mentions(parsed), (), timexes, ())
    main = next(one for one in facts if one.is_main)

    assert (None if main.timex is None else timexes[main.timex].text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained on Monday.", True, id="weekday"),
        pytest.param("It rained on 3 May.", True, id="day of a month"),
        pytest.param("It rained yesterday.", True, id="yesterday"),
        pytest.param("It rained this morning.", True, id="part of a day"),
        pytest.param("It rained in May.", False, id="month"),
        pytest.param("It rained in 1998.", False, id="year"),
        pytest.param("It rained for three days.", False, id="duration"),
        pytest.param("It is raining now.", False, id="now"),
    ],
)
def test_news_tells_a_day(parse: Callable[[str], Parse], text: str, expected: bool) -> None:
    assert [tells_day(one) for one in find_timexes(parse(text))] == [expected]
