"""Titles, publishers and names that are very long or full of control characters are shown short, with signs."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest

from analysis.queries.engine.database import Database
from analysis.queries.export import LONGEST_CELL, About, csv_file
from analysis.shown import LONGEST
from analysis.store import open_snapshot
from display.safe import label, text, web_address
from tests.pages import snapshots
from tests.pages.conftest import Open, html, panel, tools

RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
PAGES = [
    ("explore/overview", {}),
    ("explore/overview", {"as_publisher": "Table"}),
    ("explore/topics", {"part": "matrix", "against": "publisher"}),
    ("explore/timeline", {"lanes": "publisher"}),
    ("explore/people", {}),
    ("explore/facts", {}),
    ("explore/facts", {"group": "publisher"}),
    ("explore/search", {"q": "mine"}),
    ("read/report", {}),
    ("corpus/documents", {}),
    ("corpus/documents", {"work": "unread"}),
    ("corpus/quality", {}),
    ("corpus/share", {}),
]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    snapshots.odd(folder)
    return folder


@pytest.mark.parametrize(("page", "query"), PAGES, ids=[" ".join([page, *query.values()]) for page, query in PAGES])
def test_pages_show_them_short_and_with_signs(visit: Open, odd: Path, page: str, query: dict[str, str]):
    app = visit(page, odd, **query)

    assert not app.exception
    shown = html(app)
    assert 'class="d-head"' in shown
    assert not RAW.search(shown)
    assert max(map(len, re.split(r"[<>]", re.sub(r"<style>.*?</style>", "", shown, flags=re.S)))) < 5_000
    said = str(panel(app)) + "".join(option for box in app.selectbox for option in box.options)
    assert len(said) < 60_000


def test_the_table_has_them_whole(odd: Path):
    documents = open_snapshot(odd).table("documents")

    assert len(documents["title"][0]) == 990_000
    assert snapshots.CONTROLS in documents["title"][1]


def test_a_filter_by_such_a_publisher_finds_its_facts(visit: Open, odd: Path):
    database = Database(open_snapshot(odd))
    publishers = [row[0] for row in database.rows("SELECT publisher FROM documents ORDER BY doc_row LIMIT 2")]

    for publisher in publishers:
        app = visit("explore/overview", odd, publisher=publisher)
        assert re.search(r"Showing [1-9]\d* of", html(app))
        assert len(publisher) <= LONGEST


def test_a_csv_file_holds_no_control_character_and_no_cell_that_spreadsheets_cut(odd: Path):
    about = About("Mining\x1b[2J", datetime(2024, 3, 4), "snapshot-1")
    query = "SELECT chr(27) || '[2J' || chr(7) AS bell, repeat('x', 990000) AS long, '=1' || chr(0) AS formula"

    file = csv_file(Database(open_snapshot(odd)), (query, {}), about).decode("utf-8-sig")

    csv.field_size_limit(2_000_000)
    (row,) = csv.DictReader(io.StringIO(file))
    assert not RAW.search(file)
    assert (row["bell"], row["formula"], row["filters"]) == ("\u241b[2J\u2407", "'=1\u2400", "Mining\u241b[2J")
    assert len(row["long"]) == LONGEST_CELL


def test_labels_and_html_hold_signs_for_control_characters():
    assert text("a\x00b\u202e") == "a\u2400b\ufffd"
    assert label("a\x1b<b>") == "a\u241b&lt;b>"


def test_an_address_that_was_cut_or_has_control_characters_is_no_link():
    assert web_address("https://a.example/" + "y" * 90 + "…") is None
    assert web_address("https://a.example/\x07") is None


def test_a_table_of_a_chart_is_short_as_well(visit: Open, odd: Path):
    app = visit("explore/overview", odd)

    shown = str([tools(app, "theme")])
    assert not RAW.search(shown)
    frames = [frame.value for frame in app.dataframe]
    assert all(len(str(cell)) <= 2_000 for frame in frames for cell in pd.DataFrame(frame).to_numpy().ravel())
