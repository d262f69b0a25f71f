"""What reading gives: an article, or the reason why there is none."""

from __future__ import annotations

from datetime import datetime

import msgspec

BETWEEN = "\x1f"  # parts of a cell of a table


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


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What the fields of a file of records were taken for, and which of its dates can't be read.

    `fields` has the name that the file gives each field of a report (text, title, published, ...), `unused` its other
    names. `dates` says how 03/04/2024 is read: day-first or month-first, unclear where nothing tells it, mixed where
    the file has both, empty where it has no such date.
    """

    source_id: str
    n_records: int
    fields: dict[str, str]
    unused: tuple[str, ...] = ()
    dates: str = ""
    n_unread_dates: int = 0
    unread_dates: tuple[str, ...] = ()


class Hint(msgspec.Struct, frozen=True):
    """What somebody says of the records of a file: the name of the field with the texts, and how its dates are
    written, day-first or month-first; empty where the file is to tell it."""

    text: str = ""
    dates: str = ""


class Hints(msgspec.Struct, frozen=True):
    """What somebody says of records: of those of a file, by its source_id, and of all others."""

    others: Hint = Hint()
    of_file: dict[str, Hint] = {}

    def of(self, source_id: str) -> Hint:
        """What is said of the records of a file."""
        return self.of_file.get(source_id, self.others)


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
