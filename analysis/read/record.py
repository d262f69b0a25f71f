"""An article from a text and what its source says about it; what the source leaves open is taken from the header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from analysis.lexicons.record_fields import compared_name, names_of_fields
from analysis.read.article import Article, Unreadable
from analysis.read.decode import storable
from analysis.read.header import ADDRESS, Header, find_header
from analysis.read.language import language_of
from analysis.read.markup import is_markup, text_of_markup
from analysis.read.values import authors_of, day_of, line_of, said

LONGEST_TEXT = 5_000_000  # characters: some 800,000 words, for which a build takes 2 GB; what is longer is a collection
LONGEST_LINE = 2 * LONGEST_TEXT  # characters of a line that holds a record; escapes make it longer than its text
LONGEST_ID = 500  # characters

NOTHING = Header()
Value = TypeVar("Value")


def record_article(
    place: str, record: Mapping[str, object], text_name: str = "", order: str = ""
) -> Article | Unreadable:
    """The article of a record: its text, and what else it has, by any of the names in `record_fields.csv`.

    Its source_id is its id, else its place in the inputs. A text in HTML is given as its words. Values of another kind
    than their field wants are left out. `text_name` is the name of the field with the text, where somebody has said
    it, and `order` how dates are written (see `parse_date`).
    """
    fields = {field: list(named.values()) for field, named in taken_for(record, text_name).items()}
    text = next((words for value in fields["text"] if (words := said(value)) and words.strip()), None)
    if text is None:
        return Unreadable(place, _no_text(record, fields["text"]))
    text = text_of_markup(text) if len(text) <= LONGEST_TEXT and is_markup(text) else text
    if fault := text_fault(text):
        return Unreadable(place, fault)
    return article(_id(fields["id"]) or place, text, _given(fields, order))


def has_text(record: Mapping[str, object]) -> bool:
    """Whether a record has a field that may be its text, whatever is in it."""
    return bool(taken_for(record)["text"])


def taken_for(record: Mapping[str, object], text_name: str = "") -> dict[str, dict[str, object]]:
    """The values that a record has for each field by their names in it, the best first; of an answer of Elasticsearch,
    of its `_source`."""
    inner = record.get("_source")
    named: dict[str, tuple[str, object]] = {}
    for name, value in (inner if isinstance(inner, dict) else record).items():
        if value is not None:
            named.setdefault(compared_name(str(name)), (str(name), value))
    found = {field: dict(named[one] for one in names if one in named) for field, names in names_of_fields().items()}
    if text_name and (chosen := named.get(compared_name(text_name))):
        found["text"] = dict([chosen])
    return found


def _given(fields: Mapping[str, list[object]], order: str) -> Header:
    """What the fields of a record say about its text; `source` may be an address or a name."""
    publishers = (line_of(value) for value in fields["publisher"])
    return Header(
        title=_first(line_of(value) for value in fields["title"]),
        published=_first(day_of(value, order=order) for value in fields["published"]),
        publisher=_first(words for words in publishers if words and not web_address(words)),
        author=_first(authors_of(value) for value in fields["author"]),
        url=_first(web_address(line_of(value)) for value in fields["url"]),
    )


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value), None)


def _no_text(record: Mapping[str, object], given: list[object]) -> str:
    """Why a record has no text."""
    if any(said(value) is not None for value in given):
        return "It is empty."
    if given:
        return "Its `text` is not in words."
    names = ", ".join(str(name)[:40] for name in list(record)[:12] if str(name).strip())
    return "The record has no `text`" + (f"; it has {names}." if set(record) - {"text"} else ".")


def _id(values: list[object]) -> str:
    names = (one for one in values if isinstance(one, str | int) and not isinstance(one, bool))
    return storable(str(next(names, "")).strip()[:LONGEST_ID])


def article(
    source_id: str, text: str, given: Header, day_of_name: datetime | None = None, later: Header = NOTHING
) -> Article:
    """The article of a text. What is given goes before its header, that before the day in the file's name.

    What is `later` counts where none of them says it. Spans that are given are noise beside those of the header.
    """
    text = storable(text).replace("\r\n", "\n")
    found = find_header(text)
    days = (
        (given.published, "metadata"),
        (found.published, "text"),
        (day_of_name, "filename"),
        (later.published, "metadata"),
    )
    published, published_from = next(((day, origin) for day, origin in days if day), (None, "unknown"))
    return Article(
        source_id=source_id,
        text=text,
        title=given.title or found.title or later.title,
        published=published,
        published_from=published_from,
        publisher=given.publisher or found.publisher or later.publisher,
        url=given.url or found.url,
        author=given.author or found.author or later.author,
        language=language_of(text),
        header=tuple(sorted({*found.spans, *given.spans})),
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
