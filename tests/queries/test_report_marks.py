"""The marks of a report: their words are those that they mark, and a part of the report has those that touch it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.queries.engine.database import Database, Row, records
from analysis.queries.report import facts_of, report
from analysis.queries.report_marks import LAYERS, MARKS, marks, marks_of_facts

WHOLE = (0, 10**6)
DOCS = [f"doc{number:02}" for number in range(9)]


def reports(database: Database) -> Iterator[Row]:
    for doc_id in DOCS:
        yield from records(report(database, doc_id))


def words_of(row: Row, found: pd.DataFrame) -> list[str]:
    return [row["text"][a:b] for a, b in zip(found["start_char"], found["end_char"], strict=True)]


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_marks_its_words_in_the_order_of_the_text(database: Database, layer: str) -> None:
    n_marks = 0
    for row in reports(database):
        found = marks(database, row["doc_row"], WHOLE, [layer])
        n_marks += len(found)
        assert list(found.columns) == [column.name for column in MARKS.columns]
        assert set(found["layer"]) <= {layer}
        assert found["start_char"].is_monotonic_increasing
        assert all(words_of(row, found))
    assert n_marks > 0 or layer == "noise"


def test_a_fact_is_marked_with_its_parts(database: Database) -> None:
    for row in reports(database):
        facts = facts_of(database, row["doc_row"])
        found = marks_of_facts(facts, WHOLE)
        verbs = found[found["part"] == "action"]
        assert dict(zip(verbs["mark_id"], words_of(row, verbs), strict=True)) == dict(
            zip(facts["fact_id"], facts["action"], strict=True)
        )
        assert set(found.loc[found["part"] == "actor", "mark_id"]) == set(facts.loc[facts["actor"].notna(), "fact_id"])


def test_names_say_whom_they_stand_for(database: Database) -> None:
    row = records(report(database, "doc01"))[0]

    found = marks(database, row["doc_row"], WHOLE, ["name"])

    assert "Norland Mining" in set(found["note"])


def test_a_part_has_the_marks_that_touch_it(database: Database) -> None:
    row = records(report(database, "doc00"))[0]
    whole = marks(database, row["doc_row"], WHOLE, list(LAYERS))
    start, end = 40, 120

    found = marks(database, row["doc_row"], (start, end), list(LAYERS))

    expected = whole[(whole["start_char"] < end) & (whole["end_char"] > start)].reset_index(drop=True)
    pd.testing.assert_frame_equal(found, expected)
    assert len(found) < len(whole)


def test_no_layer_has_no_marks(database: Database) -> None:
    pd.testing.assert_frame_equal(marks(database, 0, WHOLE, []), MARKS.empty())
