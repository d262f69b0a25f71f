"""An RTF document: its text by striprtf, its title, author and day from its `info` group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.dates import parse_date
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.record import too_large
from analysis.read.txt import report

LONGEST_FILE = 50_000_000  # bytes: pictures are written in letters
NO_TEXT = "No text was found in it. Open it and save it as .docx."
INFO = re.compile(r"\{\\(title|author)\s+([^{}\\]{1,500})\}")
CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def read_rtf(file: File) -> Iterator[Article | Unreadable]:
    """The report in the file."""
    from striprtf.striprtf import rtf_to_text

    plain: Callable[..., str] = rtf_to_text  # it has no types of its own
    path = Path(file.path)
    if path.stat().st_size > LONGEST_FILE:
        yield Unreadable(file.source_id, too_large(path.stat().st_size))
        return
    source = path.read_bytes().decode("latin-1")
    text = _paragraphs(plain(source, errors="replace"))
    yield report(file, text, later=_said(source)) if text.strip() else Unreadable(file.source_id, NO_TEXT)


def _paragraphs(text: str) -> str:
    """The text with a blank line between paragraphs, where each has a line of its own."""
    return "\n\n".join(line.strip() for line in re.sub("[\x00\xad]", "", text).split("\n") if line.strip())


def _said(source: str) -> Header:
    said, day = dict(INFO.findall(source[:200_000])), CREATED.search(source, 0, 200_000)
    return Header(
        title=" ".join(said.get("title", "").split()) or None,
        author=" ".join(said.get("author", "").split()) or None,
        published=parse_date(f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}") if day else None,
    )
