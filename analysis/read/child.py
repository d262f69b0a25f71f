"""The process in which foreign files are read: a file comes in, its articles go out, until nobody asks any more."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import IO

import msgspec

from analysis.read.apart import END, TAGS, TOO_LARGE, receive, send
from analysis.read.article import Unreadable
from analysis.read.formats import GOES_ON, File, Result, reader_of

MARKS = {kind: mark for mark, kind in TAGS.items()}
MOST_PARTS = 10  # a PDF of thousands of pages has minutes, and each of its pages no more than any file
LEAST = 0.001  # second: 0 would stop the timer
FIRST_TO_GO = "800"  # of 1,000: where memory runs out, Linux ends this process rather than the build
DAMAGED = "It could not be read ({}): it is damaged, or not what it seems. Open it in its program and save it anew."


def main(seconds: float, memory: int) -> None:
    """Read the files that come in."""
    asked, answers = sys.stdin.buffer, _own_output()
    _bound_memory(memory)
    with suppress(BrokenPipeError):  # who asked has gone
        while (message := receive(asked)) is not None:
            for one in results(msgspec.msgpack.decode(message, type=File), seconds):
                send(answers, MARKS[type(one)] + msgspec.msgpack.encode(one))
            send(answers, END)


def results(file: File, seconds: float) -> Iterator[Result]:
    """What a file gives; whatever its parser runs into is a reason.

    So many seconds of computing are given to each part of it, and MOST_PARTS times as many to each report.
    """
    clock = Clock(seconds)
    try:
        for one in reader_of(file.kind)(file):
            clock.stop(is_report=one is not GOES_ON)
            if one is not GOES_ON:
                yield one
            clock.start()
    except MemoryError:
        yield Unreadable(file.source_id, TOO_LARGE)
    except Exception as fault:  # noqa: BLE001 - the boundary around foreign parsers, which raise whatever they like
        yield Unreadable(file.source_id, DAMAGED.format(type(fault).__name__))
    finally:
        clock.stop()


class Clock:
    """Ends the process when it has computed for too long: on a part of a report, or on all of a report."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.left = seconds, MOST_PARTS * seconds
        self.start()

    def start(self) -> None:
        """Begin with the next part."""
        self.began = process_time()
        self._set(min(self.seconds, max(self.left, LEAST)))

    def stop(self, is_report: bool = False) -> None:
        """Stop it; with a report that is whole all its time is there again."""
        self._set(0)
        self.left = MOST_PARTS * self.seconds if is_report else self.left - (process_time() - self.began)

    def _set(self, seconds: float) -> None:
        if hasattr(signal, "setitimer"):  # not on Windows
            signal.setitimer(signal.ITIMER_PROF, seconds)


def _own_output() -> IO[bytes]:
    """The standard output for answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _bound_memory(memory: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
