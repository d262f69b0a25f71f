"""Beside its ids a table has the rows that they point to."""

from __future__ import annotations

import pandas as pd

from analysis.row_numbers import with_row_numbers

DOCUMENTS = pd.DataFrame({"doc_id": ["a", "b"]}, dtype="string")
FACTS = pd.DataFrame({"fact_id": ["b-f1", "a-f2", "x-f3"], "doc_id": ["b", "a", "x"]}, dtype="string")
NAMED = pd.DataFrame({"fact_id": ["a-f2", "b-f1"]}, dtype="string")


def test_each_id_gets_its_row() -> None:
    frames = with_row_numbers({"documents": DOCUMENTS, "facts": FACTS, "fact_entities": NAMED})

    assert frames["fact_entities"]["fact_row"].tolist() == [1, 0]


def test_an_id_that_is_nowhere_points_behind_the_last_row() -> None:
    frames = with_row_numbers({"documents": DOCUMENTS, "facts": FACTS})

    assert frames["facts"]["doc_row"].tolist() == [1, 0, 2]


def test_a_table_does_not_point_to_itself_and_stays_as_it_is() -> None:
    frames = with_row_numbers({"documents": DOCUMENTS})

    assert list(frames["documents"].columns) == ["doc_id"] == list(DOCUMENTS.columns)


def test_without_the_table_that_owns_an_id_there_are_no_rows() -> None:
    assert list(with_row_numbers({"facts": FACTS})["facts"].columns) == list(FACTS.columns)
