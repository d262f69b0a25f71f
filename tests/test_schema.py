"""A table keeps to its declaration, or says every fault."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Column, SchemaError, Table
from analysis.tables import TABLES

COLOURS = Table(
    name="colours",
    row="a colour",
    columns=(
        Column("colour", "str", "its name", allowed=("red", "blue"), nullable=False),
        Column("n_seen", "int64", "how often it was seen", nullable=False),
        Column("first_day", "day", "first seen"),
    ),
    key=("colour",),
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_an_empty_frame_of_its_declaration(table: Table) -> None:
    frame = table.empty()

    assert table.checked(frame) is frame
    assert len(frame) == 0


@given(st.lists(st.sampled_from(["red", "blue"]), unique=True))
def test_rows_come_back_in_the_declared_columns(colours: list[str]) -> None:
    frame = COLOURS.from_rows([{"n_seen": 1, "colour": colour} for colour in colours])

    assert list(frame.columns) == ["colour", "n_seen", "first_day"]
    assert list(frame["colour"]) == colours


@pytest.mark.parametrize(
    "values", [np.array([2, 1]), pd.Series([2, 1]), pd.array([2, 1], "Int64"), [2, 1], range(2, 0, -1)]
)
def test_columns_of_any_kind_of_numbers_are_taken(values: Any) -> None:
    frame = COLOURS.frame({"colour": ["red", "blue"], "n_seen": values, "first_day": [None, None]})

    assert (frame["n_seen"].dtype, frame["n_seen"].tolist()) == (np.dtype("int64"), [2, 1])


def test_every_fault_is_listed() -> None:
    frame = pd.DataFrame({"colour": pd.Series(["green", None], dtype="string"), "n_seen": [1.5, 2.5]})

    with pytest.raises(SchemaError) as raised:
        COLOURS.checked(frame)

    for fault in ("green", "empty in 1 rows", "n_seen is float64", "first_day is missing"):
        assert fault in str(raised.value)


def test_rows_that_share_their_key_are_a_fault() -> None:
    with pytest.raises(SchemaError, match="share their key"):
        COLOURS.from_rows([{"colour": "red", "n_seen": 1}, {"colour": "red", "n_seen": 2}])
