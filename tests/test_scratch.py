"""Folders for temporary files: those that killed processes left go, those that are used stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from analysis import scratch
from analysis.scratch import ScratchFolder, clear_left

HOLDS_ONE = "from analysis.scratch import ScratchFolder; s = ScratchFolder('test'); print(s.path, flush=True); input()"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary folders of this test alone, none too new to be left over."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "NEW", 0.0)


def test_a_folder_that_a_killed_process_left_goes(tmp_path: Path) -> None:
    left = _left_by_a_killed_process(tmp_path)
    assert left.is_dir()

    clear_left()

    assert not left.exists()


def test_a_folder_that_is_used_stays() -> None:
    used = ScratchFolder("test")

    clear_left()

    assert used.path.is_dir()


def test_a_folder_goes_with_what_holds_it() -> None:
    used = ScratchFolder("test")
    path = used.path

    del used

    assert not path.exists()


def test_a_new_folder_may_be_one_that_is_not_locked_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "NEW", 10.0)
    new = tmp_path / f"{scratch.PREFIX}test"
    new.mkdir()

    clear_left()

    assert new.is_dir()


def test_neither_files_nor_links_of_that_name_are_touched(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    (tmp_path / f"{scratch.PREFIX}link").symlink_to(kept)
    (tmp_path / f"{scratch.PREFIX}file").touch()

    clear_left()

    assert (kept / "file").exists()
    assert (tmp_path / f"{scratch.PREFIX}file").exists()


def _left_by_a_killed_process(folder: Path) -> Path:
    command = [sys.executable, "-c", HOLDS_ONE]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"TMPDIR": str(folder)}, text=True
    )
    with process:
        assert process.stdout is not None
        path = Path(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
    return path
