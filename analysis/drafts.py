"""Drafts: the folders in which snapshots are made, each locked by its build, so that what killed ones left can be told.

The system lets go of a lock when a process ends, however it ends.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PREFIX = ".draft-"


@contextmanager
def draft_in(out: Path) -> Iterator[Path]:
    """A new empty folder in `out`; it is gone at the end, unless it has another name by then. Raises OSError."""
    with _locked(out):  # so that nobody takes it for an old one before it is locked
        draft = Path(tempfile.mkdtemp(prefix=PREFIX, dir=out))
        lock = _lock(draft)
    try:
        yield draft
    finally:
        if lock is not None:
            os.close(lock)
        shutil.rmtree(draft, ignore_errors=True)


def clear_drafts(out: Path) -> None:
    """Delete the drafts in `out` that killed builds left."""
    with _locked(out):
        for draft in out.glob(PREFIX + "*"):
            lock = _lock(draft)
            if lock is not None:
                os.close(lock)
                shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone among those who make and clear drafts in the folder, where it can be locked."""
    lock = _lock(folder, waits=True)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock(folder: Path, waits: bool = False) -> int | None:
    """A descriptor that keeps the folder locked until it is closed; None where that can't be, or another has it."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except OSError:
            os.close(descriptor)
            return None
        return descriptor
    return None
