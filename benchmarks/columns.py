"""Columns of a snapshot that is written again: other ids, days and publishers."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

INSIDE = "-.*$"  # what stands in an id behind that of its report
PLACES = ["Harbour", "Valley", "Capital", "Northern", "Coastal", "Frontier", "Lakeside", "Highland", "River", "Border"]
PAPERS = ["Post", "Herald", "Courier", "Wire", "Gazette", "Monitor"]

Numbers = np.ndarray[Any, Any]


def owner(keys: pa.Array, doc_ids: pa.Array) -> Numbers:
    """The place in `doc_ids` of the report that each key belongs to; -1 for none of them."""
    found = pc.index_in(pc.replace_substring_regex(keys, INSIDE, ""), doc_ids)
    return np.asarray(pc.fill_null(found, -1).to_numpy(zero_copy_only=False))


def shifted(days: pa.ChunkedArray, by: int | pa.Array) -> pa.ChunkedArray:
    """The days, so many days later."""
    seconds = pc.multiply(pa.scalar(by) if isinstance(by, int) else by, 86_400)
    return pc.add(days.cast(pa.timestamp("s")), seconds.cast(pa.duration("s"))).cast(days.type)


def new_document(doc_id: str, copy: int) -> str:
    """The id of a report in a copy."""
    return blake2b(f"{doc_id} {copy}".encode(), digest_size=8).hexdigest()


def publisher(doc_id: str) -> str:
    """A publisher for a report; some publish far more than others."""
    number = int(doc_id[:8], 16) / 16**8
    place = int(len(PLACES) * len(PAPERS) * number**2.5)
    return f"{PLACES[place % len(PLACES)]} {PAPERS[place // len(PLACES)]}"


def replaced(table: pa.Table, name: str, values: Any) -> pa.Table:
    """The table with other values in a column."""
    place = table.column_names.index(name)
    return table.set_column(place, table.schema.field(place), values.cast(table.schema.field(place).type))


def values_of(table: pa.Table, name: str) -> list[Any]:
    """The values of a column."""
    return list(table[name].to_pylist())


def strings(values: Any) -> pa.Array:
    """The values as an array of strings."""
    return pa.array(list(values), pa.large_string())
