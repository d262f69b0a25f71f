"""How many builds of a folder ended how, kept beside its snapshots for those who watch the server."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from analysis.corpus import write_whole

FILE = "builds.json"
NEW, SAME, FAILED = "new", "same", "failed"


class Builds(msgspec.Struct, frozen=True):
    """Builds by how they ended: with a new snapshot, with the one that was there, or without one."""

    ended: Mapping[str, int] = msgspec.field(default_factory=lambda: {NEW: 0, SAME: 0, FAILED: 0})
    last_seconds: float = 0.0
    last_ended: float = 0.0  # in seconds since 1970


def builds_of(out: Path) -> Builds:
    """The builds of a folder; none where nothing, or nothing that can be read, says so."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode((out / FILE).read_bytes(), type=Builds)
    return Builds()


def note_build(out: Path, outcome: str, seconds: float) -> None:
    """Count a build that has ended; one that cannot be written down is not counted."""
    known = builds_of(out).ended
    ended = {**known, outcome: known.get(outcome, 0) + 1}
    with suppress(OSError):
        if out.is_dir():
            write_whole(out / FILE, msgspec.json.encode(Builds(ended, round(seconds, 3), time.time())))
