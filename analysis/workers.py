"""Worker processes: each has a few items at a time and sends a result for each.

One that dies or takes too long is replaced, and the items that it had left are given out again, each alone: an item
that takes its worker with it once more is lost, and is named. The pools of the standard library end with the first
worker that dies and do not say over what.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Any]], Iterable[Any]]
Start = Callable[[], Work]

READY = "ready"
FIRST_TO_GO = "500"  # of 1,000: where memory runs out, Linux ends a worker rather than who can replace it


@dataclass(frozen=True)
class Lost:
    """An item without a result: its process ended with `code`, or was stopped by the clock after `seconds`."""

    code: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Job(Generic[Item]):
    """Items by their number; `is_last` says that they are lost when no result comes this time."""

    items: tuple[tuple[int, Item], ...]
    is_last: bool = False


def results_apart(
    parts: Iterable[Sequence[Item]], start: Start, n_workers: int, seconds: Callable[[Sequence[Item]], float]
) -> Iterator[tuple[int, Any | Lost]]:
    """A number and a result for each item of the parts, numbered through, in the order in which they come.

    A worker calls `start` once, then what that returned for each part: it gives the results in the order of the items.
    `seconds` says how long it may be until the next of these items is done. Raises ChildProcessError when no worker
    can begin.
    """
    jobs = deque(_numbered(parts))
    workers = [Worker[Item](start, seconds) for _ in range(min(n_workers, len(jobs)))]
    try:
        while jobs or any(worker.is_busy for worker in workers):
            _give_out(jobs, workers)
            wait([worker.connection for worker in workers], _patience(workers))
            for worker in tuple(workers):
                yield from worker.arrived()
                if lost := worker.lost():
                    yield from _given_up(worker, lost)
                    jobs.extendleft(reversed(_again(worker)))
                    _replace(worker, workers, is_wanted=bool(jobs))
    finally:
        for worker in workers:
            worker.end()


def _replace(worker: Worker[Item], workers: list[Worker[Item]], is_wanted: bool) -> None:
    """Put a new worker in the place of one, if there is work for it; one that died as it began is not replaced.

    Raises ChildProcessError when all have.
    """
    worker.end()
    workers.remove(worker)
    if is_wanted and worker.is_ready:
        workers.append(Worker(worker.start, worker.seconds))
    elif is_wanted and not workers:
        raise ChildProcessError(
            f"No worker process could begin; the last ended with the code {worker.process.exitcode}."
        )


def _numbered(parts: Iterable[Sequence[Item]]) -> Iterator[Job[Item]]:
    number = 0
    for part in parts:
        yield Job(tuple(enumerate(part, number)))
        number += len(part)


def _give_out(jobs: deque[Job[Item]], workers: Sequence[Worker[Item]]) -> None:
    for worker in workers:
        if jobs and worker.is_ready and not worker.is_busy:
            worker.take(jobs.popleft())


def _patience(workers: Sequence[Worker[Any]]) -> float | None:
    """Seconds until the first of the clocks runs out; None where none runs."""
    ends = [worker.deadline for worker in workers if worker.is_busy]
    return max(0.0, min(ends) - time.monotonic()) if ends else None


def _given_up(worker: Worker[Any], lost: Lost) -> Iterator[tuple[int, Lost]]:
    if worker.job.is_last:
        yield from ((number, lost) for number, _ in worker.left)


def _again(worker: Worker[Item]) -> list[Job[Item]]:
    return [] if worker.job.is_last else [Job((item,), is_last=True) for item in worker.left]


class Worker(Generic[Item]):
    """One process, what it has to do, and until when the next result has to be there."""

    def __init__(self, start: Start, seconds: Callable[[Sequence[Item]], float]) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, start), daemon=True)
        with interrupts_held():
            self.process.start()
        theirs.close()  # so that the end of the process is the end of the connection
        self.start, self.seconds, self.job = start, seconds, Job[Item](())
        self.is_ready = self.is_closed = False
        self.left: deque[tuple[int, Item]] = deque()
        self.allowed = self.deadline = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether results are still to come."""
        return bool(self.left)

    def take(self, job: Job[Item]) -> None:
        """Give the process a job."""
        self.job, self.left = job, deque(job.items)
        self._wind_up()
        with suppress(OSError):  # it died; `lost` will say so
            self.connection.send([item for _, item in job.items])

    def arrived(self) -> Iterator[tuple[int, Any]]:
        """The results that are there, by the number of their item."""
        for message in self._messages():
            if self.is_ready:
                yield self.left.popleft()[0], message
                self._wind_up()
            self.is_ready = True

    def lost(self) -> Lost | None:
        """How the process was lost, if it was."""
        if self.is_closed:
            self.process.join()
            return Lost(code=self.process.exitcode)
        is_late = self.is_busy and time.monotonic() > self.deadline
        return Lost(seconds=self.allowed) if is_late else None

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.connection.close()

    def _messages(self) -> Iterator[Any]:
        """What the process sent; when it has ended, `is_closed` says so."""
        try:
            while self.connection.poll():
                yield self.connection.recv()
        except (EOFError, OSError):
            self.is_closed = True

    def _wind_up(self) -> None:
        self.allowed = self.seconds([item for _, item in self.left])
        self.deadline = time.monotonic() + self.allowed


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait, here and in a process that begins meanwhile: until `serve` it would end in a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # it would let them through as it begins
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(connection: Connection, start: Start) -> None:
    """What a worker does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who pressed the keys meant the whole build, which ends its workers
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    work = start()
    with suppress(EOFError, ConnectionError):  # who asked has gone
        connection.send(READY)
        while True:
            for result in work(connection.recv()):
                connection.send(result)
