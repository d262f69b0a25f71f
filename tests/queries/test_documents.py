"""The reports with what each was read as, what is left to do, and what could not be read."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.queries.documents import (
    SORTS,
    UNREAD,
    WORK,
    Asked,
    left_to_do,
    n_asked,
    n_not_read,
    not_read,
    read_as,
    values_of,
    whole_ids,
)
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection

ALL, TODAY, FIRST = Selection(), date(2024, 12, 1), (0, 100)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_has_every_report_once(database: Database, sort: str) -> None:
    found = read_as(database, ALL, Asked(TODAY), FIRST, sort)

    assert len(found) == found["doc_id"].nunique() == n_asked(database, ALL, Asked(TODAY))


@pytest.mark.parametrize("kind", WORK)
def test_a_chip_counts_the_reports_that_it_opens(database: Database, kind: str) -> None:
    todo = left_to_do(database, ALL, TODAY)
    counts = dict(zip(todo["kind"], todo["n"], strict=True))

    assert n_asked(database, ALL, Asked(TODAY, work=kind)) == counts.get(kind, 0)
    assert len(read_as(database, ALL, Asked(TODAY, work=kind), FIRST)) == counts.get(kind, 0)


def test_a_report_of_the_future_is_told_by_the_day_on_which_it_is_looked_at(database: Database) -> None:
    last = read_as(database, ALL, Asked(TODAY), FIRST)["published"].max().date()

    assert n_asked(database, ALL, Asked(last, work="impossible")) == 0
    assert n_asked(database, ALL, Asked(date(2000, 1, 1), work="impossible")) > 0


def test_words_are_found_in_title_file_and_publisher_whatever_their_case(database: Database) -> None:
    assert n_asked(database, ALL, Asked(TODAY, words="COPPER courier")) >= 1
    assert n_asked(database, ALL, Asked(TODAY, words="copper nothing-has-this")) == 0
    assert n_asked(database, ALL, Asked(TODAY, words="' OR 1=1 --")) == 0


@pytest.mark.parametrize(("column", "field"), [("published_from", "dated_by"), ("language", "language")])
def test_a_value_counts_the_reports_that_it_lets_through(database: Database, column: str, field: str) -> None:
    found = values_of(database, ALL, column)

    for value, n_reports in zip(found["value"], found["n_reports"], strict=True):
        assert n_asked(database, ALL, Asked(TODAY, **{field: value})) == n_reports  # type: ignore[arg-type]


def test_inputs_that_could_not_be_read_have_their_reason(database: Database) -> None:
    found, todo = not_read(database, "", FIRST), left_to_do(database, ALL, TODAY)

    assert len(found) == n_not_read(database, "") == dict(zip(todo["kind"], todo["n"], strict=True))[UNREAD]
    assert found["reason"].str.len().min() > 0
    assert n_not_read(database, "nothing-has-this") == 0


def test_the_whole_id_of_a_report_is_that_of_its_source(database: Database) -> None:
    doc_id = read_as(database, ALL, Asked(TODAY), FIRST)["doc_id"].iloc[0]

    assert list(whole_ids(database, [doc_id])) == [doc_id]
    assert whole_ids(database, []) == {}
