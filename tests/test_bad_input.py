"""What bad input gets: a message or a row in `unreadable`, never a traceback, and what was built stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis import store
from analysis.__main__ import main
from analysis.cache import ReportCache
from analysis.command import why
from analysis.pipeline import Settings, build, read_all
from analysis.read import inputs, txt
from analysis.store import Snapshot, open_snapshot
from analysis.tables import TABLES

pytestmark = pytest.mark.usefixtures("in_this_process")

ROOT = Path(__file__).resolve().parents[1]
GOOD = "The mayor of Baku opened the new bridge on Monday."
NOISE = bytes(range(256)) * 40
HOSTILE = "\n\n".join(
    [
        '<p onclick="x">The <b>minister</b> signed the law on Monday.</p>',
        "# The heading",
        "**The mayor** left [Baku](javascript:alert(1)).",
        "=1+1",
        '=HYPERLINK("http://example.org";"x")',
        '<script>alert("x")</script>',
        "\x00\x01\u202e \ufeff 😀",
        "| a | b |\n|---|---|",
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def built(folder: Path) -> Snapshot:
    return build([folder], folder.parent / "out", Settings())


def reasons(snapshot: Snapshot) -> dict[str, str]:
    frame = snapshot.table("unreadable")
    return dict(zip(frame["source_id"], frame["reason"], strict=True))


def command(folder: Path) -> int:
    return main(["build", str(folder), "--out", str(folder.parent / "out")])


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({}, "There is no report in the input: no .txt, .md, .html, .pdf,", id="empty folder"),
        pytest.param({"a__png": b"\x89PNG", "b__jpg": b"\xff\xd8\xff"}, "It is a picture: its text", id="pictures"),
        pytest.param({"a__txt": NOISE}, "It is a binary file, not plain text.", id="binary file called .txt"),
        pytest.param({"a__csv": "title,blurb\nRain,It rained.\n"}, "It has no column `text`.", id="CSV without text"),
        pytest.param({"a__jsonl": '{"text": "It rai'}, "The line is cut off", id="JSON line cut in half"),
        pytest.param({"a__txt": " \n"}, "It is empty.", id="blank file"),
    ],
)
def test_nothing_to_read_ends_with_a_message(
    folder: Path, files: dict[str, str | bytes], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, **files)

    assert command(folder) == 1
    error = capsys.readouterr().err
    assert error.startswith("Nothing was built.")
    assert message in error
    assert not (folder.parent / "out" / "CURRENT").exists()


def test_an_input_that_is_not_there_ends_with_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path / "nowhere") == 1
    assert "There is no such file or folder." in capsys.readouterr().err


@pytest.mark.parametrize("files", [{}, {"a__txt": NOISE}, {"a__csv": "a,b\n"}])
def test_what_was_built_stays_when_there_is_nothing_to_read(folder: Path, files: dict[str, str | bytes]) -> None:
    put(folder, good__txt=GOOD)
    before = built(folder)
    (folder / "good.txt").unlink()
    put(folder, **files)

    assert command(folder) == 1
    assert open_snapshot(folder.parent / "out") == before


def test_what_was_built_stays_when_a_build_dies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, good__txt=GOOD)
    before = built(folder)
    put(folder, more__txt="The army left the town.")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)

    assert command(folder) == 1
    assert open_snapshot(folder.parent / "out") == before


def test_an_output_that_is_a_file_ends_with_a_message(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, good__txt=GOOD)
    (folder.parent / "out").write_text("mine", encoding="utf-8")

    assert command(folder) == 1
    assert capsys.readouterr().err.startswith("Nothing was built.")
    assert (folder.parent / "out").read_text(encoding="utf-8") == "mine"


def test_a_cache_that_is_spoilt_is_made_anew(folder: Path) -> None:
    put(folder, good__txt=GOOD)
    (folder.parent / "out").mkdir()
    (folder.parent / "out" / "cache.sqlite").write_bytes(NOISE)

    assert command(folder) == 0


def test_good_reports_are_read_beside_bad_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(txt, "LONGEST_TEXT", 100_000)
    put(
        folder,
        binary__txt=NOISE,
        empty__txt="",
        good__txt=GOOD,
        half__jsonl=json.dumps({"text": "The army left the town."}) + '\n{"text": "The ar',
        huge__txt="It rained. " * 10_000,
        picture__png=b"\x89PNG",
        table__csv="title,blurb\nRain,It rained.\n",
    )

    snapshot = built(folder)

    assert snapshot.table("documents")["source_id"].tolist() == ["good.txt", "half.jsonl:1"]
    assert list(reasons(snapshot)) == [
        "binary.txt",
        "empty.txt",
        "half.jsonl:2",
        "huge.txt",
        "picture.png",
        "table.csv",
    ]


def test_a_report_of_one_word_is_a_report(folder: Path) -> None:
    put(folder, a__txt="Rain")

    snapshot = built(folder)

    assert snapshot.table("documents")["n_words"].tolist() == [1]
    assert snapshot.table("sentences")["kind"].tolist() == ["body"]


def test_hostile_text_is_text(folder: Path) -> None:
    records = [
        {"id": "=1+1", "text": HOSTILE, "title": "<img src=x>", "publisher": "=1+1", "url": "javascript:alert(1)"}
    ]
    put(folder, a__txt=HOSTILE, b__jsonl="".join(json.dumps(record) + "\n" for record in records))

    documents = built(folder).table("documents")

    assert documents["text"].tolist() == [HOSTILE, HOSTILE]
    assert documents["source_id"].tolist() == ["a.txt", "=1+1"]
    assert documents["title"].tolist()[1] == "<img src=x>"
    assert documents["url"].isna().all()


def test_records_that_share_an_id_do_not_clash(folder: Path) -> None:
    put(folder, a__jsonl='{"id": 1, "text": "It rained."}\n', b__jsonl='{"id": 1, "text": "It snowed."}\n{"id": 1}\n')

    snapshot = built(folder)

    assert snapshot.table("documents")["source_id"].tolist() == ["1", "1"]
    assert reasons(snapshot) == {"b.jsonl:2": "The record has no `text`; it has id."}


def test_old_and_future_days_are_kept(folder: Path) -> None:
    put(
        folder,
        a__jsonl="".join(json.dumps({"text": GOOD, "published": f"{y}-01-01"}) + "\n" for y in (1066, 1700, 2150)),
    )

    documents = built(folder).table("documents")

    assert sorted(documents["published"].dropna().dt.year) == [1700, 2150]


def test_letters_that_no_file_can_hold_do_not_stop_a_build(folder: Path) -> None:
    put(folder, a__jsonl='{"id": "\\udfff", "text": "The mayor \\ud800 left Baku.", "title": "\\ud800"}')

    assert built(folder).table("documents")["source_id"].tolist() == ["\ufffd"]


@pytest.mark.slow
def test_a_very_long_report_in_one_paragraph_is_read_whole(folder: Path) -> None:
    sentences = [f"The mayor of Baku opened bridge {number} on Monday. " for number in range(1200)]
    put(folder, a__txt="".join(sentences))

    snapshot = built(folder)

    assert snapshot.table("documents")["n_words"].tolist() == [10_800]
    assert len(snapshot.table("sentences")) == 1200
    assert all(snapshot.path(table.name).exists() for table in TABLES)


FULL = "Could not write file tables.duckdb: No space left on device"


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), OSError(f"Checkpoint failed. {FULL}")])
def test_a_full_disk_is_said_in_one_line_and_what_was_published_stays(
    folder: Path, fault: OSError, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = folder.parent / "out"
    (folder / "a.txt").write_text("The mayor of Baku opened the bridge.", encoding="utf-8")
    build([folder], out, Settings())
    before = open_snapshot(out).name
    (folder / "b.txt").write_text("The mayor of Baku closed the bridge.", encoding="utf-8")

    def full(*arguments: object) -> None:
        raise fault

    monkeypatch.setattr(store, "write_duck", full)
    monkeypatch.setattr(ReportCache, "put", full)

    assert main(["build", str(folder), "--out", str(out)]) == 1

    assert capsys.readouterr().err == f"Nothing was built. {why(fault)}\n"
    assert why(fault).startswith("The disk is full")
    assert open_snapshot(out).name == before


def test_a_folder_that_may_not_be_written_is_said_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = folder.parent / "out" / "deep"
    (folder / "a.txt").write_text("The mayor of Baku opened the bridge.", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder.parent)  # root may write everywhere

    assert main(["build", str(folder), "--out", str(out)]) == 1

    assert capsys.readouterr().err.startswith(f"Nothing was built. {folder.parent} may not be written: name another")
    assert not out.parent.exists()


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"The mayor of {name} opened the bridge.", encoding="utf-8")
    whole = inputs.read_whole

    def vanishing(path: Path, *rest: Any) -> Any:
        path.unlink()
        return whole(path, *rest)

    monkeypatch.setattr(
        inputs, "read_whole", lambda path, *rest: (vanishing if path.name == "a.txt" else whole)(path, *rest)
    )

    found = read_all([folder])

    assert [one.source_id for one in found.articles] == ["b.txt"]
    assert [one.reason for one in found.unread] == ["It could not be opened: No such file or directory."]


@pytest.mark.long
def test_two_builds_at_once_into_one_folder_both_end_well(folder: Path) -> None:
    other, out = folder.parent / "other", folder.parent / "out"
    other.mkdir()
    for number in range(20):
        for one in (folder, other):
            (one / f"{number}.txt").write_text(f"The mayor of {one.name} opened bridge {number}.", encoding="utf-8")
    commands = [[sys.executable, "-m", "analysis", "build", str(one), "--out", str(out)] for one in (folder, other)]

    running = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for command in commands]
    ended = [(process.communicate(timeout=200)[1], process.returncode) for process in running]

    assert ended == [("", 0), ("", 0)]
    snapshot = open_snapshot(out)
    assert all(len(snapshot.table(name)) == n for name, n in snapshot.manifest["counts"].items())
    assert snapshot.manifest["counts"]["documents"] == 20
