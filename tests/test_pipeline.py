"""The whole way from files to a snapshot."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis import reading
from analysis.__main__ import main
from analysis.pipeline import TWICE, NothingToRead, Settings, build
from analysis.store import Snapshot, open_snapshot
from analysis.tables import TABLES

pytestmark = pytest.mark.usefixtures("in_this_process")

REPORTS = {
    "bridge.txt": "Engineers reopened the old bridge on Monday.\n\nThe mayor, Anna Kowalska, thanked them.",
    "school.txt": "Kowalska will open two schools in Poland, the ministry said.",
    "mine.txt": "Workers left the copper mine in March 2021.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    return reports


def tables(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    return {table.name: snapshot.table(table.name) for table in TABLES}


def test_a_build_publishes_every_table(folder: Path, tmp_path: Path) -> None:
    found = tables(build([folder], tmp_path / "out", Settings()))

    assert sorted(found["documents"]["source_id"]) == sorted(REPORTS)
    assert not found["facts"].empty


def test_every_id_exists_and_every_span_gives_back_words(folder: Path, tmp_path: Path) -> None:
    found = tables(build([folder], tmp_path / "out", Settings()))
    texts = dict(zip(found["documents"]["doc_id"], found["documents"]["text"], strict=True))

    assert all(set(frame["doc_id"]) <= set(texts) for frame in found.values() if "doc_id" in frame)
    for name in ("mentions", "facts", "attributions", "timexes", "themes", "term_occurrences"):
        assert set(found[name]["sentence_id"]) <= set(found["sentences"]["sentence_id"]), name
    for row in found["mentions"].itertuples():
        assert texts[row.doc_id][row.start_char : row.end_char] == row.text
    assert (
        set(found["mentions"]["entity_id"]) == set(found["entities"]["entity_id"]) == set(found["aliases"]["entity_id"])
    )
    for column in ("actor_entity_id", "target_entity_id", "place_entity_id"):
        assert set(found["facts"][column].dropna()) <= set(found["entities"]["entity_id"])
    assert set(found["facts"]["attribution_id"].dropna()) <= set(found["attributions"]["attribution_id"])
    assert set(found["facts"]["timex_id"].dropna()) <= set(found["timexes"]["timex_id"])


def test_two_builds_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    left = build([folder], tmp_path / "left", Settings())
    right = build([folder], tmp_path / "right", Settings())

    assert left.manifest == right.manifest
    assert all(left.path(t.name).read_bytes() == right.path(t.name).read_bytes() for t in TABLES)


@pytest.mark.long
def test_worker_processes_give_the_same_snapshot(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 1)

    alone = build([folder], tmp_path / "alone", Settings())
    together = build([folder], tmp_path / "together", Settings(), workers=2)

    assert alone.manifest == together.manifest


def test_a_rebuild_reads_only_what_is_new(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([folder], tmp_path / "out", Settings())
    (folder / "new.txt").write_text("A clinic closed.", encoding="utf-8")
    read: list[str] = []
    whole = reading.read_reports

    def watched(articles, *arguments):  # type: ignore[no-untyped-def]
        articles = list(articles)
        read.extend(article.source_id for article in articles)
        return whole(articles, *arguments)

    monkeypatch.setattr(reading, "read_reports", watched)
    build([folder], tmp_path / "out", Settings())

    assert read == ["new.txt"]


def test_what_is_up_to_date_is_not_built_again(folder: Path, tmp_path: Path) -> None:
    first = build([folder], tmp_path / "out", Settings())
    seen: list[tuple[str, int]] = []

    again = build([folder], tmp_path / "out", Settings(), progress=lambda stage, done, _: seen.append((stage, done)))

    assert again == first
    assert seen == [("files", 1), ("files", 2), ("files", 3)]


def test_two_files_of_one_text_are_two_reports_and_read_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "again.txt").write_text(REPORTS["mine.txt"], encoding="utf-8")
    read: list[str] = []
    whole = reading.read_reports

    def watched(articles, *arguments):  # type: ignore[no-untyped-def]
        read.extend(article.source_id for article in articles)
        return whole(articles, *arguments)

    monkeypatch.setattr(reading, "read_reports", watched)
    snapshot = build([folder], tmp_path / "out", Settings())

    documents = snapshot.table("documents").set_index("source_id")
    facts = snapshot.table("facts").groupby("doc_id").size()
    again, first = documents.loc["mine.txt"], documents.loc["again.txt"]
    assert sorted(documents.index) == sorted([*REPORTS, "again.txt"])
    assert again["copy_of"] == first["doc_id"] != again["doc_id"]
    assert again["text_id"] == first["text_id"]
    assert documents["copy_of"].notna().sum() == 1
    assert facts[again["doc_id"]] == facts[first["doc_id"]]
    assert len(read) == len(REPORTS)


def test_a_record_that_comes_again_counts_once_and_is_named(folder: Path, tmp_path: Path) -> None:
    record = '{"id": "7", "text": "A clinic closed in Poland."}\n'
    (folder / "records.jsonl").write_text(record * 3, encoding="utf-8")

    snapshot = build([folder], tmp_path / "out", Settings())

    assert snapshot.table("documents")["source_id"].tolist().count("7") == 1
    assert snapshot.table("unreadable")[["source_id", "reason"]].values.tolist() == [["7", TWICE]]


def test_a_theme_file_takes_the_place_of_dossiers_own(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("theme,term,weight\ntransport,bridge,3\n", encoding="utf-8")

    snapshot = build([folder], tmp_path / "out", Settings(themes=str(path)))

    assert set(snapshot.table("themes")["theme"]) == {"transport"}


def test_nothing_to_read_keeps_what_was_published(folder: Path, tmp_path: Path) -> None:
    first = build([folder], tmp_path / "out", Settings())
    (tmp_path / "empty").mkdir()

    with pytest.raises(NothingToRead):
        build([tmp_path / "empty"], tmp_path / "out", Settings())

    assert open_snapshot(tmp_path / "out") == first


def test_the_command_says_what_it_did(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", str(folder), "--out", str(tmp_path / "out")]

    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0

    assert "Read 3 of 3 reports" in first
    assert "is published: 3 reports" in first
    assert "is up to date: 3 reports" in capsys.readouterr().out


def test_the_command_says_what_went_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path), "--out", str(tmp_path / "out"), "--model", "no_such_model"]) == 1
    assert capsys.readouterr().err.startswith("Nothing was built.")
