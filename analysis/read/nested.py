"""A file and all that is inside of it: mails in mailboxes, attachments in mails, files in archives, archives in those.

What is inside is unpacked one by one into a folder for the time, read and removed, while the process that unpacks goes
on; so each file inside that takes its process with it costs only itself. How much is unpacked is counted for the file
as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from analysis.read.apart import DIED, Apart
from analysis.read.article import Article, Hint, Member, Taken, Unreadable
from analysis.read.formats import FORGIVING, FORMATS, File, Result, Room, reader_of, why_not
from analysis.read.kinds import kind_of
from analysis.scratch import ScratchFolder

Found = Article | Unreadable | Taken
NO_HINT = Hint()
MOST_FILES = 100_000
MOST_BYTES = 4_000_000_000
MOST_LEVELS = 4  # a mailbox in an archive whose mails have archives of documents
TOO_DEEP = f"It lies more than {MOST_LEVELS} archives deep, which is not opened. Unpack it."


class Unpacked:
    """What was unpacked from one file of the inputs so far, the folder for it, and what is said of its records."""

    def __init__(self, folder: str, hint: Hint) -> None:
        self.folder, self.hint, self.n_files, self.n_bytes = folder, hint, 0, 0

    def count(self, member: Member) -> None:
        """Count a file."""
        self.n_files += 1
        self.n_bytes += Path(member.path).stat().st_size

    def room(self, level: int) -> Room:
        """What may still be unpacked at this level."""
        return Room(MOST_FILES - self.n_files, MOST_BYTES - self.n_bytes, MOST_LEVELS - level)


def read_whole(path: Path, source_id: str, apart: Apart, hint: Hint = NO_HINT) -> Iterator[Found]:
    """The articles of a file and of all files inside of it, to whose records the hint applies. Raises OSError."""
    with ScratchFolder("read") as folder:
        yield from _read(Member(str(path), source_id), Unpacked(str(folder), hint), apart)


def _read(member: Member, unpacked: Unpacked, apart: Apart, level: int = 0) -> Iterator[Found]:
    kind = kind_of(Path(member.path), member.suffix or suffix_of(member.source_id))
    form = FORMATS.get(kind)
    if not form:
        yield Unreadable(member.source_id, why_not(kind, member.path))
        return
    file = File(
        path=member.path,
        source_id=member.source_id,
        kind=kind,
        given=member.given,
        hint=unpacked.hint,
        folder=unpacked.folder,
        room=unpacked.room(level),
    )
    for one in _results(file, apart) if form.is_foreign else reader_of(kind)(file):
        if isinstance(one, Member):
            yield from _inside(one, unpacked, apart, level + 1)
        elif one is not None:
            yield one


def _results(file: File, apart: Apart) -> Iterator[Result]:
    """What a foreign file gives; where its parser crashes over it, what a more forgiving one gives."""
    for one in apart.read(file):
        if isinstance(one, Unreadable) and one.reason == DIED and file.kind in FORGIVING:
            yield from apart.read(msgspec.structs.replace(file, kind=FORGIVING[file.kind]))
        else:
            yield one


def _inside(member: Member, unpacked: Unpacked, apart: Apart, level: int) -> Iterator[Found]:
    path = Path(member.path)
    try:
        unpacked.count(member)
        if level > MOST_LEVELS:
            yield Unreadable(member.source_id, TOO_DEEP)
        elif not path.stat().st_size:
            yield Unreadable(member.source_id, "It is empty.")
        else:
            yield from _read(member, unpacked, apart.inner(), level)
    finally:
        path.unlink(missing_ok=True)


def is_foreign(path: Path, source_id: str) -> bool:
    """Whether a file is of a foreign format. Raises OSError."""
    form = FORMATS.get(kind_of(path, suffix_of(source_id)))
    return bool(form and form.is_foreign)


def suffix_of(source_id: str) -> str:
    """The ending of a name in small letters, that of what is packed where it is packed by gzip.

    >>> suffix_of("a/b.JSONL.gz"), suffix_of("a/b")
    ('.jsonl', '')
    """
    name = PurePosixPath(source_id.lower())
    return name.with_suffix("").suffix or name.suffix if name.suffix == ".gz" else name.suffix
