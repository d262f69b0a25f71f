"""The first start: build the reference corpus, with a progress bar, once for all sessions."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import streamlit as st

PROGRESS = re.compile(r"Read (\d+) of (\d+) reports")
SECONDS = 0.2  # between two looks at how far the build is
LINES = 15  # of what a build said last


class Build:
    """A build in a process of its own; it goes on when the visitor who came first leaves."""

    def __init__(self, root: Path, out: Path) -> None:
        """Start to build `root/seeds` into `out`."""
        self.done, self.total = 0, 0
        self.said: list[str] = []
        self.failed = False
        command = [sys.executable, "-m", "analysis", "build", "seeds", "--out", str(out.resolve())]
        self._thread = threading.Thread(target=self._run, args=(command, root), daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return not self._thread.is_alive()

    def _run(self, command: list[str], root: Path) -> None:
        with subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        ) as process:
            for line in process.stdout or ():
                self.said.append(line.rstrip())
                self.done, self.total = progress(line) or (self.done, self.total)
        self.failed = process.returncode != 0


RUNNING: dict[Path, Build] = {}
LOCK = threading.Lock()


def build_seeds(root: Path, out: Path) -> None:
    """Wait, with a progress bar, until a snapshot of `root/seeds` is in `out`; the first who comes starts the build.

    Ends the page with a message when the build fails; the next visit tries again.
    """
    with LOCK:
        if out not in RUNNING:
            RUNNING[out] = Build(root, out)
        build = RUNNING[out]
    bar = st.progress(0.0, "Building the first snapshot from the folder seeds. This takes a minute, once.")
    while not build.is_over:
        if build.total:
            bar.progress(build.done / build.total, f"Read {build.done} of {build.total} reports.")
        time.sleep(SECONDS)
    bar.empty()
    with LOCK:
        RUNNING.pop(out, None)
    if build.failed:
        st.error("The first snapshot could not be built. What the build said last:")
        st.code("\n".join(build.said[-LINES:]) or "nothing", language=None)
        st.stop()


def progress(line: str) -> tuple[int, int] | None:
    """The reports read and their number, when the line says so.

    >>> progress("Read 1 of 3 reports"), progress("Published x")
    ((1, 3), None)
    """
    match = PROGRESS.search(line)
    return (int(match[1]), int(match[2])) if match and int(match[2]) else None
