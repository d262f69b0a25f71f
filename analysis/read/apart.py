"""Foreign formats are read in a process of its own: a file that hangs its parser or eats the memory costs itself only.

The process is started with the first such file and reads one after another. Time is the processor's, so that a busy
machine stops nothing; the clock on the wall only ends a process that says nothing at all.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from struct import Struct
from typing import IO, cast

import msgspec

from analysis.read.article import Article, Member, Taken, Unreadable
from analysis.read.formats import File, Result

SECONDS = 30  # of the processor, until the next report of a file is there
SECONDS_ON_THE_WALL = 600
MEMORY = 1_000_000_000  # bytes that the process may ask for
FILES_A_PROCESS = 500  # after so many it is replaced: parsers leak
LENGTH = Struct(">I")
ROOT = Path(__file__).parents[2]
TAGS: dict[bytes, type[Result]] = {b"A": Article, b"U": Unreadable, b"M": Member, b"T": Taken}
END = b"E"
TOO_LONG = f"Reading it took more than {SECONDS} seconds of computing and was stopped. Is it damaged, or very large?"
TOO_LARGE = f"Reading it took more than {MEMORY / 1e9:.0f} GB of memory. Is it damaged, or very large?"
STOPPED = "Reading it took too much time or memory and was stopped. Is it damaged, or very large?"
PASSING = (TOO_LONG, TOO_LARGE, STOPPED)  # reasons that may be none on another day
DIED = "Its parser crashed over it: it is damaged, or made to do harm."


class Apart:
    """Reads foreign files in a process of its own; a context, at whose end the process ends."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.n_files = 0
        self.is_closed = False
        self._inner: Apart | None = None

    def inner(self) -> Apart:
        """Another such process, for what is inside of a file that this one still reads."""
        self._inner = self._inner or Apart()
        return self._inner

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process for good, and that for what is inside."""
        self.is_closed = True
        if self._inner:
            self._inner.close()
        self.end()

    def end(self) -> None:
        """End the process, whatever it does."""
        process, self.process, self.n_files = self.process, None, 0
        if process:
            process.kill()
            process.wait()
            for pipe in (asked_of(process), answers_of(process)):
                with suppress(OSError):
                    pipe.close()

    def read(self, file: File) -> Iterator[Result]:
        """What the file gives, as it comes; where the process ends over it, what it gave before and the reason."""
        process = self._started()
        with suppress(OSError):  # it died; `_messages` will see
            send(asked_of(process), msgspec.msgpack.encode(file))
        is_whole = False
        try:
            for message in self._messages(process):
                is_whole = message == END
                if is_whole:
                    return
                yield msgspec.msgpack.decode(message[1:], type=TAGS[message[:1]])
            if not self.is_closed:
                yield Unreadable(file.source_id, how(process))
        finally:
            if not is_whole:  # it died, or who asked wants no more: what is still in the pipe is another file's
                self.end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self.is_closed:
            raise ChildProcessError("Reading was stopped.")
        if self.n_files == FILES_A_PROCESS:
            self.end()
        self.n_files += 1
        self.process = self.process or start()
        return self.process

    def _messages(self, process: subprocess.Popen[bytes]) -> Iterator[bytes]:
        """The messages of the process until it ends or says nothing for long."""
        while True:
            with clock(process):
                message = receive(answers_of(process))
            if message is None:
                return
            yield message


@contextmanager
def clock(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Kill the process where what is done meanwhile takes SECONDS_ON_THE_WALL."""
    timer = threading.Timer(SECONDS_ON_THE_WALL, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def start() -> subprocess.Popen[bytes]:
    """The process, which waits for files. Ctrl-C does not reach it: who is asked to stop ends it."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    return subprocess.Popen(
        [sys.executable, "-m", "analysis.read.child", str(SECONDS), str(MEMORY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **one_thread, "PYTHONPATH": path},
        start_new_session=True,
    )


def asked_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """The pipe into a process."""
    return cast(IO[bytes], process.stdin)


def answers_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """The pipe out of a process."""
    return cast(IO[bytes], process.stdout)


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message. Raises OSError."""
    stream.write(LENGTH.pack(len(message)) + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, None where there is none to come."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def how(process: subprocess.Popen[bytes]) -> str:
    """Why a process ended that reads no more."""
    try:
        code = process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return STOPPED
    if hasattr(signal, "SIGPROF") and -code == signal.SIGPROF:
        return TOO_LONG
    return STOPPED if hasattr(signal, "SIGKILL") and -code == signal.SIGKILL else DIED
