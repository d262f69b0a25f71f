"""When the inputs of a build change: told by listing them again and again.

Listing notices what watching by the system's events and comparing time stamps miss: folders on network drives, and a
file that is moved in with an old time stamp.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from analysis.read.inputs import files_below

SECONDS = 2.0  # between two lists; a file that is still being copied changes from one to the next
Listing = frozenset[tuple[str, int, int, int, int]]


def changed(look: Callable[[], Listing], known: Listing, seconds: float = SECONDS) -> Iterator[Listing]:
    """The lists that differ from the one before, each once nothing has changed between two looks.

    It goes on until nobody asks any more.
    """
    before = known
    while True:
        time.sleep(seconds)
        now = look()
        if now == before and now != known:
            known = now
            yield now
        before = now


def listing(inputs: Sequence[Path]) -> Listing:
    """Every file of the inputs with what tells it from another one of its name: size, times, place on the disk."""
    paths = (path for given in inputs for path in (files_below(given)[0] if given.is_dir() else [given]))
    return frozenset(one for path in paths for one in _entry(path))


def _entry(path: Path) -> Iterator[tuple[str, int, int, int, int]]:
    with suppress(OSError):  # it went between the list and the look
        found = os.stat(path)
        yield str(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
