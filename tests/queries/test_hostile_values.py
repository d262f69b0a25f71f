"""Whatever a link asks a field for is a value, never SQL: it finds nothing, and the tables stay."""

from __future__ import annotations

import duckdb
import pytest

from analysis.fields import FIELDS
from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import facet_values
from analysis.queries.rows import n_facts

VALUES = (
    "'; DROP TABLE facts; --",
    "' OR '1'='1",
    '" OR 1=1 --',
    "x') OR (SELECT true) OR ('",
    "$1",
    "{0}",
    "%s",
    "\x00",
    "\\",
    "*/ UNION SELECT * FROM read_csv('/etc/passwd') /*",
)


# Fields without a condition, which sort or are columns; and words to look for, which have a language of their own.
OTHERS = {"rule", "worth", "words"}
HARMLESS = "no such value"


def found(database: Database, field: str, value: str) -> list[int | str]:
    """How many facts have the value, and how many have it not; the kind of error where it has another type."""
    cuts = (Cut(field, value),)
    try:
        return [n_facts(database, one) for one in (Selection().narrowed(cuts), Selection().hiding(cuts))]
    except (ValueError, duckdb.ConversionException) as fault:
        return [type(fault).__name__]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("field", sorted(set(FIELDS) - OTHERS))
def test_a_value_is_never_sql(database: Database, field: str, value: str) -> None:
    every = n_facts(database, Selection())

    assert found(database, field, value) == found(database, field, HARMLESS)
    assert n_facts(database, Selection()) == every


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("field", [name for name, field in FIELDS.items() if field.facet])
def test_letters_that_are_looked_for_in_a_list_are_never_sql(database: Database, field: str, value: str) -> None:
    assert len(facet_values(database, Selection(), field, 50, value)) <= 50
    assert n_facts(database, Selection()) > 0
