"""Expressions on the calendar: by tense, by anchor, without an anchor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from analysis.text.parse import Parse
from analysis.text.records import Timex, TimexExpression
from analysis.text.timexes import find_timexes, resolve_timexes

THURSDAY = date(2024, 3, 21)


def expression(parts: dict[str, str | int], tense: str = "", rule: str = "date", sentence: int = 0) -> TimexExpression:
    """An expression that means these parts."""
    return TimexExpression(
        sentence=sentence,
        start_char=0,
        end_char=1,
        text="x",
        type="TIME" if {"part", "clock"} & set(parts) else "DATE",
        rule=rule,
        parts=parts,
        tense=tense,
    )


def only(parts: dict[str, str | int], tense: str = "", published: date | None = THURSDAY) -> Timex:
    """The one timex of one expression."""
    return resolve_timexes([expression(parts, tense)], published)[0]


@pytest.mark.parametrize(
    ("parts", "tense", "value"),
    [
        pytest.param({"weekday": 0}, "past", "2024-03-18", id="Monday before"),
        pytest.param({"weekday": 0}, "future", "2024-03-25", id="Monday ahead"),
        pytest.param({"weekday": 0}, "present", "2024-03-25", id="Monday of a timetable"),
        pytest.param({"weekday": 0}, "", "2024-03-18", id="Monday without a verb"),
        pytest.param({"weekday": 3}, "past", "2024-03-21", id="the day itself, past"),
        pytest.param({"weekday": 3}, "future", "2024-03-21", id="the day itself, ahead"),
        pytest.param({"weekday": 3, "turn": -1}, "past", "2024-03-14", id="last Thursday"),
        pytest.param({"weekday": 3, "turn": 1}, "future", "2024-03-28", id="next Thursday"),
        pytest.param({"weekday": 4, "turn": 0}, "future", "2024-03-22", id="this Friday"),
        pytest.param({"weekday": 4, "turn": 0}, "past", "2024-03-15", id="this past Friday"),
        pytest.param({"month": 2, "day": 15}, "past", "2024-02-15", id="day before"),
        pytest.param({"month": 2, "day": 15}, "future", "2025-02-15", id="day ahead"),
        pytest.param({"month": 3, "day": 20}, "", "2024-03-20", id="nearest day"),
        pytest.param({"month": 12}, "past", "2023-12", id="month before"),
        pytest.param({"month": 3}, "past", "2024-03", id="this month has begun"),
        pytest.param({"month": 3}, "future", "2024-03", id="this month is not over"),
        pytest.param({"month": 7}, "", "2024-07", id="nearest month"),
        pytest.param({"month": 2, "day": 29}, "future", "2028-02-29", id="leap day"),
        pytest.param({"month": 3, "day": 5, "weekday": 4}, "past", "2021-03-05", id="the weekday tells the year"),
        pytest.param({"month": 3, "day": 5, "weekday": 1}, "past", "2024-03-05", id="the weekday fits this year"),
        pytest.param({"quarter": 4}, "past", "2023-Q4", id="quarter before"),
        pytest.param({"season": "SU"}, "future", "2024-SU", id="summer ahead"),
        pytest.param({"day": 15}, "past", "2024-03-15", id="day of this month"),
        pytest.param({"day": 25}, "past", "2024-02-25", id="day of the month before"),
        pytest.param({"span": "weekend"}, "past", "2024-W11-WE", id="weekend before"),
    ],
)
def test_partial_dates_are_chosen_by_tense(parts: dict[str, str | int], tense: str, value: str) -> None:
    assert only(parts, tense).value == value


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ({"month": 2, "day": 15}, "XXXX-02-15"),
        ({"month": 2}, "XXXX-02"),
        ({"weekday": 0}, "XXXX-WXX-1"),
        ({"weekday": 0, "part": "MO"}, "XXXX-WXX-1TMO"),
        ({"quarter": 3}, "XXXX-Q3"),
        ({"half": 1}, "XXXX-H1"),
        ({"season": "SP"}, "XXXX-SP"),
        ({"holiday": "12-25"}, "XXXX-12-25"),
        ({"holiday": "easter+0"}, "XXXX-XX-XX"),
        ({"day": 15}, "XXXX-XX-15"),
        ({"unit": "day", "n": -1, "from": "published"}, "XXXX-XX-XX"),
        ({"unit": "week", "n": -1, "from": "published"}, "XXXX-WXX"),
        ({"unit": "month", "n": 0, "from": "published"}, "XXXX-XX"),
        ({"unit": "year", "n": -1, "from": "published"}, "XXXX"),
        ({"unit": "decade", "n": -1, "from": "published"}, "XXX"),
        ({"clock": "10:30"}, "XXXX-XX-XXT10:30"),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(parts: dict[str, str | int], value: str) -> None:
    timex = only(parts, "past", published=None)

    assert (timex.value, timex.first_day, timex.end_day, timex.precision) == (value, None, None, "unknown")


def test_a_relative_date_names_the_date_that_it_is_counted_from() -> None:
    absolute = expression({"year": 2021, "month": 1})
    relative = expression({"unit": "year", "n": 0, "from": "text", "month": 7})

    found = resolve_timexes([absolute, relative], THURSDAY)

    assert [(t.value, t.anchor) for t in found] == [("2021-01", "text"), ("2021-07", "x")]


def test_a_finer_date_is_not_counted_from_a_coarser_one() -> None:
    month = expression({"year": 2021, "month": 1})
    days_later = expression({"unit": "day", "n": 2, "from": "text", "keep": 1})

    assert resolve_timexes([month, days_later], THURSDAY)[1].first_day is None


def test_a_time_of_day_belongs_to_the_date_of_its_sentence() -> None:
    tuesday, clock = expression({"weekday": 1}, "past"), expression({"clock": "10:00"})
    later = expression({"clock": "11:00"}, sentence=3)

    found = resolve_timexes([tuesday, clock, later], THURSDAY)

    assert [t.value for t in found] == ["2024-03-19", "2024-03-19T10:00", "2024-03-21T11:00"]


def test_the_end_of_a_range_follows_its_beginning() -> None:
    monday, friday = expression({"weekday": 0, "until": 1}, "past"), expression({"weekday": 4}, "past")

    first, last = resolve_timexes([monday, friday], THURSDAY)

    assert (first.first_day, first.end_day, first.precision) == (date(2024, 3, 18), date(2024, 3, 23), "range")
    assert last.first_day == date(2024, 3, 22)


def test_a_year_that_python_cannot_count_has_no_days() -> None:
    timex = only({"unit": "year", "n": -5000, "from": "published"})

    assert timex.first_day is None


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_day_of_publication_at_the_ends_of_the_calendar_is_as_good_as_none(published: date) -> None:
    assert only({"unit": "day", "n": 0, "from": "published"}, published=published).first_day is None


def test_resolving_leaves_the_expressions_alone() -> None:
    given = [expression({"weekday": 0}, "past"), expression({"month": 2, "day": 15}, "past")]
    before = [dict(e.parts) for e in given]

    first = resolve_timexes(given, THURSDAY)

    assert [dict(e.parts) for e in given] == before
    assert resolve_timexes(given, THURSDAY) == first


def test_no_expressions_give_no_timexes() -> None:
    assert resolve_timexes([], THURSDAY) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("in talks that began in 2019, the mayor arrived", "2024-03-04T09:00", id="a year between"),
        pytest.param("in talks of 2019 and 2020, the mayor arrived", "2024-03-04T09:00", id="two years between"),
        pytest.param(
            "in talks of 2019, 2020 and 2021, the mayor arrived", "2024-03-21T09:00", id="three: too far away"
        ),
    ],
)
def test_an_hour_is_of_the_last_day_of_its_sentence_behind_a_few_other_dates(
    parse: Callable[[str], Parse], text: str, value: str
) -> None:
    found = find_timexes(parse(f"On 4 March 2024, {text} at 9 a.m."))

    assert resolve_timexes(found, THURSDAY)[-1].value == value
