"""The words that begin a line of a report's header: `Date:`, `Source:`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from analysis.lexicons.rows import LexiconError, read_rows

FIELDS = ("published", "title", "author", "publisher", "url", "")


class HeaderKeys(msgspec.Struct, frozen=True):
    """The field that each key gives (empty: none), and the keys of dates that a report may run on from."""

    fields: dict[str, str]
    line: re.Pattern[str]
    run_in: re.Pattern[str]


@cache
def load_header_keys() -> HeaderKeys:
    """The rows of `header_keys.csv`. Raises LexiconError."""
    rows = read_rows("header_keys", ("key", "field", "run_in"), optional=("field", "run_in"))
    if strange := sorted({row["field"] for row in rows} - set(FIELDS)):
        raise LexiconError(f"header_keys.csv: unknown fields {', '.join(strange)}")
    keys = sorted((row["key"] for row in rows), key=len, reverse=True)
    run_in = sorted((row["key"] for row in rows if row["run_in"] == "yes"), key=len, reverse=True)
    return HeaderKeys(
        {row["key"]: row["field"] for row in rows},
        re.compile(rf"({_any(keys)})\s*:\s*(?=\S)", re.IGNORECASE),
        re.compile(rf"({_any(run_in)})\s*:?\s+", re.IGNORECASE),
    )


def _any(keys: list[str]) -> str:
    return "|".join(re.escape(key) for key in keys)
