"""The names that records give their fields: `headline`, `date_publish`, `maintext`."""

from __future__ import annotations

import re
from functools import cache

from analysis.lexicons.rows import LexiconError, read_rows

FIELDS = ("text", "id", "title", "published", "publisher", "author", "url")
LONGEST_NAME = 200  # characters
IN_BRACKETS, NOT_COMPARED = re.compile(r"\([^()]*\)"), re.compile(r"[\W_]+")


@cache
def names_of_fields() -> dict[str, tuple[str, ...]]:
    """The names of each field, the best first. Raises LexiconError."""
    rows = read_rows("record_fields", ("name", "field"))
    if strange := sorted({row["field"] for row in rows} - set(FIELDS)):
        raise LexiconError(f"record_fields.csv: unknown fields {', '.join(strange)}")
    return {field: tuple(row["name"] for row in rows if row["field"] == field) for field in FIELDS}


@cache
def known_names() -> frozenset[str]:
    """Every name that gives a field."""
    return frozenset(name for names in names_of_fields().values() for name in names)


def compared_name(name: str) -> str:
    """A name as names are compared.

    >>> compared_name("Date_Publish"), compared_name("Address\\n(URL)")
    ('datepublish', 'address')
    """
    return NOT_COMPARED.sub("", IN_BRACKETS.sub("", name[:LONGEST_NAME].lower()))
