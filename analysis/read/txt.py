"""A .txt file: one report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.dates import date_in_path
from analysis.read.decode import NotText, decode
from analysis.read.header import Header
from analysis.read.record import LONGEST_TEXT, article, text_fault, too_large


def read_txt(path: Path, source_id: str) -> Iterator[Article | Unreadable]:
    """The report in the file. Raises OSError."""
    n_bytes = path.stat().st_size
    if n_bytes > LONGEST_TEXT:
        yield Unreadable(source_id, too_large(n_bytes))
        return
    try:
        text = decode(path.read_bytes())
    except NotText as error:
        yield Unreadable(source_id, str(error))
        return
    if fault := text_fault(text):
        yield Unreadable(source_id, fault)
    else:
        yield article(source_id, text, Header(), date_in_path(source_id.removesuffix(path.suffix)))
