"""Periods of the calendar: values, ends, and counting."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.timexes.calendar import FINENESS, Period, add, easter, holiday, period, weeks_of_month

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
COUNTED = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade")
UNITS = st.sampled_from(sorted(FINENESS))


@pytest.mark.parametrize(
    ("unit", "value", "first", "end"),
    [
        ("day", "2024-03-21", date(2024, 3, 21), date(2024, 3, 22)),
        ("week", "2024-W12", date(2024, 3, 18), date(2024, 3, 25)),
        ("weekend", "2024-W12-WE", date(2024, 3, 23), date(2024, 3, 25)),
        ("month", "2024-03", date(2024, 3, 1), date(2024, 4, 1)),
        ("quarter", "2024-Q1", date(2024, 1, 1), date(2024, 4, 1)),
        ("half", "2024-H1", date(2024, 1, 1), date(2024, 7, 1)),
        ("year", "2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("decade", "202", date(2020, 1, 1), date(2030, 1, 1)),
        ("century", "20", date(2000, 1, 1), date(2100, 1, 1)),
    ],
)
def test_a_day_lies_in_the_period_of_each_unit(unit: str, value: str, first: date, end: date) -> None:
    found = period(unit, date(2024, 3, 21))

    assert (found.value, found.first, found.end) == (value, first, end)


@given(DAYS, UNITS.filter(lambda unit: unit not in ("season", "weekend")))
def test_a_period_holds_the_day_that_it_is_made_of(day: date, unit: str) -> None:
    found = period(unit, day)

    assert found.first <= day < found.end


@given(
    DAYS,
    st.sampled_from(("day", "week", "weekend", "month", "quarter", "half", "year", "decade")),
    st.integers(-50, 50),
)
def test_periods_follow_each_other_without_gap(day: date, unit: str, n: int) -> None:
    before, after = period(unit, day, n), period(unit, day, n + 1)

    assert before.first < after.first
    assert unit == "weekend" or before.end == after.first


@pytest.mark.parametrize(
    ("day", "unit", "n", "expected"),
    [
        (date(2024, 1, 31), "month", 1, date(2024, 2, 29)),
        (date(2023, 1, 31), "month", 1, date(2023, 2, 28)),
        (date(2024, 2, 29), "year", 1, date(2025, 2, 28)),
        (date(2024, 3, 21), "quarter", -1, date(2023, 12, 21)),
        (date(2024, 3, 21), "week", -2, date(2024, 3, 7)),
    ],
)
def test_months_that_are_shorter_end_on_their_last_day(day: date, unit: str, n: int, expected: date) -> None:
    assert add(day, unit, n) == expected


@pytest.mark.parametrize(("unit", "n"), [("year", -3000), ("millennium", 9), ("day", 10**9), ("month", -(10**6))])
def test_counting_out_of_the_calendar_is_an_overflow(unit: str, n: int) -> None:
    with pytest.raises(OverflowError):
        add(date(2024, 3, 21), unit, n)


def test_a_winter_reaches_into_the_next_year() -> None:
    winter = Period("season", date(2023, 12, 1))

    assert (winter.value, winter.end) == ("2023-WI", date(2024, 3, 1))


@pytest.mark.parametrize(
    ("year", "expected"), [(2000, date(2000, 4, 23)), (2016, date(2016, 3, 27)), (2025, date(2025, 4, 20))]
)
def test_easter_moves(year: int, expected: date) -> None:
    assert easter(year) == expected


def test_holidays_follow_their_rules() -> None:
    assert holiday("12-25", 2024) == date(2024, 12, 25)
    assert holiday("11-3-4", 2024) == date(2024, 11, 28)
    assert holiday("05-0--1", 2024) == date(2024, 5, 27)
    assert holiday("easter+1", 2024) == date(2024, 4, 1)


def test_weeks_belong_to_the_month_of_their_thursday() -> None:
    assert [week.value for week in weeks_of_month(date(2024, 2, 1))] == [
        "2024-W05",
        "2024-W06",
        "2024-W07",
        "2024-W08",
        "2024-W09",
    ]
