"""Drafts: folders in which snapshots are made, each locked by its build, so that what killed ones left can be told."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.folder_lock import lock

PREFIX = ".draft-"


@contextmanager
def draft_in(out: Path) -> Iterator[Path]:
    """A new empty folder in `out`; it is gone at the end, unless it has another name by then. Raises OSError."""
    with _locked(out):  # so that nobody takes it for an old one before it is locked
        draft = Path(tempfile.mkdtemp(prefix=PREFIX, dir=out))
        held = lock(draft)
    try:
        yield draft
    finally:
        if held is not None:
            os.close(held)
        shutil.rmtree(draft, ignore_errors=True)


def clear_drafts(out: Path) -> None:
    """Delete the drafts in `out` that killed builds left."""
    with _locked(out):
        for draft in out.glob(PREFIX + "*"):
            held = lock(draft)
            if held is not None:
                os.close(held)
                shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone among those who make and clear drafts in the folder, where it can be locked."""
    held = lock(folder, waits=True)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)
