"""A .json file: an array of records, one record, records after each other, or an object that holds an array of them.

An array is read record by record, so that its size is no matter. What is no JSON any more ends the reading: where the
next record begins can't be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.decode import NotText, mended, open_text
from analysis.read.formats import File
from analysis.read.record import LONGEST_TEXT, has_text, too_large
from analysis.read.records import Record, read_records

LONGEST_VALUE = 10 * LONGEST_TEXT  # characters of a record, or of an object around all records
PIECE = 1 << 16  # characters read at once; doubled while a value is not whole
BLANK = re.compile("[\ufeff \t\r\n\x1e]*")  # white space, and the marks that begin files and records of JSON
DEEPEST = 4  # objects around the array of records
NO_RECORD = "It is not a record: a record stands in braces, with its `text`."
OUT_OF_MEASURE = "Its JSON holds a number or a nesting out of all measure."


class NoJson(ValueError):
    """Text that is no JSON; the message says where, in a sentence."""


class Values:
    """The values of JSON that stand after each other or in one array, one at a time."""

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.buffer, self.place, self.is_over = stream, "", 0, False
        self.decoder = json.JSONDecoder()

    def __iter__(self) -> Iterator[object]:
        """The values. Raises NoJson where the text is none."""
        is_array = self._next_sign() == "["
        self.place += is_array
        while (sign := self._next_sign()) and not (is_array and sign == "]"):
            if sign == ",":
                self.place += 1
            else:
                yield self._value()
        if is_array and not sign:
            raise NoJson("It is cut off: its array has no end.")

    def _next_sign(self) -> str:
        """The next character that is no white space, at `place`; empty at the end."""
        while True:
            self.place = BLANK.match(self.buffer, self.place).end()  # type: ignore[union-attr]  # it matches nothing too
            if self.place < len(self.buffer) or not self._read_on():
                return self.buffer[self.place : self.place + 1]

    def _value(self) -> object:
        while True:
            try:
                value, self.place = self.decoder.raw_decode(self.buffer, self.place)
            except json.JSONDecodeError as fault:
                if len(self.buffer) - self.place > LONGEST_VALUE:
                    raise NoJson(too_large(len(self.buffer) - self.place)) from fault
                if not self._read_on():
                    raise NoJson(self._fault(fault)) from fault
            except (ValueError, RecursionError) as fault:
                raise NoJson(OUT_OF_MEASURE) from fault
            else:
                return value

    def _read_on(self) -> bool:
        """Read as much again as there is, what is done with forgotten; whether there was more."""
        rest = self.buffer[self.place :]
        piece = "" if self.is_over else self.stream.read(max(PIECE, len(rest)))
        self.is_over = not piece
        if piece:
            self.buffer, self.place = rest + mended(piece), 0
        return bool(piece)

    def _fault(self, fault: json.JSONDecodeError) -> str:
        if fault.pos >= len(self.buffer.rstrip()) or fault.msg.startswith("Unterminated"):
            return "It is cut off: its JSON ends too early."
        near = " ".join(self.buffer[max(self.place, fault.pos - 20) : fault.pos + 20].split())
        return f"It is not valid JSON near `{near}`: {fault.msg}."


def read_json(file: File) -> Iterator[Article | Unreadable | Taken]:
    """The reports in the file; what can't be read is `<source_id>:<number>`, its number in the file. Raises OSError."""
    try:
        open_text(Path(file.path)).close()
    except NotText as fault:
        yield Unreadable(file.source_id, str(fault))
        return
    yield from read_records(file, partial(_records, file))


def _records(file: File) -> Iterator[Record | Unreadable]:
    with open_text(Path(file.path)) as stream:
        yield from records_of(Values(stream), file.source_id)


def records_of(values: Values, source_id: str) -> Iterator[Record | Unreadable]:
    """The records among the values."""
    number = 0
    try:
        for value in values:
            for record in records_in(value):
                number += 1
                place = f"{source_id}:{number}"
                yield Record(place, record) if isinstance(record, dict) else Unreadable(place, NO_RECORD)
    except NoJson as fault:
        before = f" What stands before it was read: {number:,}." if number else ""
        yield Unreadable(f"{source_id}:{number + 1}" if number else source_id, f"{fault}{before}")
        return
    if not number:
        yield Unreadable(source_id, "It holds no record.")


def records_in(value: object) -> list[object]:
    """The records of a value: itself, or the longest array of objects inside of it where it has no text of its own.

    >>> records_in({"status": "ok", "articles": [{"text": "a"}, {"text": "b"}]})
    [{'text': 'a'}, {'text': 'b'}]
    """
    if not isinstance(value, dict) or has_text(value):
        return [value]
    return max(_arrays(value, DEEPEST), key=len, default=[value])


def _arrays(value: dict[str, object], deepest: int) -> Iterator[list[object]]:
    """The arrays of objects in an object."""
    for inner in value.values():
        if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
            yield inner
        elif isinstance(inner, dict) and deepest:
            yield from _arrays(inner, deepest - 1)
