"""Snapshots: a folder of Parquet files with a manifest, a search index and the tables as a database, published by one
atomic replacement.

A snapshot's name is a digest of its tables, so that the same content has the same name everywhere. `CURRENT` in the
folder of the snapshots holds the name of the published one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow.parquet import ParquetFile

from analysis.drafts import clear_drafts, draft_in
from analysis.duck import FILE as DUCK
from analysis.duck import write_duck
from analysis.index import FOLDER as INDEX
from analysis.index import can_be_read, write_index
from analysis.row_numbers import ROWS, with_row_numbers

__all__ = [
    "NoSnapshot",
    "Snapshot",
    "clear_drafts",
    "open_named",
    "open_snapshot",
    "publish",
    "publish_copy",
    "publish_files",
]

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
PREFIX = "snapshot-"
# Of a table in the order of its reports, a question about one report reads one group; more groups make files larger.
ROWS_OF_A_GROUP = 30_000
KEPT = 3  # a reader may still hold the one before; older ones only take room


class NoSnapshot(FileNotFoundError):
    """The folder holds no published snapshot."""


@dataclass(frozen=True)
class Snapshot:
    """A published snapshot, read-only."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        """Its name, a digest of its content."""
        return self.folder.name

    @property
    def made_at(self) -> datetime:
        """When it was made, in UTC. Raises OSError."""
        return datetime.fromtimestamp((self.folder / MANIFEST).stat().st_mtime, UTC)

    def table(self, name: str) -> pd.DataFrame:
        """A whole table as a frame; for tests and exports, pages ask `analysis.queries`."""
        frame = pd.read_parquet(self.path(name))
        return frame.drop(columns=[column for column in frame.columns if column in ROWS])

    def path(self, name: str) -> Path:
        """The Parquet file of a table."""
        return self.folder / f"{name}.parquet"


def open_snapshot(out: Path) -> Snapshot:
    """The published snapshot in the folder. Raises NoSnapshot."""
    try:
        return open_named(out, published_name(out))
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError) as fault:
        raise NoSnapshot(f"{out} holds no published snapshot") from fault


def published_name(out: Path) -> str:
    """The name of the published snapshot. Raises OSError, UnicodeDecodeError."""
    return (out / CURRENT).read_text(encoding="utf-8").strip()


def is_name(said: str) -> bool:
    """Whether it is a name that a snapshot may have.

    >>> is_name("snapshot-0123456789abcdef"), is_name("snapshot-../0123456789ab")
    (True, False)
    """
    digest = said.removeprefix(PREFIX)
    return len(said) == len(PREFIX) + 16 and len(digest) == 16 and set(digest) <= set("0123456789abcdef")


def open_named(out: Path, name: str) -> Snapshot:
    """The snapshot with this name in the folder. Raises NoSnapshot."""
    try:
        return Snapshot(out / name, json.loads((out / name / MANIFEST).read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise NoSnapshot(f"{out} holds no snapshot {name!r}") from fault


def make_current(out: Path, name: str) -> Snapshot:
    """Publish a snapshot that is there, in place of the one that is published. Raises NoSnapshot, OSError."""
    snapshot = open_named(out, name)
    _replace(out / CURRENT, name + "\n")
    return snapshot


def publish(out: Path, frames: Mapping[str, pd.DataFrame], settings: Mapping[str, Any]) -> Snapshot:
    """Write the frames as a snapshot and make it the published one. Raises OSError; then the old one stays."""

    def write(draft: Path) -> None:
        for name, frame in with_row_numbers(frames).items():
            frame.to_parquet(draft / f"{name}.parquet", index=False, compression="zstd", row_group_size=ROWS_OF_A_GROUP)

    return publish_files(out, write, settings)


def publish_files(out: Path, write: Callable[[Path], None], settings: Mapping[str, Any]) -> Snapshot:
    """Make what `write` puts into an empty folder, a Parquet file a table, the published snapshot.

    For tables too large to be held as frames. Raises OSError; then the old one stays.
    """

    def fill(draft: Path) -> str:
        write(draft)
        return _finish(draft, settings)

    return _publish(out, fill)


def publish_copy(snapshot: Snapshot, to: Path) -> Snapshot:
    """Publish a snapshot of another folder in this one as well, file by file. Raises OSError, also where a table of it
    is damaged; then what was published there stays."""

    def fill(draft: Path) -> str:
        shutil.copytree(snapshot.folder, draft, dirs_exist_ok=True)
        if damaged := next(
            (name for name in snapshot.manifest["digests"] if not _is_whole(draft, snapshot, name)), None
        ):
            raise OSError(f"{snapshot.path(damaged)} is damaged: build the snapshot again")
        draft.chmod(0o755)
        os.utime(draft)  # the order of snapshots in a folder is that of their publication
        return snapshot.name

    return _publish(to, fill)


def _is_whole(draft: Path, snapshot: Snapshot, table: str) -> bool:
    path = draft / f"{table}.parquet"
    return path.is_file() and _digest(path) == snapshot.manifest["digests"][table]


def _publish(out: Path, fill: Callable[[Path], str]) -> Snapshot:
    """Publish what `fill` puts into an empty folder, under the name that it gives back. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    with draft_in(out) as draft:
        name = fill(draft)
        if not (out / name).exists():
            draft.rename(out / name)
        else:
            _renew(out / name, draft)
    _replace(out / CURRENT, name + "\n")
    _prune(out, name)
    return open_snapshot(out)


def _renew(published: Path, draft: Path) -> None:
    """Give a snapshot of the same content its files anew: one may be damaged. Who reads the old ones keeps them."""
    for path in sorted(draft.iterdir()):
        if path.is_file():
            with suppress(PermissionError):  # on Windows, where a file that is read stays
                path.replace(published / path.name)
    if (draft / INDEX).exists() and not can_be_read(published / INDEX):
        shutil.rmtree(published / INDEX, ignore_errors=True)
        (draft / INDEX).rename(published / INDEX)


def _finish(draft: Path, settings: Mapping[str, Any]) -> str:
    """Add the manifest, the search index and the database to the tables in the folder; the name of the snapshot."""
    files = {path.stem: path for path in sorted(draft.glob("*.parquet"))}
    counts = {name: ParquetFile(path).metadata.num_rows for name, path in files.items()}
    digests = {name: _digest(path) for name, path in files.items()}
    text = json.dumps({"settings": dict(settings), "counts": counts, "digests": digests}, indent=1, sort_keys=True)
    (draft / MANIFEST).write_text(text + "\n", encoding="utf-8")
    with ThreadPoolExecutor(1) as beside:  # DuckDB works on its own while Python fills the index
        database = beside.submit(write_duck, draft, draft / DUCK)
        if "sentences" in files:
            write_index(draft / INDEX, pd.read_parquet(files["sentences"], columns=["kind", "text"]))
        database.result()
    draft.chmod(0o755)
    return PREFIX + blake2b((text + "\n").encode(), digest_size=8).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _prune(out: Path, published: str) -> None:
    folders = sorted(out.glob(PREFIX + "*"), key=lambda folder: folder.stat().st_mtime)
    for folder in [folder for folder in folders if folder.name != published][: -(KEPT - 1)]:
        shutil.rmtree(folder, ignore_errors=True)
