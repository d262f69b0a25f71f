"""Tables as files: the rows of the snapshot, words that stay words, and columns with their meaning."""

from __future__ import annotations

import csv
import json
from io import BytesIO
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis.exporting import UnknownEnding
from analysis.queries.export import FORMULA_SIGNS
from analysis.store import open_snapshot
from sharing.shared import LinkFault, open_shared
from sharing.tables.asked import NAMES, asked
from sharing.tables.files import ENDINGS, table_file, write_table
from tests.sharing.conftest import AT, Share

KINDS = tuple(ENDINGS)


def read(content: bytes, ending: str) -> pd.DataFrame:
    file = BytesIO(content)
    if ending == ".csv":
        return pd.read_csv(file, dtype=str)
    if ending == ".xlsx":
        return pd.read_excel(file, engine="calamine", dtype=str)
    return pd.read_parquet(file) if ending == ".parquet" else pd.read_json(file, lines=True)


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize("view", ["", "theme=Mining"])
def test_each_format_has_the_claims_of_the_view(share: Share, small: Path, ending: str, view: str):
    path = open_snapshot(small).path("facts")
    themes = open_snapshot(small).path("fact_themes")
    mining = f" AND fact_id IN (SELECT fact_id FROM '{themes}' WHERE theme = 'mining')" if view else ""
    expected = {one for (one,) in duckdb.sql(f"SELECT fact_id FROM '{path}' WHERE is_claim{mining}").fetchall()}

    found = read(table_file(share(view), "claims", ending), ending)

    assert set(found["fact_id"]) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_its_declared_columns(share: Share, name: str):
    shared = share()
    table = asked(shared, name)

    found = read(table_file(shared, name, ".parquet"), ".parquet")

    assert list(found.columns) == [column.name for column in table.columns]
    assert all(column.meaning for column in table.columns)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_is_a_formula(hostile: Path, ending: str):
    content = table_file(open_shared(hostile, AT), "documents", ending)

    cells = read(content, ending)["publisher"]
    if ending == ".csv":
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
        assert not any(cell.startswith(FORMULA_SIGNS) for row in rows for cell in row)
    else:
        assert all(str(cell).startswith("=HYPERLINK") for cell in cells)  # as words, see the next line
        assert b"<f>" not in _sheet(content)


def _sheet(content: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(BytesIO(content)) as file:
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in file.namelist()  # no links
        return file.read("xl/worksheets/sheet1.xml")


def test_the_meaning_of_columns_travels_with_each_format(share: Share, tmp_path: Path):
    shared = share("theme=Mining")
    for ending in KINDS:
        write_table(shared, "claims", tmp_path / f"claims{ending}")

    footer = pq.read_schema(tmp_path / "claims.parquet").metadata
    meanings = {one["name"]: one["meaning"] for one in json.loads(footer[b"columns"])}
    sheet = pd.read_excel(tmp_path / "claims.xlsx", sheet_name="Columns", engine="calamine")
    about = pd.read_excel(tmp_path / "claims.xlsx", sheet_name="About", engine="calamine")
    assert dict(zip(sheet["column"], sheet["meaning"], strict=True)).keys() == meanings.keys()
    assert "Mining; claims alone" in set(about["value"])
    for ending in (".csv", ".jsonl"):
        beside = json.loads((tmp_path / f"claims{ending}-metadata.json").read_text())
        described = {one["name"]: one.get("dc:description") for one in beside["tableSchema"]["columns"]}
        assert described.items() >= meanings.items() or described.keys() >= meanings.keys()
        assert beside["url"] == f"claims{ending}"


def test_without_texts_no_sentence_is_longer_than_25_words(share: Share):
    shared = share(has_texts=False)

    sentences = read(table_file(shared, "sentences", ".parquet"), ".parquet")
    documents = read(table_file(shared, "documents", ".parquet"), ".parquet")

    assert all(len(text.split()) <= 25 for text in sentences["text"])
    assert "text" not in documents.columns


def test_filters_hold_for_what_belongs_to_reports_and_are_refused_for_others(share: Share):
    shared = share("theme=Mining")

    assert len(read(table_file(shared, "mentions", ".parquet"), ".parquet")) > 0
    with pytest.raises(LinkFault):
        asked(shared, "entities")


def test_another_ending_is_refused(share: Share, tmp_path: Path):
    with pytest.raises(UnknownEnding):
        write_table(share(), "claims", tmp_path / "claims.ods")
