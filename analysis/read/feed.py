"""An RSS or Atom feed: each entry with text is a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from time import struct_time
from typing import Any

from analysis.read.article import Article, Unreadable
from analysis.read.dates import YEARS, parse_date
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.markup import is_markup, text_of_markup
from analysis.read.record import article, text_fault, too_large, web_address

LONGEST_FEED = 100_000_000  # bytes
DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*\[.*?\]\s*>", re.DOTALL)
NO_ENTRY = "The feed has no entry. Save it while it shows its reports, or save the pages themselves."
NO_TEXT = "The entry has no text, only a link. Save the page itself."
NO_FEED = "It is damaged: no feed can be made out in it."


def read_feed(file: File) -> Iterator[Article | Unreadable]:
    """The reports in the feed, entry by entry."""
    import feedparser

    path = Path(file.path)
    if path.stat().st_size > LONGEST_FEED:
        yield Unreadable(file.source_id, too_large(path.stat().st_size))
        return
    # Given bytes: what looks like an address or a path would be opened. Entities of its own are taken out unread.
    found = feedparser.parse(DOCTYPE.sub(b"", path.read_bytes()))
    if not found.entries:
        yield Unreadable(file.source_id, NO_ENTRY if found.version else NO_FEED)
    publisher = _words(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        yield _report(f"{file.source_id}:{number}", entry, publisher)


def _report(place: str, entry: Any, publisher: str | None) -> Article | Unreadable:
    text = _text(entry)
    if fault := text_fault(text):
        return Unreadable(place, fault if text.strip() else NO_TEXT)
    given = Header(
        title=_words(entry.get("title")),
        published=_day(entry),
        publisher=_words((entry.get("source") or {}).get("title")) or publisher,
        author=_words(entry.get("author")),
        url=web_address(entry.get("link")),
    )
    return article(place, text, given)


def _text(entry: Any) -> str:
    """The longest of an entry's contents, else its summary; its title where it has nothing else."""
    contents = [one.get("value") or "" for one in entry.get("content") or ()]
    text = max([*contents, entry.get("summary") or ""], key=len) or entry.get("title") or ""
    return text_of_markup(text) if is_markup(text) else text.strip()


def _day(entry: Any) -> datetime | None:
    """The day as the entry writes it, in no other zone; what feedparser makes of odd ones."""
    for name in ("published", "updated", "created"):
        if day := parse_date(entry.get(name) or ""):
            return day
        parsed = entry.get(f"{name}_parsed")
        if isinstance(parsed, struct_time) and parsed.tm_year in YEARS:
            return datetime(*parsed[:5])
    return None


def _words(value: object) -> str | None:
    return " ".join(text_of_markup(value).split()) or None if isinstance(value, str) else None
