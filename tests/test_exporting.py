"""Tables of a snapshot as files of three formats."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.command import run
from analysis.exporting import export
from analysis.store import NoSnapshot, open_snapshot


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The snapshots of a report with a title that a spreadsheet would run."""
    folder = tmp_path_factory.mktemp("exporting")
    record = {"title": "=1+1", "text": "The mayor of Baku opened the new bridge on Monday.", "published": "2024-05-15"}
    (folder / "in.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert run(["build", str(folder / "in.jsonl"), "--out", str(folder / "out")]) == 0
    return folder / "out"


def test_each_format_has_the_rows_of_the_snapshot(out: Path, tmp_path: Path) -> None:
    facts = open_snapshot(out).table("facts")

    for name, read in (("f.csv", pd.read_csv), ("f.parquet", pd.read_parquet)):
        assert export(out, "facts", tmp_path / name) == len(facts)
        assert read(tmp_path / name)["fact_id"].tolist() == facts["fact_id"].tolist()
    assert export(out, "facts", tmp_path / "f.jsonl") == len(facts)
    rows = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["fact_id"] for row in rows] == facts["fact_id"].tolist()
    assert rows[0]["first_day"] == "2024-05-13"
    assert "doc_row" not in rows[0]


def test_claims_are_the_facts_that_a_reader_would_write(out: Path, tmp_path: Path) -> None:
    facts = open_snapshot(out).table("facts")

    assert export(out, "claims", tmp_path / "c.parquet") == facts["is_claim"].sum()
    assert pd.read_parquet(tmp_path / "c.parquet")["is_claim"].all()


def test_no_cell_is_a_formula(out: Path, tmp_path: Path) -> None:
    export(out, "documents", tmp_path / "d.csv")

    assert pd.read_csv(tmp_path / "d.csv")["title"].tolist() == ["'=1+1"]


def test_an_unknown_ending_and_no_snapshot_are_one_line(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(out), "facts", "--to", str(tmp_path / "f.doc")]) == 1
    assert "f.doc ends in none of .csv, .jsonl, .parquet" in capsys.readouterr().err
    assert run(["export", str(tmp_path), "facts", "--to", str(tmp_path / "f.csv")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(NoSnapshot):
        export(tmp_path, "facts", tmp_path / "f.csv")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(out: Path, tmp_path: Path) -> None:
    (tmp_path / "f.csv").mkdir()  # a folder of that name cannot be replaced by a file

    with pytest.raises(OSError, match=r"f\.csv"):
        export(out, "facts", tmp_path / "f.csv")

    assert [one.name for one in tmp_path.iterdir()] == ["f.csv"]
