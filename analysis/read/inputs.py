"""Every article of the inputs, file by file, in the order of their paths."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from analysis.read.apart import PASSING, Apart
from analysis.read.article import Hints, Unreadable
from analysis.read.decode import storable
from analysis.read.lanes import in_lanes
from analysis.read.nested import Found, is_foreign, read_whole

NO_HINTS = Hints()
MAY_NOT_OPEN = "Dossier may not open it: see who may read it."
ABOUT_THE_FOLDER = ("readme", "license", "licence")


class Input(msgspec.Struct, frozen=True):
    """A file of the inputs: its path, what it is called, and the folder or file that was given."""

    path: Path
    source_id: str
    given: Path


class Kept(Protocol):
    """What foreign files held before, by key; see `analysis.cache.FileCache`."""

    def key(self, path: Path, source_id: str) -> bytes:
        """The key of a file."""

    def get(self, key: bytes) -> Sequence[Found] | None:
        """What the file held, None where that is not known."""

    def put(self, key: bytes, found: Sequence[Found]) -> None:
        """Keep what the file held."""


def read_inputs(
    inputs: Sequence[Path],
    workers: int = 1,
    opened: Callable[[int, int], None] = lambda done, total: None,
    kept: Kept | None = None,
    hints: Hints = NO_HINTS,
) -> Iterator[Found]:
    """The articles of folders and files, what could not be read, and what records were taken for, sorted by path.

    `source_id` is the path below the given folder; with several inputs, below the folder that they share. Hidden files
    and folders, README and LICENSE files and Dossier's own snapshots are passed over. So many files are read at once;
    the order is the same. `opened` is called with how many files were, and their number.
    What is `kept` of a foreign file is not read again.
    """
    files = list(_inputs(inputs))
    return in_lanes(files, partial(_read, kept=kept, hints=hints), workers, lambda done: opened(done, len(files)))


def _inputs(inputs: Sequence[Path]) -> Iterator[Input | Unreadable]:
    """The files, none twice, and the folders that can't be opened."""
    top = top_of(inputs)
    seen: set[Path] = set()
    for given in inputs:
        paths, closed = files_below(given) if given.is_dir() else ([given], [])
        yield from (Unreadable(_source_id(folder, top), MAY_NOT_OPEN) for folder in closed)
        for path in paths:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield Input(path, _source_id(path, top), given)


def _read(one: Input | Unreadable, apart: Apart, kept: Kept | None, hints: Hints) -> Iterable[Found]:
    return (one,) if isinstance(one, Unreadable) else read_file(one, apart, kept, hints)


def read_file(one: Input, apart: Apart, kept: Kept | None = None, hints: Hints = NO_HINTS) -> Iterator[Found]:
    """The articles of one file below a given folder."""
    try:
        fault = _fault(one.path, one.given)
        if fault:
            yield Unreadable(one.source_id, fault)
        else:
            yield from _kept_or_read(one, apart, kept, hints)
    except PermissionError:
        yield Unreadable(one.source_id, MAY_NOT_OPEN)
    except OSError as error:
        yield Unreadable(one.source_id, f"It could not be opened: {error.strerror}.")


def _kept_or_read(one: Input, apart: Apart, kept: Kept | None, hints: Hints) -> Iterable[Found]:
    """What a file held before or holds now; what was stopped is tried again. Raises OSError."""
    hint = hints.of(one.source_id)
    if kept is None or not is_foreign(one.path, one.source_id):
        return read_whole(one.path, one.source_id, apart, hint)
    key = kept.key(one.path, f"{one.source_id}\x1f{hint.text}\x1f{hint.dates}")
    found = kept.get(key)
    if found is None:
        found = list(read_whole(one.path, one.source_id, apart, hint))
        if not any(isinstance(result, Unreadable) and result.reason in PASSING for result in found):
            kept.put(key, found)
    return found


def _source_id(path: Path, top: str) -> str:
    return storable(os.path.relpath(os.path.abspath(path), top))


def top_of(inputs: Sequence[Path]) -> str:
    """The folder from which paths are told: the given one, else the one that all inputs share."""
    if len(inputs) == 1:
        return os.path.abspath(inputs[0] if inputs[0].is_dir() else inputs[0].parent)
    return os.path.commonpath([os.path.abspath(given.parent) for given in inputs]) if inputs else ""


def files_below(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files below a folder, sorted, without what is passed over, and the folders that can't be opened.

    Links to other folders are not followed.
    """
    found: list[Path] = []
    closed: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".") and not _holds_snapshots(Path(parent, name))]
        found += [Path(parent, name) for name in names if not is_passed_over(name)]
    return sorted(found), sorted(closed)


def is_passed_over(name: str) -> bool:
    """Whether a file is hidden, or tells of the folder that it is in."""
    return name.startswith(".") or name.split(".")[0].lower() in ABOUT_THE_FOLDER


def _holds_snapshots(folder: Path) -> bool:
    return (folder / "CURRENT").is_file() and any(folder.glob("snapshot-*"))


def _fault(path: Path, given: Path) -> str:
    """Why a file is not read, empty when it is. Raises OSError."""
    if path.is_symlink() and not path.exists():
        return "It is a link to a file that is not there."
    if not path.exists():
        return "There is no such file or folder."
    if path != given and not path.resolve().is_relative_to(given.resolve()):
        return "It is a link to a file outside the folder. Copy the file into the folder."
    if not stat.S_ISREG(path.stat().st_mode):
        return "It is no regular file."
    return "It is empty." if not path.stat().st_size else ""
