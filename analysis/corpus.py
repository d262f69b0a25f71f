"""Of what a folder of snapshots is built: the inputs of the last build, and what was added on a page.

The inputs are kept so that a build can be repeated without naming them again. What is added is a file of its own in
`OUT/inputs/added`; a folder of the user is only ever read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

import msgspec

from analysis.read.article import Hint
from analysis.read.inputs import top_of

FILE = "corpus.json"
INPUTS, ADDED, HINTS = "inputs", "added", ".hints.json"
LONGEST_NAME = 120  # bytes of the name of an added file; 255 is what file systems take


class Corpus(msgspec.Struct, frozen=True):
    """What a build was given: absolute paths, the spaCy model and the theme file, empty for Dossier's own."""

    inputs: tuple[str, ...]
    model: str
    themes: str = ""
    hint: Hint = Hint()  # what is said of all records


def keep_corpus(out: Path, corpus: Corpus) -> None:
    """Keep what the build of this folder is given. Raises OSError."""
    write_whole(out / FILE, msgspec.json.format(msgspec.json.encode(corpus)))


def kept_corpus(out: Path) -> Corpus | None:
    """What the last build of this folder was given; None where no build has said it. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return msgspec.json.decode((out / FILE).read_bytes(), type=Corpus)
    return None


def inputs_folder(out: Path) -> Path:
    """The folder of what was added; a report in it has a source_id that begins with `added/`."""
    return out / INPUTS


def add_file(out: Path, name: str, raw: bytes) -> tuple[str, bool]:
    """Keep a file where the next build reads it; its source_id, and whether it was not there before. Raises OSError.

    It has its name, with a number where another file has that one; the same file is kept once. It is on the disk whole,
    or not at all.
    """
    folder = inputs_folder(out) / ADDED
    folder.mkdir(parents=True, exist_ok=True)
    for path in (folder / one for one in numbered(file_name(name))):
        if not path.exists():
            write_whole(path, raw)
            return f"{ADDED}/{path.name}", True
        if path.read_bytes() == raw:
            return f"{ADDED}/{path.name}", False
    raise AssertionError("numbers do not end")


def keep_hints(out: Path, hints: Mapping[str, Hint]) -> None:
    """Keep what is said of the records of files, by source_id, in place of what was; an empty hint goes.

    Raises OSError.
    """
    known = kept_hints(out)
    every = {name: hint for name, hint in (known | dict(hints)).items() if hint != Hint()}
    if every == known:
        return
    inputs_folder(out).mkdir(parents=True, exist_ok=True)
    write_whole(inputs_folder(out) / HINTS, msgspec.json.format(msgspec.json.encode(every)))


def kept_hints(out: Path) -> dict[str, Hint]:
    """What is said of the records of files, by source_id. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return msgspec.json.decode((inputs_folder(out) / HINTS).read_bytes(), type=dict[str, Hint])
    return {}


def file_of(out: Path, source_id: str) -> Path | None:
    """The file that a report was read from: of one inside an archive, the archive. Only files of the inputs, and none
    that a build would pass over.

    A record may have an id that looks like a path, so what it leads to is looked at.
    """
    corpus = kept_corpus(out)
    given = [Path(one) for one in corpus.inputs] if corpus else []
    tops = [(top_of(given), given), (str(inputs_folder(out).resolve()), [inputs_folder(out)])]
    for top, inputs in tops:
        path = Path(top, source_id)
        for one in (path, *path.parents):
            if one.is_file():
                return one if any(_is_in(one, each) for each in inputs) else None
    return None


def _is_in(path: Path, given: Path) -> bool:
    """Whether a file is the one that was given, or in the folder that was, and not hidden there."""
    real, top = path.resolve(), given.resolve()
    if real == top:
        return True
    return real.is_relative_to(top) and not any(part.startswith(".") for part in real.relative_to(top).parts)


def file_name(name: str) -> str:
    r"""A name for a file on the disk, made of the name that a browser gave: no folders, nothing hidden, not too long.

    >>> file_name("../../etc/passwd"), file_name(".env"), file_name("a\x00b\n.txt"), file_name("")
    ('passwd', 'env', 'a_b_.txt', 'unnamed')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(one if one.isprintable() and one not in '<>:"|?*' else "_" for one in last).strip(" .") or "unnamed"
    stem, dot, ending = plain.rpartition(".")
    ending = dot + ending if stem and len(ending) < 10 else ""
    stem = plain.removesuffix(ending) if ending else plain
    return cut_bytes(stem, LONGEST_NAME - len(ending.encode())) + ending


def cut_bytes(words: str, most: int) -> str:
    """The words, cut to so many bytes of UTF-8.

    >>> cut_bytes("äöü", 5)
    'äö'
    """
    return words.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")


def numbered(name: str) -> Iterator[str]:
    """The name, then the same with 2, 3 and so on before its ending.

    >>> names = numbered("a.txt")
    >>> next(names), next(names)
    ('a.txt', 'a (2).txt')
    """
    path = Path(name)
    yield name
    yield from (f"{path.stem} ({number}){path.suffix}" for number in count(2))


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file in one step: whoever looks sees the old one, or all of the new one. Raises OSError."""
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
