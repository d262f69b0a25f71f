"""The file of all selected facts."""

import csv
from pathlib import Path

import pytest

from analysis.queries.database import Database
from analysis.queries.facts import EXPORTED, write_facts_csv
from analysis.queries.rows import fact_rows
from analysis.queries.selection import Selection


def exported(database: Database, selection: Selection) -> list[dict[str, str]]:
    path = database.exports / "facts.csv"
    write_facts_csv(database, selection, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection.of(theme=("mining",)),
        Selection.of(words="nothing at all"),
        Selection.of(period="..2024-02-01"),
    ],
    ids=["everything", "a theme", "nothing", "a period"],
)
def test_the_file_has_exactly_the_facts_of_the_selection(database: Database, selection: Selection):
    rows = exported(database, selection)

    assert {row["fact_id"] for row in rows} == set(fact_rows(database, selection, (), (0, 1000))["fact_id"])


def test_every_column_is_in_the_file(database: Database):
    assert list(exported(database, Selection())[0]) == list(EXPORTED)


def test_no_cell_begins_like_a_formula(database: Database):
    cells = [cell for row in exported(database, Selection()) for cell in row.values()]

    assert any(cell.startswith("'=cmd()") for cell in cells)
    assert any(cell.startswith("'@opens") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell]


def test_days_are_written_as_days(database: Database):
    days = {row["first_day"] for row in exported(database, Selection.of(words="forty"))}

    assert days == {"2024-06-01"}


def test_nothing_is_written_outside_the_folder_for_exports(database: Database, tmp_path: Path):
    with pytest.raises(Exception, match="Permission"):
        write_facts_csv(database, Selection(), tmp_path / "elsewhere.csv")
