"""Temporary folders of a process, each locked while it is used; a later process deletes those that killed ones left."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import weakref
from functools import cache
from pathlib import Path

from analysis.folder_lock import lock

PREFIX = "dossier-scratch-"
NEW = 10.0  # seconds in which a folder may not be locked yet


class ScratchFolder:
    """A folder for temporary files, as a context manager or until nobody holds it.

    >>> with ScratchFolder("example") as folder:
    ...     list(folder.iterdir())
    []
    >>> folder.exists()
    False
    """

    def __init__(self, what: str) -> None:
        """Make it; `what` is a word of its name. Raises OSError."""
        _clear_once()
        self._folder = tempfile.TemporaryDirectory(prefix=f"{PREFIX}{what}-")
        self.path = Path(self._folder.name)
        self._unlock = weakref.finalize(self, _unlock, lock(self.path))

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self._unlock()
        self._folder.cleanup()


def clear_left() -> None:
    """Delete the folders that nobody holds any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not _is_new(folder) and (descriptor := lock(folder)) is not None:
            os.close(descriptor)
            shutil.rmtree(folder, ignore_errors=True)


def _unlock(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)


@cache
def _clear_once() -> None:
    clear_left()


def _is_new(folder: Path) -> bool:
    try:
        return time.time() - folder.stat(follow_symlinks=False).st_mtime < NEW
    except OSError:  # another process deleted it
        return True
