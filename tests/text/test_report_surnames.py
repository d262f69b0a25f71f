"""A surname that is a month is a person's and no time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.read.article import Article
from analysis.text.parse import Parse
from analysis.text.report import read_report


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("Captain June told the court that he had slept.", [], id="after a title"),
        pytest.param("Colonel March ordered the gates closed. March slept.", [], id="alone, after it was titled"),
        pytest.param("The captain slept through June.", ["June"], id="a month"),
        pytest.param("Captain Weber came in June.", ["June"], id="a month beside a person"),
    ],
)
def test_a_month_in_a_persons_name_is_no_time(text: str, times: list[str], parse: Callable[[str], Parse]) -> None:
    report = read_report(Article("a.txt", text), parse(text))

    assert [timex.text for timex in report.timexes] == times
