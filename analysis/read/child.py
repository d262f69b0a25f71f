"""The process in which foreign files are read: a file comes in, its articles go out, until nobody asks any more."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from analysis.read.apart import END, TAGS, TOO_LARGE, receive, send
from analysis.read.article import Unreadable
from analysis.read.formats import File, Result, reader_of

MARKS = {kind: mark for mark, kind in TAGS.items()}
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
    """What a file gives; whatever its parser runs into is a reason."""
    _wind_up(seconds)
    try:
        for one in reader_of(file.kind)(file):
            _wind_up(0)
            yield one
            _wind_up(seconds)
    except MemoryError:
        yield Unreadable(file.source_id, TOO_LARGE)
    except Exception as fault:  # noqa: BLE001 - the boundary around foreign parsers, which raise whatever they like
        yield Unreadable(file.source_id, DAMAGED.format(type(fault).__name__))
    finally:
        _wind_up(0)


def _wind_up(seconds: float) -> None:
    """Let the process end when it has computed for so many seconds from now on; 0 lets it live."""
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
