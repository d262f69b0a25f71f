"""Locks on folders. The system releases a lock when its process ends, however it ends: what has none is left over."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def lock(folder: Path, waits: bool = False) -> int | None:
    """A descriptor that keeps the folder locked until it is closed; None where that can't be, or another has it."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except OSError:
            os.close(descriptor)
            return None
        return descriptor
    return None
