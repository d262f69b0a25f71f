"""What a file would be read as, before it is added: its reports with what is known of them, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec

from analysis.read.apart import Apart
from analysis.read.article import Article, Hint, Taken, Unreadable
from analysis.read.formats import FORMATS
from analysis.read.inputs import is_passed_over
from analysis.read.kinds import kind_of
from analysis.read.nested import NO_HINT, Found, read_whole, suffix_of
from analysis.read.unpack import clean_name
from analysis.scratch import ScratchFolder

MOST_SHOWN = 200  # reports of one file
FIRST_LINES, LONGEST_LINES = 5, 600
PASSED_OVER = "Files that are hidden, and those called README or LICENSE, are passed over in a folder. Rename it."


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What one report of a file would be read as; what its source does not say is None.

    `published_from` is metadata, text, filename or unknown; of the languages, as ISO 639-1, only `en` is analysed.
    """

    source_id: str
    title: str | None
    published: datetime | None
    published_from: str
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    n_words: int
    first_lines: str


class FilePreview(msgspec.Struct, frozen=True, kw_only=True):
    """What a file would be read as: its name and form, its first reports, what of it is not read, what its
    records are taken for, if there is more."""

    name: str
    form: str
    reports: tuple[Preview, ...] = ()
    unread: tuple[Unreadable, ...] = ()
    taken: tuple[Taken, ...] = ()
    has_more: bool = False


def preview(raw: bytes, name: str, hint: Hint = NO_HINT) -> FilePreview:
    """What a file with this content and name would be read as; nothing is kept. Raises OSError where there is no room.

    >>> preview(b"Rain In Baku\\n\\nIt rained.", "a.txt").reports[0].title
    'Rain In Baku'
    """
    source_id = clean_name(name)
    with ScratchFolder("read") as folder, Apart() as apart:
        path = folder / "file"
        path.write_bytes(raw)
        kind = kind_of(path, suffix_of(source_id))
        form = FORMATS[kind].name if kind in FORMATS else ""
        taken: dict[str, Taken] = {}
        results = _without_taken(_results(path, source_id, apart, hint), taken)
        found = list(islice(results, MOST_SHOWN + 1))
    reports = tuple(_of(one) for one in found[:MOST_SHOWN] if isinstance(one, Article))
    unread = tuple(one for one in found[:MOST_SHOWN] if isinstance(one, Unreadable))
    return FilePreview(
        name=source_id,
        form=form,
        reports=reports,
        unread=unread,
        taken=tuple(taken.values()),
        has_more=len(found) > MOST_SHOWN,
    )


def _without_taken(found: Iterator[Found], taken: dict[str, Taken]) -> Iterator[Article | Unreadable]:
    """The reports and what is none; what records are taken for is put aside."""
    for one in found:
        if isinstance(one, Taken):
            taken[one.source_id] = one
        else:
            yield one


def _results(path: Path, source_id: str, apart: Apart, hint: Hint) -> Iterator[Found]:
    if is_passed_over(source_id.rpartition("/")[2]):
        yield Unreadable(source_id, PASSED_OVER)
    elif not path.stat().st_size:
        yield Unreadable(source_id, "It is empty.")
    else:
        yield from read_whole(path, source_id, apart, hint)


def _of(article: Article) -> Preview:
    lines = (line.strip() for line in article.text.splitlines())
    return Preview(
        source_id=article.source_id,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        language=article.language,
        n_words=len(article.text.split()),
        first_lines="\n".join(islice((line for line in lines if line), FIRST_LINES))[:LONGEST_LINES],
    )
