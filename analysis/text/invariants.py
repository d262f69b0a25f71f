"""What holds for everything that is found in one text, whatever the text: checked before reports are put together.

The records tell it by the names of their fields: `start_char` and `end_char`, with or without a prefix, are a span;
`mention`, `actor_mention`, `timex` and their like are places in the tuple that they name; `text` is the span's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

import msgspec

from analysis.text.boundary import BrokenInvariant
from analysis.text.records import Report

POINTED_AT = {
    "sentence": "sentences",
    "mention": "mentions",
    "timex": "timexes",
    "attribution": "attributions",
    "fact": "facts",
}
# What tells the records of one report apart: their tables make their keys of it.
KEYS = {
    "sentences": ("start_char",),
    "mentions": ("start_char",),
    "timexes": ("start_char",),
    "terms": ("start_char", "end_char"),
    "themes": ("sentence", "theme"),
    "amounts": ("fact", "start_char"),
}


def checked(text: str, report: Report) -> Report:
    """The same report, when every invariant holds. Raises BrokenInvariant with the first that does not."""
    for fault in faults(text, report):
        raise BrokenInvariant(fault)
    return report


def faults(text: str, report: Report) -> Iterator[str]:
    """The invariants that do not hold, each as words."""
    sizes = {kind: len(getattr(report, kind)) for kind in report.__struct_fields__}
    for kind in report.__struct_fields__:
        records = getattr(report, kind)
        if records:
            yield from _span_faults(kind, records, text)
            yield from _pointer_faults(kind, records, sizes)
            yield from _key_faults(kind, records)
    yield from _overlaps(report)


def _span_faults(kind: str, records: Sequence[msgspec.Struct], text: str) -> Iterator[str]:
    """Every span is whole and lies in the text, and gives back the words that are said to be its own."""
    length = len(text)
    for span in spans_of(type(records[0])):
        for number, (start, end) in enumerate(map(span, records)):
            if not (start is None and end is None) and not _lies_in(start, end, length):
                yield f"{kind} {number} has the span {start} to {end} in {length} characters"
    if "text" in records[0].__struct_fields__:
        for number, (words, start, end) in enumerate(map(attrgetter("text", "start_char", "end_char"), records)):
            if text[start:end] != words:
                yield f"{kind} {number} has other words than the text at {start}"


def _lies_in(start: int | None, end: int | None, length: int) -> bool:
    return start is not None and end is not None and 0 <= start < end <= length


def _pointer_faults(kind: str, records: Sequence[msgspec.Struct], sizes: dict[str, int]) -> Iterator[str]:
    """Every record that another points to is there."""
    for name, pointed_at in pointers_of(type(records[0])):
        size = sizes[pointed_at]
        for number, place in enumerate(map(attrgetter(name), records)):
            if place is not None and not 0 <= place < size:
                yield f"{kind} {number} points to {name} {place} of {size}"


def _key_faults(kind: str, records: Sequence[msgspec.Struct]) -> Iterator[str]:
    """No two records of a table have one key."""
    if kind in KEYS:
        key = attrgetter(*KEYS[kind])
        if len(set(map(key, records))) < len(records):
            yield f"two {kind} have the same {' and '.join(KEYS[kind])}"


def _overlaps(report: Report) -> Iterator[str]:
    """Sentences and temporal expressions come in the order of the text, none within another."""
    for kind in ("sentences", "timexes"):
        done = 0
        for number, one in enumerate(getattr(report, kind)):
            if one.start_char < done:
                yield f"{kind} {number} begins at {one.start_char}, before the one before it ends"
            done = one.end_char


@cache
def spans_of(record: type[msgspec.Struct]) -> tuple[attrgetter[tuple[int | None, int | None]], ...]:
    """What takes each pair of start and end from a record."""
    ends = [name for name in record.__struct_fields__ if name.endswith("end_char")]
    return tuple(attrgetter(f"{name.removesuffix('end_char')}start_char", name) for name in ends)


@cache
def pointers_of(record: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that point to another, each with what it points to."""
    named = ((name, POINTED_AT.get(name.rpartition("_")[2])) for name in record.__struct_fields__)
    return tuple((name, kind) for name, kind in named if kind)
