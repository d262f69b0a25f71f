"""The table of temporal expressions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from analysis.read.article import Article
from analysis.tables.dating import dated_entries
from analysis.tables.entry import Entry
from analysis.tables.timexes import TIMEXES, timexes
from analysis.text.parse import Parse
from analysis.text.records import Report
from analysis.text.timexes import find_timexes

TEXT = "Last year they met every Monday. On 5 May 2021 some left at 10 a.m.; about two weeks passed."


def entry(parse: Callable[[str], Parse], text: str, published: datetime | None) -> Entry:
    """The entry of one report."""
    parsed = parse(text)
    report = Report(
        sentences=parsed.sentences,
        mentions=(),
        references=(),
        timexes=find_timexes(parsed),
        attributions=(),
        facts=(),
        themes=(),
        terms=(),
    )
    return dated_entries([(Article("one", text, published=published), report)])[0]


def test_a_row_has_the_span_the_value_and_the_days(parse: Callable[[str], Parse]) -> None:
    frame = timexes([entry(parse, TEXT, datetime(2024, 3, 21))])

    assert [TEXT[s:e] for s, e in zip(frame["start_char"], frame["end_char"], strict=True)] == [
        "Last year",
        "every Monday",
        "5 May 2021",
        "10 a.m.",
        "about two weeks",
    ]
    assert list(frame["value"]) == ["2023", "XXXX-WXX-1", "2021-05-05", "2021-05-05T10:00", "P2W"]
    assert list(frame["type"]) == ["DATE", "SET", "DATE", "TIME", "DURATION"]
    assert list(frame["precision"]) == ["year", "unknown", "day", "time", "unknown"]
    assert list(frame["anchor"].fillna("")) == ["published", "", "text", "5 May 2021", ""]
    assert list(frame["mod"].fillna("")) == ["", "", "", "", "APPROX"]
    assert list(frame["quant"].fillna("")) == ["", "EVERY", "", "", ""]


def test_ids_are_unique_and_sentences_exist(parse: Callable[[str], Parse]) -> None:
    one = entry(parse, TEXT, None)

    frame = timexes([one])

    assert frame["timex_id"].is_unique
    assert set(frame["sentence_id"]) <= {one.sentence_id(n) for n in range(len(one.report.sentences))}


def test_without_a_day_relative_dates_have_no_days(parse: Callable[[str], Parse]) -> None:
    frame = timexes([entry(parse, "They met last year and on Monday.", None)])

    assert frame["first_day"].isna().all()
    assert list(frame["value"]) == ["XXXX", "XXXX-WXX-1"]


def test_no_reports_give_the_empty_table() -> None:
    frame = timexes([])

    assert frame.empty
    assert list(frame.columns) == [column.name for column in TIMEXES.columns]
