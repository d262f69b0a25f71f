"""Files inside of files: each is written into a folder for the time, counted, and never under a name of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO

from analysis.read.article import Given, Member
from analysis.read.decode import storable
from analysis.read.formats import File

NOTHING_GIVEN = Given()
PIECE = 1 << 20  # bytes
LONGEST_MEMBER = 2_000_000_000  # bytes
# Text packs to a twentieth, records to a fiftieth at best; what packs far better is made to fill the disk.
BOMB, BOMB_RATIO = 100_000_000, 200
LONGEST_NAME = 300  # characters
TOO_MANY = "There are too many files in it. What comes after them is not read: unpack it."
TOO_MUCH = "It unpacks to more than {:,.0f} GB. What comes after that is not read: unpack it."
IS_BOMB = "It is packed so tightly that it holds hardly anything but repetition: it is made to fill the disk."


class NoRoom(ValueError):
    """More than may be unpacked; the message says it in a sentence."""


class Unpacker:
    """Writes what is inside of a file, as long as there is room."""

    def __init__(self, file: File) -> None:
        self.file, self.n_files, self.n_bytes = file, 0, 0

    def member(
        self,
        source_id: str,
        read: Callable[[int], bytes],
        *,
        packed: int = 0,
        suffix: str = "",
        given: Given = NOTHING_GIVEN,
    ) -> Member:
        """A file that `read` gives piece by piece, which is packed in so many bytes. Raises NoRoom."""
        self.n_files += 1
        if self.n_files > self.file.room.n_files:
            raise NoRoom(TOO_MANY)
        with tempfile.NamedTemporaryFile(dir=self.file.folder, delete=False) as target:
            try:
                self._copy(read, target, packed)
            except BaseException:
                Path(target.name).unlink(missing_ok=True)
                raise
        return Member(target.name, source_id, suffix, given)

    def _copy(self, read: Callable[[int], bytes], target: IO[bytes], packed: int) -> None:
        n_bytes = 0
        while piece := read(PIECE):
            n_bytes += len(piece)
            self.n_bytes += len(piece)
            if packed and n_bytes > BOMB and n_bytes > BOMB_RATIO * packed:
                raise NoRoom(IS_BOMB)
            if n_bytes > LONGEST_MEMBER or self.n_bytes > self.file.room.n_bytes:
                raise NoRoom(TOO_MUCH.format(min(LONGEST_MEMBER, self.file.room.n_bytes) / 1e9))
            target.write(piece)


def clean_name(name: str) -> str:
    """The name of a file inside of another as a path below it, without what leads out of it.

    >>> clean_name("../../etc/passwd"), clean_name("C:\\\\\\\\mail\\\\\\\\a.txt"), clean_name("/")
    ('etc/passwd', 'mail/a.txt', 'unnamed')
    """
    parts = PurePosixPath(storable(name).replace("\\", "/").replace("\x00", "")).parts
    kept = [part for part in parts if part not in ("/", "//", "..", ".") and not part.endswith(":")]
    return "/".join(kept)[-LONGEST_NAME:] or "unnamed"
