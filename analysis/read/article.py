"""What reading gives: an article, or the reason why there is none."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Article(msgspec.Struct, frozen=True):
    """One report as it was read.

    `text` is the decoded text with `\\r\\n` as `\\n` and nothing else changed. What the source does not say is None.
    `published_from` is metadata, text, filename or unknown, `language` an ISO 639-1 code. `header` are the spans of the
    text that only carry metadata (a date line, an address) or belong to the page: noise for the analysis.
    """

    source_id: str
    text: str
    title: str | None = None
    published: datetime | None = None
    published_from: str = "unknown"
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    language: str = "en"
    header: tuple[tuple[int, int], ...] = ()


class Unreadable(msgspec.Struct, frozen=True):
    """An input that gave no article, and the reason in a sentence for its owner."""

    source_id: str
    reason: str


class Given(msgspec.Struct, frozen=True):
    """What a file is said to be by what it comes from: the web archive of a page, the mail of an attachment."""

    url: str | None = None
    published: datetime | None = None
    publisher: str | None = None


class Member(msgspec.Struct, frozen=True):
    """A file inside of another, unpacked at `path`; its `suffix` is given where its name has none."""

    path: str
    source_id: str
    suffix: str = ""
    given: Given = Given()
