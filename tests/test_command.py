"""The command says in one line what is wrong, and leaves nothing behind when it is stopped."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from analysis.__main__ import BY_THE_KEYBOARD, STOPPED, main
from analysis.drafts import clear_drafts, draft_in
from analysis.store import open_snapshot

pytestmark = pytest.mark.usefixtures("in_this_process")

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "analysis", "build"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The mayor of Baku opened the new bridge on Monday.", encoding="utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"--model": ""}, "argument --model: it is empty.", id="no model"),
        pytest.param({"--model": "  "}, "argument --model: it is empty.", id="blank model"),
        pytest.param({"--out": ""}, "argument --out: it is empty.", id="no folder for the snapshots"),
        pytest.param({"INPUT": ""}, "argument INPUT: it is empty.", id="no input"),
        pytest.param({"--themes": ""}, "argument --themes: it is empty.", id="no theme file"),
        pytest.param({"--workers": "0"}, "argument --workers: '0' is no number from 1 up.", id="no workers"),
        pytest.param({"--workers": "-2"}, "argument --workers: '-2' is no number from 1 up.", id="fewer than none"),
        pytest.param({"--workers": "two"}, "argument --workers: 'two' is no number from 1 up.", id="a word"),
        pytest.param({"--speed": "9"}, "unrecognized arguments: --speed 9.", id="no such option"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(
    folder: Path, changed: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = {"--out": str(folder.parent / "out")} | changed

    with pytest.raises(SystemExit) as ended:
        main(["build", options.pop("INPUT", str(folder)), *(f"{key}={value}" for key, value in options.items())])

    error = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.replace("--speed 9", "--speed=9") in error
    assert error.count("\n") == 1
    assert not (folder.parent / "out").exists()


USUAL_FIELD = 131_072  # characters of a field that Python's csv reads unless told otherwise
THEMES = {
    "no UTF-8": (
        "theme,term\nsport,b\xe4ll\n".encode("latin-1"),
        "themes.csv is no UTF-8 text. Save it as CSV in UTF-8.",
    ),
    "UTF-16": ("theme,term\nsport,ball\n".encode("utf-16"), "themes.csv is no UTF-8 text. Save it as CSV in UTF-8."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "themes.csv is no UTF-8 text. Save it as CSV in UTF-8."),
    "one huge field": (b"theme,term\nsport," + b"x" * 200_000, "themes.csv is no CSV file: field larger than"),
    "no columns": (b"a,b\n", "themes.csv has no column theme and no column term."),
    "no number": ("theme,term,weight\nsport,ball,²\n".encode(), "themes.csv: Line 2: the weight '²' is not a number."),
    "nothing": (b"", "themes.csv has no column theme and no column term."),
}


@pytest.mark.parametrize(("content", "said"), THEMES.values(), ids=THEMES)
def test_a_theme_file_that_cannot_be_used_is_said_in_one_line(
    folder: Path, content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    themes = folder.parent / "themes.csv"
    themes.write_bytes(content)
    csv.field_size_limit(USUAL_FIELD)  # the limit is the process's: reading a CSV of reports raises it

    assert main(["build", str(folder), "--out", str(folder.parent / "out"), "--themes", str(themes)]) == 1

    error = capsys.readouterr().err
    assert error.startswith(f"Nothing was built. {said}")
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("no_such_model", "The package no_such_model is not installed."),
        ("../model", "The package ../model is not installed."),
        ("pandas", "The package pandas holds no spaCy model."),
        ("sys", "The package sys holds no spaCy model."),
    ],
)
def test_a_model_that_is_none_is_said_in_one_line(
    folder: Path, model: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(folder), "--out", str(folder.parent / "out"), "--model", model]) == 1

    assert capsys.readouterr().err == f"Nothing was built. {said}\n"


def hear_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(folder: Path, seconds: float | None = None) -> tuple[int, str]:
    """The exit code and the errors of a build that gets Ctrl-C, as do all that it has started: after so many seconds,
    else when it says how many reports it has read."""
    command = [*COMMAND, str(folder), "--out", str(folder.parent / "out"), "--workers", "2"]
    pipes: dict[str, Any] = {"text": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, preexec_fn=hear_ctrl_c, **pipes) as process:
        if seconds is not None:
            time.sleep(seconds)
        elif process.stdout:
            assert any(line.startswith("Read ") for line in process.stdout)
        os.killpg(process.pid, signal.SIGINT)
        code = process.wait(60)
        # Where it comes in the middle of an import, Python ends by the signal itself, which a shell calls 130 as well.
        return BY_THE_KEYBOARD if code == -signal.SIGINT else code, process.stderr.read() if process.stderr else ""


def many(folder: Path) -> Path:
    for number in range(3_000):
        (folder / f"{number}.txt").write_text(f"The mayor of Baku opened bridge {number} on Monday.", encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_ctrl_c_ends_a_build_with_one_line(folder: Path) -> None:
    assert interrupted(many(folder)) == (BY_THE_KEYBOARD, STOPPED + "\n")

    assert not list((folder.parent / "out").glob(".draft-*"))


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_ctrl_c_ends_a_build_with_one_line_whenever_it_comes(folder: Path) -> None:
    many(folder)

    for tenths in range(3, 60, 2):
        code, said = interrupted(folder, tenths / 10)

        assert said in ("", STOPPED + "\n"), tenths
        assert code in (0, BY_THE_KEYBOARD), tenths


def test_the_drafts_of_killed_builds_go_at_the_next(folder: Path) -> None:
    out = folder.parent / "out"
    for name in (".draft-a1b2", ".draft-c3d4"):
        (out / name).mkdir(parents=True)
        (out / name / "facts.parquet").write_bytes(b"half")

    assert main(["build", str(folder), "--out", str(out)]) == 0

    assert not list(out.glob(".draft-*"))


KILLED = """
import os, sys
from pathlib import Path
from typing import Any
from analysis.drafts import draft_in
with draft_in(Path(sys.argv[1])) as draft:
    (draft / "half").write_text("")
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_the_draft_of_a_build_that_goes_on_stays(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    left = list(tmp_path.glob(".draft-*"))

    with draft_in(tmp_path) as draft:
        clear_drafts(tmp_path)

        assert len(left) == 1
        assert list(tmp_path.glob(".draft-*")) == [draft]
    assert not list(tmp_path.glob(".draft-*"))


def test_names_of_files_come_to_the_terminal_with_signs_for_control_characters(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").unlink()
    (folder / "\x1b]0;owned\x07\x1b[2J.txt").write_bytes(bytes(range(256)) * 9)

    assert main(["build", str(folder), "--out", str(folder.parent / "out\x1b[2J")]) == 1

    said = capsys.readouterr().err
    assert "\u241b]0;owned\u2407\u241b[2J.txt" in said
    assert not set(said) & set(map(chr, [*range(10), *range(11, 32)]))


def test_a_report_with_a_word_of_ten_thousand_letters_has_no_such_term(folder: Path) -> None:
    (folder / "long.jsonl").write_text(
        json.dumps({"title": "x" * 990_000, "publisher": "y" * 50_000, "text": f"The {'z' * 10_000} mine closed."}),
        encoding="utf-8",
    )

    assert main(["build", str(folder), "--out", str(folder.parent / "out")]) == 0

    snapshot = open_snapshot(folder.parent / "out")
    assert snapshot.table("documents")["title"].str.len().max() == 990_000
    assert snapshot.table("vocabulary")["term"].str.len().max() < 200
