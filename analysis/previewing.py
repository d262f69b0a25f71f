"""A process that says what files would be read as: `python -m analysis.previewing FOLDER`.

The folder has `names.json`, the names of the files and what is said of their records, and the files themselves, called
0, 1 and so on. Each answer is a line of JSON, in the order of the names. The server asks such a process and imports no
reader itself.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from analysis.read.article import Hint, Unreadable
from analysis.read.preview import FilePreview, preview

NAMES = "names.json"
MEMORY = 2_000_000_000  # bytes that the process may ask for


def main(folder: Path) -> None:
    """Answer for every file of the folder."""
    _bound_memory()
    asked = msgspec.json.decode((folder / NAMES).read_bytes(), type=list[tuple[str, Hint]])
    for number, (name, hint) in enumerate(asked):
        sys.stdout.buffer.write(msgspec.json.encode(_answer(folder / str(number), name, hint)) + b"\n")
        sys.stdout.buffer.flush()


def _answer(path: Path, name: str, hint: Hint) -> FilePreview:
    try:
        return preview(path.read_bytes(), name, hint)
    except OSError as fault:
        return not_read(name, f"It could not be looked at: {fault.strerror}.")
    except MemoryError:
        return not_read(name, "Reading it takes too much memory. Split it.")


def not_read(name: str, reason: str) -> FilePreview:
    """What is said of a file that gives nothing."""
    return FilePreview(name=name, form="", unread=(Unreadable(name, reason),))


def _bound_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
