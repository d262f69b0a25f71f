"""What dropped or pasted files would be read as, found in a subprocess."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from analysis.previewing import NAMES, not_read
from analysis.read.article import Hint
from analysis.read.preview import FilePreview
from analysis.scratch import ScratchFolder
from pages.parts.documents.rebuild import ROOT

SECONDS = 300  # for all files together
STOPPED = "Looking at it took too much time or memory and was stopped. Add fewer or smaller files at once."
NO_ROOM = "It could not be looked at: {}."
MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h1)\b", re.I | re.S
)


NO_HINT = Hint()


class Given(NamedTuple):
    """A file as it was given: its name and its bytes, and what is said of the records in it."""

    name: str
    raw: bytes
    hint: Hint = NO_HINT


def pasted(words: str) -> Given:
    """What was pasted as a file: of HTML, a page; else a text.

    >>> pasted("<!DOCTYPE html><html>").name[-5:], pasted("Rain in Baku").name[-4:]
    ('.html', '.txt')
    """
    raw = words.encode("utf-8", "replace")
    ending = "html" if MARKUP.match(words) else "txt"
    return Given(f"pasted {blake2b(raw, digest_size=4).hexdigest()}.{ending}", raw)


def look_at(files: Sequence[Given]) -> list[FilePreview]:
    """What each of the files would be read as."""
    try:
        with ScratchFolder("look") as folder:
            for number, file in enumerate(files):
                (folder / str(number)).write_bytes(file.raw)
            (folder / NAMES).write_bytes(msgspec.json.encode([(file.name, file.hint) for file in files]))
            said = _answers(folder)
    except OSError as fault:
        return [not_read(file.name, NO_ROOM.format(fault.strerror or fault)) for file in files]
    found = [one for line in said.splitlines() if (one := _read(line))]
    return [*found, *(not_read(file.name, STOPPED) for file in files[len(found) :])]


def _answers(folder: Path) -> bytes:
    """What the process says, as far as it comes."""
    command = [sys.executable, "-m", "analysis.previewing", str(folder)]
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        return late.stdout or b""
    return done.stdout


def _read(line: bytes) -> FilePreview | None:
    try:
        return msgspec.json.decode(line, type=FilePreview)
    except msgspec.DecodeError:  # cut short
        return None
