"""A backup of a folder of snapshots and of what people wrote, in one file; and such a folder made of it again.

It is a ZIP file: `snapshots/` has the files of the folder but for caches, `written/` what people wrote, a JSON file a
table, and `backup.json` the size and digest of each of them. What people wrote can go into another kind of database.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import IO, Any

import msgspec

from analysis.builds import FILE as BUILDS
from analysis.corpus import FILE as CORPUS
from analysis.corpus import INPUTS
from analysis.drafts import draft_in
from analysis.store import CURRENT, MANIFEST, PREFIX, Snapshot, make_current, open_snapshot
from analysis.user_store.copying import Copies

ABOUT = "backup.json"
FOLDER, WRITTEN = "snapshots", "written"
BESIDE = (CORPUS, BUILDS, "access.toml")  # files of the folder beside snapshots and what was added
VERSION = 1
MOST_ABOUT = 50_000_000  # bytes of the list of files
STORED = (".parquet", ".zip", ".gz", ".pdf", ".docx", ".xlsx", ".png", ".jpg")  # files that hardly become smaller
CHUNK = 1 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)  # what reading a ZIP may raise
NO_BACKUP = "{} is no backup of Dossier, or it is damaged."
CHANGED = "The folder changed while it was read, as by a build. Back it up again."


class BadBackup(OSError):
    """A file is no backup, or a damaged one; the message says what is wrong."""


class Kept(msgspec.Struct, frozen=True):
    """A file of a backup."""

    size: int
    digest: str
    changed: float  # in seconds since 1970


class About(msgspec.Struct, frozen=True):
    """What a backup has: the published snapshot, and each file by its place."""

    version: int
    published: str
    files: dict[str, Kept]


def backup(out: Path, to: Path, written: Copies | None) -> tuple[Snapshot, int]:
    """Write a backup of the folder, and of what people wrote, to a file that only its owner can read.

    The published snapshot, and how many rows people wrote. Raises NoSnapshot, OSError: then no file is written.
    """
    snapshot = open_snapshot(out)
    rows = written.everything() if written else {}
    draft = to.with_name(f".{to.name}-{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            _write(raw, out, snapshot.name, rows)
            raw.flush()
            os.fsync(raw.fileno())
        draft.replace(to)
    except FileNotFoundError as fault:
        raise BadBackup(CHANGED if out.exists() and to.parent.exists() else str(fault)) from fault
    finally:
        draft.unlink(missing_ok=True)
    return snapshot, sum(map(len, rows.values()))


def _write(raw: IO[bytes], out: Path, published: str, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    kept: dict[str, Kept] = {}
    with zipfile.ZipFile(raw, "w") as file:
        for path in _files(out):
            name = f"{FOLDER}/{path.relative_to(out).as_posix()}"
            with path.open("rb") as source:
                kept[name] = _add(file, name, source, path.stat().st_mtime)
        for table, found in rows.items():
            name = f"{WRITTEN}/{table}.json"
            content = msgspec.json.encode(found)
            file.writestr(name, content, zipfile.ZIP_DEFLATED)
            kept[name] = Kept(len(content), _digest(content), 0.0)
        file.writestr(ABOUT, msgspec.json.encode(About(VERSION, published, kept)), zipfile.ZIP_DEFLATED)


def _files(out: Path) -> Iterator[Path]:
    """The files of the folder that a backup has; no link is followed."""
    tops = [*sorted(out.glob(PREFIX + "*")), out / INPUTS]
    found = [path for top in tops if top.is_dir() for path in sorted(top.rglob("*"))]
    for path in [*found, *(out / name for name in BESIDE)]:
        if path.is_file() and not path.is_symlink():
            yield path


def _add(file: zipfile.ZipFile, name: str, source: IO[bytes], changed: float) -> Kept:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
    size, digest = 0, blake2b(digest_size=16)
    with file.open(info, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Kept(size, digest.hexdigest(), changed)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def restore(file: Path, out: Path, store: Callable[[], Copies]) -> tuple[Snapshot, int]:
    """Make the folder of a backup, and write what people wrote into a store that is empty.

    The published snapshot, and how many rows people wrote. Every file is compared with its digest before anything is
    there, and nothing in the folder is written over. Raises BadBackup, NoStore, NotKept, OSError: then nothing changes.
    """
    is_new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        with _opened(file) as (archive, about), draft_in(out) as draft:
            for name, kept in about.files.items():
                _extract(archive, name, kept, draft)
            rows, found = _rows(draft), _top(draft)
            if there := next((one.name for one in found if (out / one.name).exists()), ""):
                raise BadBackup(f"{out} has {there} already. Restore into an empty folder.")
            with _moved(found, out):
                n_rows = store().put_everything(rows)
        return make_current(out, about.published), n_rows
    finally:
        if is_new and not (out / CURRENT).exists():
            with suppress(OSError):
                out.rmdir()  # unless something else is in it


@contextmanager
def _moved(found: list[Path], out: Path) -> Iterator[None]:
    """Move these files and folders into the folder; back again where what follows raises."""
    done: list[Path] = []
    try:
        for one in found:
            one.rename(out / one.name)
            done.append(one)
        yield
    except OSError:
        for one in done:
            (out / one.name).rename(one)
        raise


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, About]]:
    """An archive and what it says of itself. Raises BadBackup, OSError."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as fault:
        raise BadBackup(NO_BACKUP.format(file.name)) from fault
    with archive:
        yield archive, _about(archive, file.name)


def _about(archive: zipfile.ZipFile, name: str) -> About:
    try:
        info = archive.getinfo(ABOUT)
        about = msgspec.json.decode(archive.read(info) if info.file_size <= MOST_ABOUT else b"", type=About)
    except (*DAMAGE, KeyError, msgspec.DecodeError) as fault:
        raise BadBackup(NO_BACKUP.format(name)) from fault
    if about.version != VERSION:
        raise BadBackup(f"{name} was written by another version of Dossier.")
    if wrong := next((one for one in about.files if not is_safe(one)), None):
        raise BadBackup(f"{name} has a file for {wrong!r}, which is outside of the folder.")
    return about


def is_safe(name: str) -> bool:
    """Whether the place of a file is one of a backup, and nowhere else.

    >>> is_safe("snapshots/snapshot-1/facts.parquet"), is_safe("snapshots/../a"), is_safe("written/a/b")
    (True, False, False)
    """
    parts = PurePosixPath(name).parts
    if "\\" in name or "\0" in name or ":" in name or ".." in parts or "/".join(parts) != name or len(parts) < 2:
        return False
    top = parts[1]
    if parts[0] == WRITTEN:
        return len(parts) == 2
    is_folder = len(parts) > 2 and (top.startswith(PREFIX) or top == INPUTS)
    return parts[0] == FOLDER and (is_folder or (len(parts) == 2 and top in BESIDE))


def _extract(archive: zipfile.ZipFile, name: str, kept: Kept, draft: Path) -> None:
    """Write a file of the backup below the draft. Raises BadBackup where it is not as it was."""
    path = draft / name
    path.parent.mkdir(parents=True, exist_ok=True)
    size, digest = 0, blake2b(digest_size=16)
    try:
        with archive.open(name) as source, path.open("wb") as target:
            while size <= kept.size and (chunk := source.read(CHUNK)):
                target.write(chunk)
                digest.update(chunk)
                size += len(chunk)
    except (*DAMAGE, KeyError) as fault:
        raise BadBackup(f"{name} in the backup is damaged.") from fault
    if (size, digest.hexdigest()) != (kept.size, kept.digest):
        raise BadBackup(f"{name} in the backup is not as it was written.")
    os.utime(path, (kept.changed, kept.changed))


def _top(draft: Path) -> list[Path]:
    """What goes into the folder; a snapshot is as old as its manifest, so that the oldest is pruned first."""
    found = list((draft / FOLDER).glob("*"))
    for one in found:
        if (one / MANIFEST).exists():
            since = (one / MANIFEST).stat().st_mtime
            os.utime(one, (since, since))
    return sorted(found)


def _rows(draft: Path) -> dict[str, list[dict[str, Any]]]:
    """What people wrote. Raises BadBackup."""
    try:
        files = sorted((draft / WRITTEN).glob("*.json"))
        return {one.stem: msgspec.json.decode(one.read_bytes(), type=list[dict[str, Any]]) for one in files}
    except msgspec.DecodeError as fault:
        raise BadBackup("What people wrote is no JSON in the backup.") from fault
