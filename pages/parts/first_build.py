"""The first start: build the reference corpus, with a progress bar, once for all sessions."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from analysis.store import CURRENT

PROGRESS = re.compile(r"Read (\d+) of (\d+) reports")
LOCK = threading.Lock()


def build_seeds(root: Path, out: Path) -> None:
    """Publish a snapshot of `root/seeds` in `out`; ends the page with a message when that fails.

    A session that comes while another builds waits for it.
    """
    bar = st.progress(0.0, "Building the first snapshot from the folder seeds. This takes a minute, once.")
    with LOCK:
        if not (out / CURRENT).exists():
            _build(root, out, bar)
    bar.empty()


def _build(root: Path, out: Path, bar: st.delta_generator.DeltaGenerator) -> None:
    command = [sys.executable, "-m", "analysis", "build", "seeds", "--out", str(out.resolve())]
    said: list[str] = []
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            said.append(line.rstrip())
            for done, total in progress(line):
                bar.progress(done / total, f"Read {done} of {total} reports.")
    if process.returncode != 0:
        bar.empty()
        st.error("The first snapshot could not be built. What the build said last:")
        st.code("\n".join(said[-15:]) or "nothing", language=None)
        st.stop()


def progress(line: str) -> Iterator[tuple[int, int]]:
    """The reports read and their number, when the line says so.

    >>> list(progress("Read 1 of 3 reports")), list(progress("Published x"))
    ([(1, 3)], [])
    """
    if (match := PROGRESS.search(line)) and int(match[2]):
        yield int(match[1]), int(match[2])
