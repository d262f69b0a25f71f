"""Days of publication, as sources write them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.read.dates import date_in_path, leading_date, parse_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("2024-03-21", "2024-03-21", id="ISO"),
        pytest.param("20240321", "2024-03-21", id="ISO without dashes"),
        pytest.param("2024/3/5", "2024-03-05", id="year first"),
        pytest.param("2024-03-21T23:30:00-05:00", "2024-03-21T23:30", id="the day as written, in no other zone"),
        pytest.param("2024-03-21T10:30:00.123Z", "2024-03-21T10:30", id="ISO with a zone"),
        pytest.param("Thu, 15 Feb 2024 10:30:00 +0400", "2024-02-15T10:30", id="RFC 2822"),
        pytest.param("15 Feb 2024", "2024-02-15", id="day, month"),
        pytest.param("15th of February, 2024", "2024-02-15", id="ordinal"),
        pytest.param("February 15, 2024", "2024-02-15", id="month, day"),
        pytest.param("Feb. 15, 2024 at 3:30 p.m. EST", "2024-02-15T15:30", id="afternoon"),
        pytest.param("FRIDAY 1 MARCH 2024", "2024-03-01", id="capitals"),
        pytest.param("21/03/2024", "2024-03-21", id="a day above 12 tells the order"),
        pytest.param("3/21/2024", "2024-03-21", id="and the other order"),
        pytest.param("04.04.2024", "2024-04-04", id="the same in either order"),
        pytest.param("Published 15 Feb 2024 10:00, updated 15 Feb 2024 12:00", "2024-02-15T10:00", id="one day twice"),
    ],
)
def test_dates_are_read(words: str, day: str) -> None:
    assert parse_date(words) == datetime.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("03/04/2024", id="two readers may differ"),
        pytest.param("2024", id="a year"),
        pytest.param("March 2024", id="a month"),
        pytest.param("30 February 2024", id="no such day"),
        pytest.param("2024-13-21", id="no such month"),
        pytest.param("12024-03-21", id="part of a longer number"),
        pytest.param("1711015200", id="a count of seconds"),
        pytest.param("yesterday", id="a word"),
        pytest.param("15 Feb 2024 to 16 Feb 2024", id="two days"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_single_day_is_left_out(words: str) -> None:
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        pytest.param("2024-03-21_rain", "2024-03-21", id="at the start"),
        pytest.param("trend-20240321", "2024-03-21", id="at the end"),
        pytest.param("2024/03/21/rain", "2024-03-21", id="folders"),
        pytest.param("rain_2024_03_21", "2024-03-21", id="underscores"),
        pytest.param("2024-03-21-to-2024-03-25", None, id="two days"),
        pytest.param("0211f9565cb24e4c20240321", None, id="inside a digest"),
        pytest.param("report-20241321", None, id="no such month"),
    ],
)
def test_days_in_names_of_files(path: str, day: str | None) -> None:
    assert date_in_path(path) == (datetime.fromisoformat(day) if day else None)


def test_a_leading_date_says_where_it_ends() -> None:
    assert leading_date("On 15 Feb 2024 it rained", 3) == (datetime(2024, 2, 15), 14)
    assert leading_date("It rained on 15 Feb 2024", 0) is None


@given(st.datetimes(datetime(1600, 1, 1), datetime(2199, 12, 31)))
def test_what_isoformat_writes_is_read(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)

    assert parse_date(minute.isoformat()) == minute


@given(st.text())
def test_any_words_are_a_day_or_none(words: str) -> None:
    assert parse_date(words) is None or isinstance(parse_date(words), datetime)
