"""A list of queries in a file: one a line, or the first column of a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from analysis.queries.searching.parse import LONGEST
from analysis.read.decode import NotText, decode

LARGEST = 500_000  # bytes
MOST = 1_000  # queries
HEADERS = frozenset({"query", "queries", "search", "searches"})


class MalformedQueries(ValueError):
    """A file that is no list of queries; the message says why."""


def queries_of(name: str, raw: bytes) -> tuple[str, ...]:
    """The different queries of the file, in order. Raises MalformedQueries.

    An empty line and one that begins with `#` say nothing; a CSV file may have a header with `query`.

    >>> queries_of("list.csv", b'query,who asks\\n"copper, mine*",Ann\\n')
    ('copper, mine*',)
    """
    if len(raw) > LARGEST:
        raise MalformedQueries(f"The file is too large: a list of queries has at most {LARGEST // 1000:,} KB.")
    try:
        text = decode(raw)
    except NotText as fault:
        raise MalformedQueries(str(fault)) from fault
    lines = list(_cells(text)) if name.lower().endswith(".csv") else text.splitlines()
    found = tuple(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")))
    if found and found[0].lower() in HEADERS:
        found = found[1:]
    if not found:
        raise MalformedQueries("The file has no query: write one on each line.")
    if len(found) > MOST:
        raise MalformedQueries(f"The file has {len(found):,} queries; at most {MOST:,} can be asked at once.")
    return tuple(one[: LONGEST + 1] for one in found)


def _cells(text: str) -> Iterator[str]:
    """The first cell of each row."""
    dialect = csv.excel_tab if "\t" in text.partition("\n")[0] else csv.excel
    delimiter = ";" if ";" in text.partition("\n")[0] and "," not in text.partition("\n")[0] else dialect.delimiter
    try:
        for row in csv.reader(io.StringIO(text), dialect, delimiter=delimiter):
            yield row[0] if row else ""
    except csv.Error as fault:
        raise MalformedQueries(f"The file cannot be read as CSV: {fault}.") from fault
