"""ZIP archives and files packed by gzip: what is inside is read as what it is."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from analysis.read.article import Member, Unreadable
from analysis.read.formats import File
from analysis.read.unpack import NoRoom, Unpacker, clean_name
from analysis.read.zips import FAULTS

ABOUT_THE_ARCHIVE = ("readme", "license", "licence", "thumbs")
OF_A_PROGRAM = "__MACOSX"
LOCKED = "It is locked with a password. Unpack it, and add what comes out."
DAMAGED = "It is damaged or not whole. Make the archive anew."
PART_DAMAGED = "It is damaged inside of the archive. Make the archive anew."
NOTHING = "There is no file in it."
CUT = "It is cut off: what stands before the cut is read."


def read_zip(file: File) -> Iterator[Member | Unreadable]:
    """The files in the archive; those of the system and those about the archive are passed over."""
    try:
        archive = ZipFile(file.path)
    except FAULTS:
        yield Unreadable(file.source_id, DAMAGED)
        return
    with archive:
        parts = [part for part in archive.infolist() if not part.is_dir() and not _is_passed_over(part.filename)]
        if not parts:
            yield Unreadable(file.source_id, NOTHING)
        unpacker = Unpacker(file)
        for part in parts:
            try:
                yield _part(file, archive, part, unpacker)
            except NoRoom as fault:
                yield Unreadable(file.source_id, str(fault))
                return


def _part(file: File, archive: ZipFile, part: ZipInfo, unpacker: Unpacker) -> Member | Unreadable:
    """One file of the archive. Raises NoRoom."""
    name = f"{file.source_id}/{clean_name(part.filename)}"
    if stat.S_ISLNK(part.external_attr >> 16):
        return Unreadable(name, "It is a link, not a file. Put the file itself into the archive.")
    if part.flag_bits & 1:
        return Unreadable(name, LOCKED)
    try:
        with archive.open(part) as stream:
            return unpacker.member(name, stream.read, packed=part.compress_size)
    except NoRoom:
        raise
    except FAULTS:
        return Unreadable(name, PART_DAMAGED)


def _is_passed_over(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return (
        OF_A_PROGRAM in path.parts or path.name.startswith(".") or path.name.split(".")[0].lower() in ABOUT_THE_ARCHIVE
    )


def read_gz(file: File) -> Iterator[Member | Unreadable]:
    """The file that is packed; of one that is cut off, what is there."""
    with Path(file.path).open("rb") as packed:
        stream = Gunzip(packed)
        try:
            yield Unpacker(file).member(file.source_id, stream.read, packed=Path(file.path).stat().st_size)
        except NoRoom as fault:
            yield Unreadable(file.source_id, str(fault))
            return
        if stream.is_cut:
            yield Unreadable(f"{file.source_id} (its end)", CUT)


class Gunzip:
    """The bytes of the members of a gzip file, one after another, until its end or the first that can't be read.

    Unlike libraries that read each member alone, it knows whether the last one ends: `is_cut`.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self.packed, self.rest, self.is_cut = packed, b"", False
        self.member = zlib.decompressobj(wbits=31)

    def read(self, n_bytes: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        while not self.is_cut:
            if self.member.eof:
                self.rest = self.member.unused_data.lstrip(b"\x00") or self.packed.read(n_bytes).lstrip(b"\x00")
                if not self.rest:
                    return b""
                self.member = zlib.decompressobj(wbits=31)
            self.rest = self.rest or self.member.unconsumed_tail or self.packed.read(n_bytes)
            if not self.rest:
                self.is_cut = True
                break
            try:
                piece = self.member.decompress(self.rest, n_bytes)
            except zlib.error:
                self.is_cut = True
                break
            self.rest = self.member.unconsumed_tail
            if piece:
                return piece
        return b""
