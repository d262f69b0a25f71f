"""A .txt or .md file: one report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.dates import date_in_path
from analysis.read.decode import NotText, decode
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.record import LONGEST_TEXT, NOTHING, article, text_fault, too_large


def read_txt(file: File) -> Iterator[Article | Unreadable]:
    """The report in the file. Raises OSError."""
    path = Path(file.path)
    n_bytes = path.stat().st_size
    if n_bytes > LONGEST_TEXT:
        yield Unreadable(file.source_id, too_large(n_bytes))
        return
    try:
        text = decode(path.read_bytes())
    except NotText as error:
        yield Unreadable(file.source_id, str(error))
        return
    yield report(file, text)


def report(file: File, text: str, said: Header = NOTHING, later: Header = NOTHING) -> Article | Unreadable:
    """The report of a file that is one: what the file says of it goes before its first lines, `later` after all.

    `later` is what documents say of themselves, when they were made above all, which need not be when they were
    published.
    """
    if fault := text_fault(text):
        return Unreadable(file.source_id, fault)
    given = Header(
        title=said.title,
        published=said.published or file.given.published,
        publisher=said.publisher or file.given.publisher,
        author=said.author,
        url=said.url or file.given.url,
        spans=said.spans,
    )
    name = file.source_id.rpartition(".")[0] or file.source_id
    return article(file.source_id, text, given, date_in_path(name), later)
