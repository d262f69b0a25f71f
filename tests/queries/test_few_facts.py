"""A few facts put together say what one question with all the joins says."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.queries.engine.database import Database
from analysis.queries.rows import FACT_ROWS, FACT_SQL, facts_at


def joined(database: Database, rows: list[int]) -> pd.DataFrame:
    """The same in one question."""
    sql = f"{FACT_SQL} WHERE list_contains({rows}, f.fact_row) ORDER BY list_position({rows}, f.fact_row)"
    return database.frame(FACT_ROWS, sql)


def test_a_few_facts_have_what_all_their_joins_give(database: Database) -> None:
    rows = list(range(database.number("SELECT count(*) FROM facts")))[::-1]

    found = facts_at(database, rows)

    pd.testing.assert_frame_equal(found, joined(database, rows))
    assert found["timex"].notna().any()
    assert found["source"].notna().any()


def test_facts_come_in_the_order_that_was_asked_for(database: Database) -> None:
    assert list(facts_at(database, [5, 2, 9])["fact_id"]) == list(joined(database, [5, 2, 9])["fact_id"])


@pytest.mark.parametrize("rows", [[], [10**6]], ids=["none", "a row that is not there"])
def test_facts_that_are_no_more_are_left_out(database: Database, rows: list[int]) -> None:
    pd.testing.assert_frame_equal(facts_at(database, rows), FACT_ROWS.empty())
