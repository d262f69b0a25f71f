"""A build that a page has started: a process of its own, how far it is, and how it is stopped.

The server itself loads no language model. A build belongs to a folder of snapshots, not to who started it: it goes on
when they leave, and everybody sees how far it is.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from analysis.progress import FILES, REPORTS, TABLES
from analysis.store import published_name
from hosting.place import environment_of

ROOT = Path(__file__).resolve().parents[3]
STAGES = {FILES: "opening files", REPORTS: "reading reports", TABLES: "making the tables"}
SECONDS_TO_STOP = 10  # after which a build that was asked to stop is killed
LINES = 15  # of what a build said last
LEAST_SECONDS = 2  # of a stage, before it tells how long it will take


@dataclass(frozen=True)
class Step:
    """How far a build is: its stage, how much of it is done and how much there is, and for how long it has run."""

    stage: str = FILES
    done: int = 0
    total: int = 0
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """How much of the stage is done, 0 to 1."""
        return min(self.done / self.total, 1.0) if self.total else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the stage will still take, None while that cannot be told.

        >>> Step("reports", 10, 40, 5.0).seconds_left, Step("reports", 0, 40, 5.0).seconds_left
        (15.0, None)
        """
        if not self.done or self.seconds < LEAST_SECONDS:
            return None
        return self.seconds / self.done * (self.total - self.done)


class Rebuild:
    """A build of a folder from its own inputs and what was added. `undo` is called where it is cancelled."""

    def __init__(self, out: Path, undo: Callable[[], None] = lambda: None, command: Sequence[str] = ()) -> None:
        """Start it. Raises OSError."""
        build = [sys.executable, "-m", "analysis", "build", "--out", str(out.resolve()), "--steps"]
        self._command, self._undo, self._out, self._before = list(command) or build, undo, out, _published(out)
        self._said: list[str] = []
        self._step, self._since = Step(), time.monotonic()
        self._is_wanted_again = self._is_over = self.is_cancelled = False
        self._turn = threading.Lock()  # a request for another build either finds this one running, or starts its own
        self._process = self._started()
        self._thread = threading.Thread(target=self._run, name="rebuild", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether it has ended, well or not."""
        return self._is_over

    @property
    def has_failed(self) -> bool:
        """Whether it has ended without a snapshot, and nobody had cancelled it."""
        return self.is_over and not self.is_cancelled and self._process.returncode != 0

    @property
    def has_changed_nothing(self) -> bool:
        """Whether it has ended well, and what is published is what was before."""
        is_well = self.is_over and self._process.returncode == 0
        return is_well and _published(self._out) == self._before

    @property
    def step(self) -> Step:
        """How far it is now."""
        known = self._step
        return Step(known.stage, known.done, known.total, time.monotonic() - self._since)

    @property
    def reason(self) -> str:
        """What it said last."""
        return "\n".join(self._said[-LINES:])

    def again(self) -> bool:
        """Whether it will build once more when it is through: what is kept now may have come too late for it."""
        with self._turn:
            self._is_wanted_again = not self._is_over
            return self._is_wanted_again

    def cancel(self) -> None:
        """Stop it and wait until it is over; what was published before stays."""
        self.is_cancelled = True
        self._signal("SIGINT")
        self._thread.join(SECONDS_TO_STOP)
        if self._thread.is_alive():
            self._signal("SIGKILL")
            self._thread.join(SECONDS_TO_STOP)
        if self._process.returncode != 0:
            self._undo()

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            env=os.environ | environment_of(self._out),
        )

    def _run(self) -> None:
        self._listen()
        while self._goes_on():
            self._process = self._started()
            self._listen()

    def _goes_on(self) -> bool:
        with self._turn:
            goes_on, self._is_wanted_again = self._is_wanted_again and not self.is_cancelled, False
            self._is_over = not goes_on
            if self._process.returncode == 0:  # what was added is published
                self._undo = lambda: None
            return goes_on

    def _listen(self) -> None:
        with self._process:
            for line in self._process.stdout or ():
                self._hear(line.strip())

    def _hear(self, line: str) -> None:
        stage, *numbers = line.split(" ")
        if stage in STAGES and len(numbers) == 2 and all(number.isdecimal() for number in numbers):
            if stage != self._step.stage:
                self._since = time.monotonic()
            self._step = Step(stage, int(numbers[0]), int(numbers[1]))
        elif line:
            self._said = [*self._said[-LINES:], line]

    def _signal(self, name: str) -> None:
        """Send it to the build and the processes that it has started."""
        with suppress(ProcessLookupError):
            if hasattr(os, "killpg"):  # not on Windows
                os.killpg(self._process.pid, getattr(signal, name))
            else:
                self._process.terminate()


def _published(out: Path) -> str:
    """The name of the published snapshot, empty where there is none."""
    try:
        return published_name(out)
    except (OSError, UnicodeDecodeError):
        return ""


LAST: dict[Path, Rebuild] = {}
LOCK = threading.Lock()


def last_build(out: Path) -> Rebuild | None:
    """The build of the folder that runs, or the one that ran last."""
    return LAST.get(out)


def start_build(out: Path, undo: Callable[[], None] = lambda: None) -> None:
    """Build the folder; while a build of it runs, once more after that. Raises OSError."""
    with LOCK:
        running = LAST.get(out)
        if not (running and running.again()):
            LAST[out] = Rebuild(out, undo)


def forget_build(out: Path) -> None:
    """Say no more of the build that ran last."""
    with LOCK:
        if (found := LAST.get(out)) and found.is_over:
            del LAST[out]
