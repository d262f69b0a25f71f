"""A .jsonl or .ndjson file: a record in JSON on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from analysis.read.article import Article, Taken, Unreadable
from analysis.read.decode import NotText, open_text, read_lines
from analysis.read.formats import File
from analysis.read.json import Values, records_of
from analysis.read.record import LONGEST_LINE, too_large
from analysis.read.records import Record, read_records

NO_RECORD = "The line is not a record: a record stands in braces, with its `text`."


def read_jsonl(file: File) -> Iterator[Article | Unreadable | Taken]:
    """The reports in the file, line by line; a line that can't be read is `<source_id>:<line>`. Raises OSError.

    One that holds an array, or records over several lines each, is read as what it is.
    """
    try:
        open_text(Path(file.path)).close()
    except NotText as fault:
        yield Unreadable(file.source_id, str(fault))
        return
    yield from read_records(file, partial(_records, file))


def _records(file: File) -> Iterator[Record | Unreadable]:
    n_records = 0
    with open_text(Path(file.path)) as stream:
        if _is_over_lines(stream):
            yield from records_of(Values(stream), file.source_id)
            return
        for number, line in enumerate(read_lines(stream, LONGEST_LINE), 1):
            if line.strip():
                n_records += 1
                yield _record(f"{file.source_id}:{number}", line)
    if not n_records:
        yield Unreadable(file.source_id, "It is empty.")


def _is_over_lines(stream: TextIO) -> bool:
    """Whether the first line with something in it only opens an array or an object."""
    line = next((line for line in iter(partial(stream.readline, LONGEST_LINE), "") if line.strip()), "")
    stream.seek(0)
    return line.strip().startswith("[") or line.strip() == "{"


def _record(place: str, line: str) -> Record | Unreadable:
    if len(line) > LONGEST_LINE:
        return Unreadable(place, too_large(len(line)))
    try:
        record = json.loads(line)
    except json.JSONDecodeError as fault:
        return Unreadable(place, _fault(line, fault))
    except (ValueError, RecursionError):
        return Unreadable(place, "The line is not a record: its JSON holds a number or a nesting out of all measure.")
    return Record(place, record) if isinstance(record, dict) else Unreadable(place, NO_RECORD)


def _fault(line: str, fault: json.JSONDecodeError) -> str:
    if not line.lstrip().startswith("{"):
        return NO_RECORD
    if fault.pos >= len(line.rstrip()) or fault.msg.startswith("Unterminated"):
        return "The line is cut off: its JSON ends too early."
    return f"The line is not valid JSON at character {fault.colno}: {fault.msg}."
