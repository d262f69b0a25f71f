"""Tables as files."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.export import BYTE_ORDER_MARK, About, csv_file, parquet_file, query_of_frame, write_csv
from analysis.queries.facts import EXPORTED, exported_facts
from analysis.queries.rows import fact_rows

ABOUT = About('Mining; not Ali\'s "mine"', datetime(2024, 3, 4, 9, 30, tzinfo=UTC), "snapshot-1")
SAID = {"filters": ABOUT.filters, "exported_at": "2024-03-04T09:30:00+00:00", "snapshot": "snapshot-1"}
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

SELECTIONS = pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection.of(theme=("mining",)),
        Selection.of(words="nothing at all"),
        Selection.of(period="..2024-02-01"),
        Selection.of(publisher="Northern Wire").hiding(Selection.of(status="done").only),
    ],
    ids=["everything", "a theme", "nothing", "a period", "something hidden"],
)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def exported(database: Database, selection: Selection) -> list[dict[str, str]]:
    return rows_of(csv_file(database, exported_facts(selection), ABOUT))


@SELECTIONS
def test_the_file_has_exactly_the_facts_of_the_selection(database: Database, selection: Selection):
    rows = exported(database, selection)

    assert {row["fact_id"] for row in rows} == set(fact_rows(database, selection, (), (0, 1000))["fact_id"])


@SELECTIONS
def test_the_parquet_file_has_the_same_facts(database: Database, selection: Selection):
    table = pq.read_table(io.BytesIO(parquet_file(database, exported_facts(selection), ABOUT)))

    assert table["fact_id"].to_pylist() == [row["fact_id"] for row in exported(database, selection)]
    assert tuple(table.column_names) == EXPORTED


def test_every_column_is_in_the_file_and_what_the_file_is_comes_last(database: Database):
    assert list(exported(database, Selection())[0]) == [*EXPORTED, *SAID]


def test_each_row_of_a_csv_file_says_what_was_selected_when_and_from_what(database: Database):
    for row in exported(database, Selection()):
        assert {name: row[name] for name in SAID} == SAID


def test_a_parquet_file_says_so_in_its_footer(database: Database):
    table = pq.read_table(io.BytesIO(parquet_file(database, exported_facts(Selection()), ABOUT)))

    assert {key.decode(): value.decode() for key, value in table.schema.metadata.items()} == SAID


def test_a_csv_file_begins_with_the_mark_that_spreadsheets_look_for(database: Database):
    assert csv_file(database, exported_facts(Selection()), ABOUT).startswith(BYTE_ORDER_MARK + b"fact_id,")


def test_no_cell_begins_like_a_formula(database: Database):
    cells = [cell for row in exported(database, Selection()) for cell in row.values()]

    assert any(cell.startswith("'=cmd()") for cell in cells)
    assert any(cell.startswith("'@opens") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(SIGNS)]


@pytest.mark.parametrize("sign", SIGNS)
def test_neither_a_cell_nor_a_header_nor_the_filters_begin_like_a_formula(database: Database, sign: str):
    frame = pd.DataFrame({f"{sign}name": [f"{sign}cmd()"]})

    [row] = rows_of(csv_file(database, query_of_frame(frame), About(f"{sign}x", ABOUT.exported_at, "s")))

    assert not [words for words in (*row, *row.values()) if words.startswith(SIGNS)]


def test_numbers_below_zero_stay_numbers(database: Database):
    [row] = rows_of(csv_file(database, query_of_frame(pd.DataFrame({"change": [-2.5]})), ABOUT))

    assert row["change"] == "-2.5"


def test_a_table_of_a_chart_comes_back_as_it_was(database: Database):
    frame = pd.DataFrame(
        {
            'a "quoted" name': ["it's", None],
            "number": pd.array([1, None], dtype="Int64"),
            "share": [0.5, float("nan")],
            "is_new": [True, False],
            "day": [pd.Timestamp("2024-03-04"), pd.NaT],
        }
    )

    back = pd.read_parquet(io.BytesIO(parquet_file(database, query_of_frame(frame), ABOUT)))

    pd.testing.assert_frame_equal(back, frame, check_dtype=False)


def test_a_column_of_the_name_of_one_of_ours_keeps_it(database: Database):
    [row] = rows_of(csv_file(database, query_of_frame(pd.DataFrame({"Snapshot": ["mine"]})), ABOUT))

    assert (row["Snapshot"], row["about_snapshot"]) == ("mine", "snapshot-1")


def test_a_table_without_rows_keeps_its_header(database: Database):
    frame = pd.DataFrame({"Theme": pd.Series([], dtype="str"), "Facts": pd.Series([], dtype="int64")})

    data = csv_file(database, query_of_frame(frame), ABOUT)

    assert data.decode("utf-8-sig").strip() == "Theme,Facts,filters,exported_at,snapshot"


def test_days_are_written_as_days_and_hours_with_their_day(database: Database):
    frame = pd.DataFrame({"at": [pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-04 15:30")]})

    rows = rows_of(csv_file(database, query_of_frame(frame), ABOUT))

    assert {row["first_day"] for row in exported(database, Selection.of(words="forty"))} == {"2024-06-01"}
    assert [row["at"] for row in rows] == ["2024-03-04", "2024-03-04T15:30"]


def test_nothing_stays_in_the_folder_for_exports(database: Database):
    csv_file(database, exported_facts(Selection()), ABOUT)

    assert list(database.exports.iterdir()) == []


def test_nothing_is_written_outside_the_folder_for_exports(database: Database, tmp_path: Path):
    with pytest.raises(Exception, match="Permission"):
        write_csv(database, *exported_facts(Selection()), tmp_path / "elsewhere.csv", ABOUT)
