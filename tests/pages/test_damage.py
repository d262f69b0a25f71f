"""A snapshot of which a file is damaged: the page says so, and a build of the same reports mends it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from analysis.duck import FILE
from analysis.index import FOLDER
from analysis.store import CURRENT, MANIFEST
from analysis.user_store.store import STORE_SETTING
from pages.parts.data import CORRUPT, DAMAGED, UNKEPT
from tests.pages import snapshots
from tests.pages.conftest import DASHBOARD, Open


def _ends_early(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _is_spoilt(path: Path) -> None:
    """Every block but the headers has lost its content."""
    whole = path.read_bytes()
    path.write_bytes(whole[:300_000] + bytes(600_000) + whole[900_000:])


@pytest.mark.parametrize("name", ["facts.parquet", "documents.parquet"])
def test_a_table_that_ends_early_is_said(visit: Open, tmp_path: Path, name: str):
    folder = snapshots.small(tmp_path / "data").folder
    (folder / FILE).unlink()
    _ends_early(folder / name)

    app = visit("explore/overview", tmp_path / "data")

    assert not app.exception
    assert [error.value for error in app.error] == [DAMAGED]


@pytest.mark.parametrize("name", [CURRENT, MANIFEST])
def test_a_snapshot_without_a_list_of_its_tables_is_none(visit: Open, tmp_path: Path, name: str):
    folder = snapshots.small(tmp_path / "data").folder
    ((tmp_path / "data" if name == CURRENT else folder) / name).write_bytes(b"{\xff")

    app = visit("explore/overview", tmp_path / "data")

    assert not app.exception
    assert "Build one" in app.error[0].value


def test_a_damage_that_a_question_meets_is_said_until_a_build_mends_it(visit: Open, tmp_path: Path):
    folder = snapshots.small(tmp_path / "data").folder
    _is_spoilt(folder / FILE)

    app = visit("explore/overview", tmp_path / "data")
    assert not app.exception
    assert DAMAGED in [error.value for error in app.error]

    snapshots.small(tmp_path / "data")
    app = visit("explore/overview", tmp_path / "data")
    assert not app.exception
    assert not app.error


CHART, PANEL = "pages.parts.evidence.evidence.n_facts", "pages.parts.filters.sidebar.panel_data"
each_part = pytest.mark.parametrize("part", [CHART, PANEL], ids=["behind a mark", "the filters"])


def _meets(monkeypatch: pytest.MonkeyPatch, part: str, fault: Exception) -> None:
    def question(*_: object) -> None:
        raise fault

    monkeypatch.setattr(part, question)


@each_part
@pytest.mark.parametrize("fault", [duckdb.IOException("No such file"), duckdb.Error(f"{CORRUPT}: block 3")], ids=str)
def test_a_damage_that_a_part_of_a_page_meets_is_said(
    visit: Open, monkeypatch: pytest.MonkeyPatch, part: str, fault: Exception
):
    _meets(monkeypatch, part, fault)

    app = visit("explore/overview", open_status="Done")

    assert not app.exception
    assert [error.value for error in app.error] == [DAMAGED]


@each_part
def test_what_is_no_damage_is_not_said_to_be_one(visit: Open, monkeypatch: pytest.MonkeyPatch, part: str):
    _meets(monkeypatch, part, duckdb.BinderException("No such column"))

    app = visit("explore/overview", open_status="Done")

    assert app.exception
    assert not app.error


@pytest.mark.parametrize("page", ["explore/overview", "corpus/quality"])
def test_what_is_saved_in_a_place_that_cannot_be_written_is_said_to_go(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
):
    monkeypatch.setenv("DOSSIER_DATA", str(small))
    monkeypatch.setenv(STORE_SETTING, f"sqlite:///{tmp_path / 'no such folder' / 'written.db'}")
    app = AppTest.from_file(str(DASHBOARD), default_timeout=30)
    app._page_hash = calc_hash(page.split("/")[1]) if page != "explore/overview" else ""

    app.run()

    assert not app.exception
    assert [warning.value for warning in app.warning] == [UNKEPT]


def test_a_build_of_the_same_reports_mends_the_search(visit: Open, tmp_path: Path):
    folder = snapshots.small(tmp_path / "data").folder
    for path in (folder / FOLDER).iterdir():
        path.write_bytes(b"")

    snapshots.small(tmp_path / "data")

    app = visit("explore/search", tmp_path / "data", q="mine")
    assert not app.exception
    assert not app.info
