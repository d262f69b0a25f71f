"""An article from a text and what its source says about it; what the source leaves open is taken from the header."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from analysis.read.article import Article, Unreadable
from analysis.read.dates import parse_date
from analysis.read.decode import storable
from analysis.read.header import ADDRESS, Header, find_header

LONGEST_TEXT = 5_000_000  # characters: some 800,000 words, for which a build takes 2 GB; what is longer is a collection
LONGEST_LINE = 2 * LONGEST_TEXT  # characters of a line that holds a record; escapes make it longer than its text
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")
SCRIPT_SAMPLE = 20_000  # characters from which the script of a text is told


def record_article(place: str, record: Mapping[str, object]) -> Article | Unreadable:
    """The article of a record with `text` and perhaps `id`, `title`, `published`, `publisher`, `url`, `author`.

    Its source_id is its id, else its place in the inputs. Values of another kind than words are left out.
    """
    text = record.get("text")
    if not isinstance(text, str):
        return Unreadable(place, "The record has no `text`." if text is None else "Its `text` is not in words.")
    if fault := text_fault(text):
        return Unreadable(place, fault)
    given = Header(
        title=_words(record, "title"),
        published=parse_date(_words(record, "published") or ""),
        publisher=_words(record, "publisher"),
        author=_words(record, "author"),
        url=web_address(_words(record, "url")),
    )
    return article(_id(record) or place, text, given)


def _id(record: Mapping[str, object]) -> str:
    name = record.get("id")
    is_name = isinstance(name, str | int) and not isinstance(name, bool)
    return storable(str(name).strip()) if is_name else ""


def article(source_id: str, text: str, given: Header, day_of_name: datetime | None = None) -> Article:
    """The article of a text. What is given goes before its header, that before the day in the file's name."""
    text = storable(text).replace("\r\n", "\n")
    found = find_header(text)
    days = (given.published, "metadata"), (found.published, "text"), (day_of_name, "filename")
    published, published_from = next(((day, origin) for day, origin in days if day), (None, "unknown"))
    return Article(
        source_id=source_id,
        text=text,
        title=given.title or found.title,
        published=published,
        published_from=published_from,
        publisher=given.publisher or found.publisher,
        url=given.url or found.url,
        author=given.author or found.author,
        header=found.spans,
    )


def text_fault(text: str) -> str:
    """Why a text can't be read, empty where it can.

    >>> text_fault("It rained."), text_fault(" ")
    ('', 'It is empty.')
    """
    if not text.strip():
        return "It is empty."
    if len(text) > LONGEST_TEXT:
        return too_large(len(text))
    sample = text[:SCRIPT_SAMPLE]
    if not sample.isascii() and 2 * len(LATIN.findall(sample)) < len(LETTER.findall(sample)):
        return "Most of it is not in Latin script. Dossier reads English."
    return ""


def too_large(n_bytes: int) -> str:
    """What is said of a report that is too long."""
    return (
        f"It has {n_bytes / 1e6:,.0f} MB, and a report may have {LONGEST_TEXT / 1e6:,.0f} MB. "
        "Give its reports as files of their own, or as records of a .jsonl or .csv file."
    )


def web_address(words: str | None) -> str | None:
    """The words where they are an address of the web, so that a page may link to it.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return words if words and ADDRESS.match(words) else None


def _words(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    return re.sub(r"\s+", " ", storable(value)).strip() or None if isinstance(value, str) else None
