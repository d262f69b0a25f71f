"""Which changes of the inputs are noticed, and that a watching build follows them until Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.__main__ import BY_THE_KEYBOARD, STOPPED
from analysis.command import WATCHES
from analysis.watching import changed, listing

ROOT = Path(__file__).resolve().parents[1]
OLD = 1_000_000_000  # a time stamp of 2001


def move_in(folder: Path) -> None:
    moved = folder.parent / "old.txt"
    moved.write_text("It rained.")
    os.utime(moved, (OLD, OLD))
    moved.rename(folder / "old.txt")


def replace(folder: Path) -> None:
    other = folder.parent / "other"
    other.write_text("It snowed")
    shutil.copystat(folder / "a.txt", other)
    other.replace(folder / "a.txt")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(move_in, id="a file moved in with an old time stamp"),
        pytest.param(replace, id="another file of the same size and time"),
        pytest.param(lambda folder: (folder / "a.txt").unlink(), id="a file removed"),
        pytest.param(lambda folder: (folder / "a.txt").rename(folder / "b.txt"), id="a file renamed"),
        pytest.param(lambda folder: shutil.rmtree(folder), id="the folder removed"),
    ],
)
def test_a_change_of_the_folder_is_noticed(tmp_path: Path, change: Callable[[Path], object]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("It rained")
    before = listing([folder])

    change(folder)

    assert listing([folder]) != before


def test_a_file_that_is_still_copied_is_waited_for() -> None:
    known, growing, whole = (frozenset({("a", size, 0, 0, 0)}) for size in (0, 1, 2))
    looks = iter([growing, whole, whole, whole, known, known])

    found = changed(lambda: next(looks), known, seconds=0)

    assert next(found) == whole
    assert next(found) == known


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_a_watching_build_follows_the_folder_until_ctrl_c(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor of Baku opened the new bridge on Monday.")
    command = [sys.executable, "-m", "analysis", "build", str(folder), "--out", str(tmp_path / "out"), "--watch"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = read_until(process, WATCHES)
        move_in(folder)
        more = read_until(process, "It took ")
        process.send_signal(signal.SIGINT)
        code, last = process.wait(60), process.stderr.read()

    assert ": 1 report," in said
    assert "is published: 2 reports," in more
    assert "of the reports 1 new" in more
    assert (code, last) == (BY_THE_KEYBOARD, STOPPED + "\n")


def hear_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def read_until(process: subprocess.Popen[str], words: str) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if words in line:
            break
    return said
