"""Files of settings that are read again when they change, so that what they say holds without a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

Read = TypeVar("Read")
State = tuple[int, int, int]


class Reread(Generic[Read]):
    """What `read` makes of files, each read when it was written since; faults are raised each time and not kept."""

    def __init__(self, read: Callable[[Path], Read]) -> None:
        self._read = read
        self._known: dict[Path, tuple[State, Read]] = {}

    def of(self, file: Path) -> Read:
        """What the file says now. Raises OSError, and what `read` raises."""
        about = file.stat()
        state = (about.st_mtime_ns, about.st_size, about.st_ino)
        known = self._known.get(file)
        if known and known[0] == state:
            return known[1]
        found = self._read(file)
        self._known[file] = (state, found)
        return found
