"""The day of publication of a report that does not say it: inferred with evidence, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.text.records import TimexExpression
from analysis.text.timexes import infer_published, tells_its_day

RELATED = date(2024, 3, 21)
FEBRUARY_15: dict[str, str | int] = {"month": 2, "day": 15}
LAST_YEAR: dict[str, str | int] = {"unit": "year", "n": -1, "from": "published"}
TODAY: dict[str, str | int] = {"unit": "day", "n": 0, "from": "published"}


def said(parts: dict[str, str | int], tense: str = "past", sentence: int = 1) -> TimexExpression:
    """An expression that means these parts."""
    return TimexExpression(
        sentence=sentence, start_char=0, end_char=1, text="x", type="DATE", rule="date", parts=parts, tense=tense
    )


def test_a_past_day_takes_its_year_from_a_related_report() -> None:
    report = [said(FEBRUARY_15), said(LAST_YEAR), said({"year": 2024}, "future"), said({"year": 2021, "month": 8})]

    assert infer_published(report, [RELATED]) == date(2024, 2, 15)


def test_the_latest_past_day_is_chosen() -> None:
    report = [said(FEBRUARY_15), said({"month": 3, "day": 2})]

    assert infer_published(report, [RELATED]) == date(2024, 3, 2)


def test_a_day_after_the_related_report_stays_near_it() -> None:
    assert infer_published([said({"month": 4, "day": 2})], [RELATED]) == date(2024, 4, 2)


@pytest.mark.parametrize(
    ("report", "related"),
    [
        pytest.param([], [RELATED], id="no dates at all"),
        pytest.param([said(FEBRUARY_15)], [], id="no related report"),
        pytest.param([said(FEBRUARY_15, "future")], [RELATED], id="only a day ahead"),
        pytest.param([said({"month": 2})], [RELATED], id="only a month"),
        pytest.param([said({"month": 9, "day": 15})], [RELATED], id="related reports of another season"),
        pytest.param([said(FEBRUARY_15)], [RELATED, date(2023, 3, 21)], id="related reports of two years"),
        pytest.param([said(FEBRUARY_15), said({"year": 2025})], [RELATED], id="a later year is past"),
        pytest.param([said(FEBRUARY_15), said({"year": 2023}, "future")], [RELATED], id="an earlier year lies ahead"),
        pytest.param([said(FEBRUARY_15), said(TODAY)], [RELATED], id="it speaks of today"),
        pytest.param([said(FEBRUARY_15), said({"weekday": 0})], [RELATED], id="it speaks of Monday"),
        pytest.param([said(FEBRUARY_15, sentence=40)], [RELATED], id="the day is deep in the background"),
        pytest.param([said(FEBRUARY_15 | {"year": 1990})], [RELATED], id="its day is long before"),
    ],
)
def test_nothing_is_inferred_without_evidence(report: list[TimexExpression], related: list[date]) -> None:
    assert infer_published(report, related) is None


def test_what_lay_ahead_in_the_past_does_not_count() -> None:
    background = [said({"year": 2019}, sentence=5), said({"year": 2020}, "future", sentence=5)]

    assert infer_published([said(FEBRUARY_15), *background], [RELATED]) == date(2024, 2, 15)


def test_a_report_with_a_day_of_its_own_and_no_monday_tells_its_day() -> None:
    assert tells_its_day([said(FEBRUARY_15), said(LAST_YEAR)])
    assert not tells_its_day([said(LAST_YEAR)])
