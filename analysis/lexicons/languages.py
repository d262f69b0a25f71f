"""The languages that reports are told to be in: their names by ISO 639-1."""

from __future__ import annotations

from functools import cache

from analysis.lexicons.rows import read_rows


@cache
def languages() -> dict[str, str]:
    """The English name of each language, by its code."""
    return {row["code"]: row["name"] for row in read_rows("languages", ("code", "name"))}
