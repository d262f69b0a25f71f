"""Whatever one report does, the others are published; it stays with its text, and is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import reading
from analysis.__main__ import main
from analysis.cache import ReportCache, reader_digest
from analysis.pipeline import Settings, build, read_all
from analysis.store import Snapshot
from analysis.text import report
from analysis.text.boundary import LOG, Outcome
from analysis.text.language import DEFAULT_MODEL
from tests import planted

SOUND = ("Engineers reopened the old bridge on Monday.", "Kowalska will open two schools in Poland, she said.")
FAULTS = {
    "Fail": "Dossier failed at this report (KeyError).",
    "Overrun": "Dossier contradicted itself in this report (sentences 0 has the span 0 to 10000",
    "Repeat": "Dossier contradicted itself in this report (two terms have the same start_char and end_char).",
    "Mislead": "Dossier contradicted itself in this report (facts 0 points to actor_mention 99",
    "Mislabel": "Dossier failed at this report (SchemaError).",
}
DEATHS = {
    "Stop": "The process that read it ended with the code 9.",
    "Kill": "The process that read it was ended by signal 9, as when memory runs out.",
}
STOPPED = "Reading it took more than 5 seconds and was stopped; the next build tries again."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two sound reports; harm is planted in this process and in workers."""
    monkeypatch.setenv(planted.ATTEMPTS, str(tmp_path / "attempts"))
    monkeypatch.setattr(report, "read_report", planted.read_report)
    monkeypatch.setattr(reading, "reader", planted.reader)
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, text in enumerate(SOUND):
        (reports / f"sound-{number}.txt").write_text(text, encoding="utf-8")
    return reports


def plant(folder: Path, *words: str) -> None:
    for word in words:
        (folder / f"{word}.txt").write_text(f"{word} the mayor opened the bridge in Baku on Monday.", encoding="utf-8")


def attempts(folder: Path) -> list[str]:
    return (folder.parent / "attempts").read_text(encoding="utf-8").split()


def kept(folder: Path, out: Path) -> list[Outcome | None]:
    """What the cache has of each report."""
    return ReportCache(out, reader_digest(DEFAULT_MODEL, None)).get(read_all([folder])[0])


def reasons(snapshot: Snapshot) -> dict[str, str]:
    rows = snapshot.table("unreadable")
    assert rows["doc_id"].isin(snapshot.table("documents")["doc_id"]).all()
    return {Path(name).stem: why for name, why in zip(rows["source_id"], rows["reason"], strict=True)}


def check(snapshot: Snapshot, expected: dict[str, str]) -> None:
    """The sound reports have facts; the others have their text, no facts, and the reason that is expected."""
    documents = snapshot.table("documents").set_index("source_id")
    told = set(snapshot.table("facts")["doc_id"])
    found = reasons(snapshot)
    assert set(found) == set(expected)
    assert all(found[word].startswith(reason) for word, reason in expected.items())
    assert {documents.loc[f"sound-{number}.txt", "doc_id"] for number in range(len(SOUND))} == told
    assert all(documents.loc[f"{word}.txt", "text"].startswith(word) for word in expected)


@pytest.mark.parametrize("workers", [0, pytest.param(2, marks=pytest.mark.long)])
def test_faults_of_reports_are_rows_and_are_not_read_again(folder: Path, tmp_path: Path, workers: int) -> None:
    plant(folder, *FAULTS)

    first = build([folder], tmp_path / "out", Settings(), workers)
    seen = len(attempts(folder))
    (folder / "new.txt").write_text(f"{SOUND[0]} It rained.", encoding="utf-8")
    second = build([folder], tmp_path / "out", Settings(), workers)

    check(first, FAULTS)
    assert reasons(second) == reasons(first)
    assert len(attempts(folder)) == seen
    log = (tmp_path / "out" / LOG).read_text(encoding="utf-8")
    assert "KeyError: 'planted'" in log
    assert "Traceback" in log
    assert all(f"{word}.txt" in log for word in FAULTS)


@pytest.mark.slow
def test_any_number_of_processes_gives_the_same_tables(folder: Path, tmp_path: Path) -> None:
    plant(folder, "Fail", "Overrun")

    here, apart = (build([folder], tmp_path / str(n), Settings(), workers=n) for n in (0, 2))

    assert here.manifest["digests"] == apart.manifest["digests"]


@pytest.mark.slow
@pytest.mark.parametrize("workers", [2, pytest.param(1, marks=pytest.mark.long)])
def test_a_worker_that_dies_is_replaced_and_its_report_named(folder: Path, tmp_path: Path, workers: int) -> None:
    plant(folder, *DEATHS)

    snapshot = build([folder], tmp_path / "out", Settings(), workers)

    check(snapshot, DEATHS)
    assert all(attempts(folder).count(word) in (1, 2) for word in DEATHS)
    assert None not in kept(folder, tmp_path / "out")


@pytest.mark.slow
def test_the_clock_stops_a_report_in_its_own_process_and_the_next_build_tries_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SECONDS_A_REPORT", 5)
    plant(folder, "Wait")

    snapshot = build([folder], tmp_path / "out", Settings(), workers=1)

    check(snapshot, {"Wait": STOPPED})
    assert "built_from" not in snapshot.manifest["settings"]
    assert [one is not None for one in kept(folder, tmp_path / "out")] == [False, True, True]


def test_the_log_goes_when_no_report_fails_any_more(folder: Path, tmp_path: Path) -> None:
    plant(folder, "Fail")
    build([folder], tmp_path / "out", Settings())
    (folder / "Fail.txt").unlink()

    build([folder], tmp_path / "out", Settings())

    assert not (tmp_path / "out" / LOG).exists()


def test_a_folder_of_one_report_that_fails_is_published(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    plant(folder, "Fail")

    snapshot = build([folder], tmp_path / "out", Settings())

    assert len(snapshot.table("documents")) == 1
    assert snapshot.table("facts").empty


@pytest.mark.slow
def test_the_command_says_which_reports_have_no_facts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(folder, "Fail")
    (folder / "empty.txt").write_text("", encoding="utf-8")

    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[-5:-2] == [
        "1 input could not be read; the Overview page and the table `unreadable` say why.",
        "  1: It is empty. (empty.txt)",
        "1 report could not be analysed and has no facts: Fail.txt.",
    ]
    assert said[-2].endswith(f"{tmp_path / 'out' / LOG} has the details.")
    assert said[-1].startswith("It took ")
