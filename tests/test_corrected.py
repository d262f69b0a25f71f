"""What people say of reports holds for every build."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.corpus import add_file
from analysis.corrected import Corrections, corrected
from analysis.read import Article
from analysis.store import open_snapshot
from analysis.tables.entry import document_id
from analysis.user_store.records import Removed, ReportDay
from analysis.user_store.store import UserStore, beside

NOON = datetime(2024, 5, 1, 12)
FAIR = Article("fair.txt", "The town held its fair.", "Fair")
MINE = Article("mine.txt", "The mine closed on Monday.", "Mine", datetime(2020, 1, 1), "metadata")


def day(article: Article, on: date = date(2024, 3, 4)) -> ReportDay:
    return ReportDay(document_id(article), article.source_id, on, NOON)


def removed(article: Article) -> Removed:
    return Removed(document_id(article), article.source_id, article.title or "", "", NOON)


def test_a_day_that_was_set_goes_before_what_the_file_says() -> None:
    (fair, mine) = corrected([FAIR, MINE], Corrections(days=(day(MINE),)))

    assert fair == FAIR
    assert (mine.published, mine.published_from) == (datetime(2024, 3, 4), "user")


def test_a_report_that_was_taken_out_is_not_there() -> None:
    assert corrected([FAIR, MINE], Corrections(removed=(removed(FAIR),))) == [MINE]


def test_what_is_said_holds_when_the_text_has_changed_since() -> None:
    longer = Article("mine.txt", MINE.text + " It opens again.", "Mine")

    assert corrected([longer], Corrections(days=(day(MINE),)))[0].published_from == "user"
    assert corrected([longer], Corrections(removed=(removed(MINE),))) == []


def test_of_two_reports_with_one_id_only_that_is_meant_of_which_it_is_said() -> None:
    other = Article("mine.txt", "Another text.", "Mine")

    assert corrected([MINE, other], Corrections(removed=(removed(MINE),))) == [other]


@pytest.mark.usefixtures("in_this_process")
def test_a_build_repeats_the_last_one_with_what_was_added_and_said_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DOSSIER_STORE", raising=False)
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "fair.txt").write_text("The town held its fair.", encoding="utf-8")
    (folder / "mine.txt").write_text("Workers left the mine.", encoding="utf-8")
    assert main(["build", str(folder), "--out", str(out)]) == 0
    known = open_snapshot(out).table("documents").set_index("source_id")["doc_id"]

    add_file(out, "school.txt", b"The school opened on Monday.")
    store = UserStore(beside(out))
    store.set_days([ReportDay(known["mine.txt"], "mine.txt", date(2024, 3, 4), NOON)])
    store.remove_reports([Removed(known["fair.txt"], "fair.txt", "Fair", "", NOON)])
    assert main(["build", "--out", str(out), "--steps"]) == 0

    found = open_snapshot(out).table("documents").set_index("source_id")
    assert sorted(found.index) == ["added/school.txt", "mine.txt"]
    assert found.loc["mine.txt", "published_from"] == "user"
    assert str(found.loc["mine.txt", "published"].date()) == "2024-03-04"
    assert (folder / "fair.txt").exists()
    assert "files 1 " in capsys.readouterr().out


def test_a_build_without_inputs_needs_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--out", str(tmp_path)]) == 1

    assert "Name the folders or files" in capsys.readouterr().err


@pytest.mark.usefixtures("in_this_process")
def test_a_folder_that_is_away_does_not_empty_the_collection(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "fair.txt").write_text("The town held its fair.", encoding="utf-8")
    assert main(["build", str(folder), "--out", str(out)]) == 0
    before = open_snapshot(out).name
    add_file(out, "school.txt", b"The school opened on Monday.")
    folder.rename(tmp_path / "away")

    assert main(["build", "--out", str(out)]) == 1

    assert f"{folder} is not there" in capsys.readouterr().err
    assert open_snapshot(out).name == before
