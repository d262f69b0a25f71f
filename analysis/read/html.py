"""A web page: its article by trafilatura, or all its words where no article can be told from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.read.article import Article, Unreadable
from analysis.read.dates import parse_date
from analysis.read.decode import NotText, decode
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.markup import text_of_markup
from analysis.read.record import too_large, web_address
from analysis.read.txt import report

if TYPE_CHECKING:
    from trafilatura.settings import Document

LONGEST_PAGE = 10_000_000  # bytes
# A shorter article is a notice beside the report as often as the report; all words of a page as short as this are few.
FEWEST_WORDS, SHORT_PAGE = 25, 400
NO_WORDS = "The page has no words: a program makes it as it is opened. Save it as PDF, or copy its text."
# Of eleven settings these were best on half of 140 news pages: F1 .966, against .953 without `favor_precision`.
SETTINGS: dict[str, Any] = {"include_comments": False, "favor_precision": True}
IN_METADATA = {"extensive_search": False, "original_date": True}  # a day in the prose is not the day of publication


def read_html(file: File) -> Iterator[Article | Unreadable]:
    """The report of a page."""
    path = Path(file.path)
    if path.stat().st_size > LONGEST_PAGE:
        yield Unreadable(file.source_id, too_large(path.stat().st_size))
    else:
        yield page(file, path.read_bytes())


def page(file: File, raw: bytes) -> Article | Unreadable:
    """The report of a page; what the page says of itself goes before what its archive says."""
    found = _extracted(raw, file.given.url)
    text = _text(found, raw)
    if not text.strip():
        return Unreadable(file.source_id, NO_WORDS)
    return report(file, text, _said(found) if found else Header())


def _extracted(raw: bytes, url: str | None) -> Document | None:
    from trafilatura import bare_extraction

    found = bare_extraction(raw, url=url, with_metadata=True, date_extraction_params=IN_METADATA, **SETTINGS)
    return None if isinstance(found, dict) else found


def _text(found: Document | None, raw: bytes) -> str:
    """The article with a blank line between paragraphs; all words of the page where that is next to nothing."""
    text = "\n\n".join(_lines(found.text or "")) if found else ""
    if len(text.split()) >= FEWEST_WORDS:
        return text
    try:
        words = text_of_markup(decode(raw))
    except NotText:
        return text
    return words if not text or len(words.split()) <= SHORT_PAGE else text


def _lines(text: str) -> Iterator[str]:
    """The paragraphs, without soft hyphens; of the row of a table its cells, parted by a tab."""
    for line in text.replace("\xad", "").split("\n"):
        is_row = line.startswith("|")
        line = "\t".join(cell for cell in map(str.strip, line.split("|")) if cell) if is_row else line.strip()
        if line and set(line) - set("-\t"):
            yield line


def _said(found: Document) -> Header:
    """What a page says of itself."""
    return Header(
        title=_title(found.title, found.sitename),
        published=parse_date(found.date or ""),
        publisher=found.sitename or found.hostname,
        author=", ".join(name.strip() for name in (found.author or "").split(";") if name.strip()) or None,
        url=web_address(found.url),
    )


def _title(title: str | None, publisher: str | None) -> str | None:
    """The title without the name of the site, which pages put before or behind.

    >>> _title("Rain in Baku | Harbour Post", "Harbour Post")
    'Rain in Baku'
    """
    for mark in (" - ", " | ", " – ", " — ", " : "):
        if title and publisher:
            title = title.removesuffix(mark + publisher).removeprefix(publisher + mark)
    return " ".join(title.split()) or None if title else None
