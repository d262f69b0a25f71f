"""The header of a text: title, day, publisher, author and address in its first lines, where they are there.

Nothing is guessed: a line counts when a key (`Source:`), a full date, an address, a byline or a known agency says what
it is, and the title when a blank line sets it off. What else stands in between ends the header, but for a full date
that has one of the first lines to itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

import msgspec

from analysis.lexicons.header_keys import load_header_keys
from analysis.lexicons.noise import kind_of_line
from analysis.read.byline import read_byline
from analysis.read.dateline import agencies, find_dateline
from analysis.read.dates import leading_date, parse_date

LINES = 15  # lines that are looked at: headers of press databases have up to a dozen
LINE = re.compile(r"\S[^\n\r]*")
TITLE_WORDS = 25
NAME_WORDS = 8
UNDATED_WORDS = 5  # a `Date:` that can't be read is still a header line when it is this short
ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)
# What may stand between a date and the report that runs on, or after the date of a line of its own.
SEPARATOR = re.compile(r"[\s|:,;.–—-]*")
SPEECH_OR_CAPITAL = re.compile(r"[\"“‘'(]?[A-Z0-9]")
LINES_BELOW = 3  # a title has a sentence among the next lines, a table has none
LONGEST_ROW, LONGEST_GAP = 70, 200
MOST_NUMBERS = 0.3  # share of the words of a title
ENDS_OF_PROSE = (".", "!", "?", '"', "”", "’", ")")
ENDS_OF_SENTENCES = (".", "!", ";", ",", ":", "…", '."', ".”", ",”")


class Header(msgspec.Struct, frozen=True):
    """What a header says, None where it says nothing, and the spans of the text that only carry it."""

    title: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


class Found(msgspec.Struct, frozen=True):
    """What a line says, the span that only carries it, and whether the report begins behind it on the same line."""

    fields: dict[str, str | datetime]
    start_char: int
    end_char: int
    runs_on: bool = False


def find_header(text: str) -> Header:
    """The header of a text.

    >>> find_header("date 2024-03-21 On Monday it rained.").spans
    ((0, 15),)
    >>> find_header("Rain In Baku\\n\\nIt rained.").title
    'Rain In Baku'
    """
    fields: dict[str, str | datetime] = {}
    spans: list[tuple[int, int]] = []
    for start_char, end_char in islice(_lines(text), LINES):
        found = _read_line(text, start_char, end_char)
        if found:
            fields = found.fields | fields
            spans.append((found.start_char, found.end_char))
        elif "title" not in fields and _is_title(text, start_char, end_char):
            fields["title"] = text[start_char:end_char]
        elif not kind_of_line(text[start_char:end_char]):
            fields = _from_dateline(text, start_char) | fields
            break
        if found and found.runs_on:
            break
    if "published" not in fields and (alone := _date_alone(text)):
        fields["published"] = alone.fields["published"]
        spans.append((alone.start_char, alone.end_char))
    return msgspec.convert({**fields, "spans": spans}, Header)


def _date_alone(text: str) -> Found | None:
    """The date that has one of the first LINES to itself, whatever stands above it; of several days none, since they
    head the parts of a chronology."""
    dated = [found for span in islice(_lines(text), LINES) if (found := _date_line(text, *span)) and not found.runs_on]
    if len({found.fields["published"] for found in dated}) != 1:
        return None
    below = text[dated[0].end_char : dated[0].end_char + LONGEST_GAP].lstrip()
    return None if below[:1].islower() else dated[0]  # of a sentence that is broken into lines


def _lines(text: str, start_char: int = 0) -> Iterator[tuple[int, int]]:
    return ((m.start(), m.start() + len(m.group().rstrip())) for m in LINE.finditer(text, start_char))


def _read_line(text: str, start_char: int, end_char: int) -> Found | None:
    return next((found for read in LINE_READERS if (found := read(text, start_char, end_char))), None)


def _key_line(text: str, start_char: int, end_char: int) -> Found | None:
    """`Source: Trend`: a key, a colon and what it says; a `Date:` that comes here can't be read."""
    keys = load_header_keys()
    match = keys.line.match(text, start_char, end_char)
    if not match:
        return None
    field, value = keys.fields[match[1].lower()], text[match.end() : end_char]
    n_words = len(value.split())
    if field == "title":
        return Found({field: value}, start_char, match.end()) if n_words <= TITLE_WORDS * 2 else None
    if field == "published":
        return Found({}, start_char, end_char) if n_words <= UNDATED_WORDS else None
    if field == "url":
        return Found({field: value}, start_char, end_char) if ADDRESS.match(value) else None
    if n_words > NAME_WORDS:
        return None
    return Found({field: value} if field else {}, start_char, end_char)


def _date_line(text: str, start_char: int, end_char: int) -> Found | None:
    """A date that has the line to itself, or that the report runs on from: `date 2024-03-21 On Monday ...`."""
    key = load_header_keys().run_in.match(text, start_char, end_char)
    dated = leading_date(text, key.end() if key else start_char)
    if not dated or dated[1] > end_char:
        return None
    day, date_end = dated
    separator = SEPARATOR.match(text, date_end, end_char)
    rest = text[separator.end() if separator else date_end : end_char]
    if not rest or (len(rest.split()) <= UNDATED_WORDS and parse_date(rest)):
        return Found({"published": day}, start_char, end_char)
    is_iso = text[date_end - 1 : date_end].isdigit() and bool(re.match(r"\d{4}", text[start_char:end_char]))
    if (key or is_iso) and text[date_end].isspace() and SPEECH_OR_CAPITAL.match(rest):
        return Found({"published": day}, start_char, date_end, runs_on=True)
    return None


def _byline(text: str, start_char: int, end_char: int) -> Found | None:
    """`By Jane Doe, Trend`: the authors, and the publisher when it is a known agency."""
    byline = read_byline(text[start_char:end_char])
    if not byline:
        return None
    return Found({name: value for name, value in msgspec.structs.asdict(byline).items() if value}, start_char, end_char)


def _address(text: str, start_char: int, end_char: int) -> Found | None:
    """An address that has the line to itself."""
    words = text[start_char:end_char]
    return Found({"url": words}, start_char, end_char) if ADDRESS.match(words) else None


def _agency(text: str, start_char: int, end_char: int) -> Found | None:
    """An agency that has the line to itself: `(Reuters)`."""
    publisher = agencies().get(text[start_char:end_char].strip("()/ "))
    return Found({"publisher": publisher}, start_char, end_char) if publisher else None


Reader = Callable[[str, int, int], Found | None]
LINE_READERS: tuple[Reader, ...] = (_date_line, _key_line, _byline, _address, _agency)


def _is_title(text: str, start_char: int, end_char: int) -> bool:
    """Whether a line is short, ends no sentence, and is set off by a blank line or by far longer lines below."""
    line = text[start_char:end_char]
    words = line.split()
    n_numbers = sum(any(c.isdigit() for c in word) for word in words)
    if len(words) > TITLE_WORDS or line.endswith(ENDS_OF_SENTENCES) or n_numbers > MOST_NUMBERS * len(words):
        return False
    below = [text[s:e] for s, e in islice(_lines(text, end_char), LINES_BELOW)]
    if not any(c.isalpha() for c in line) or kind_of_line(line) or not any(_is_prose(one) for one in below):
        return False
    gap = text[end_char : end_char + text[end_char:].find(below[0])]
    return gap.count("\n") > 1 or gap.count("\r") > 1 or len(below[0].split()) > TITLE_WORDS


def _is_prose(line: str) -> bool:
    """Whether it ends like a sentence, or is longer than the row of a table."""
    return line.endswith(ENDS_OF_PROSE) or len(line) > LONGEST_ROW


def _from_dateline(text: str, start_char: int) -> dict[str, str | datetime]:
    """The publisher and, where the year is in it, the day of a dateline."""
    dateline = find_dateline(text, start_char)
    if not dateline:
        return {}
    day = parse_date(text[dateline.start_char : dateline.end_char])
    fields: dict[str, str | datetime | None] = {"publisher": dateline.publisher, "published": day}
    return {name: value for name, value in fields.items() if value}
