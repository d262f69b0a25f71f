"""A file that is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def write_whole(to: Path, write: Callable[[Path], object]) -> None:
    """Let `write` write a draft beside the file, then put it in the place of the file. Raises OSError."""
    draft = to.with_name(f".draft-{os.getpid()}-{to.name}")
    try:
        write(draft)
        draft.replace(to)
    finally:
        draft.unlink(missing_ok=True)


def write_text(to: Path, text: str) -> None:
    """Write a text as UTF-8. Raises OSError."""
    write_whole(to, lambda path: path.write_bytes(text.encode("utf-8", "replace")))
