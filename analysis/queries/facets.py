"""What can be filtered by, value by value, and how many facts each would leave?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.fields import FIELDS
from analysis.fields.field import Facet, Field
from analysis.fields.sql import joins_of, values_in
from analysis.queries.engine.conditions import Condition, facts_where
from analysis.queries.engine.database import Database
from analysis.queries.engine.passing import of_facts
from analysis.queries.engine.selection import Selection
from analysis.schema import Column, Table

FACET_VALUES = Table(
    name="facet_values",
    row="a value of a field",
    columns=(
        Column("value", "str", "the value; empty where a fact has none", nullable=False),
        Column("name", "str", "name of the entity, else the value", nullable=False),
        Column("is_alone", "bool", "whether no other entity has this name", nullable=False),
        Column("n_facts", "int64", "facts with it that pass the filters of all other fields", nullable=False),
        Column("n_values", "int64", "how many values there are in all", unit="values", nullable=False),
    ),
    key=("value",),
)
SINGLE_VALUES = Table(
    name="single_values",
    row="a value of a field with a short list of values",
    columns=(
        Column("field", "str", "the field", nullable=False),
        Column("value", "str", "the value; empty where a fact has none", nullable=False),
        Column("n_facts", "int64", "facts with it that pass the filters", nullable=False),
    ),
    key=("field", "value"),
)

# Fields with a short list of values of the facts themselves: one query counts them all.
SINGLE = {name: one.value for name, one in FIELDS.items() if one.value and one.facet and one.facet.is_short}


def single_values(database: Database, selection: Selection, fields: Sequence[str]) -> pd.DataFrame:
    """SINGLE_VALUES of these fields of SINGLE, the commonest of each first, under all filters. A fact of two themes
    counts under both."""
    condition = facts_where(selection)
    columns = ", ".join(f"{SINGLE[field]} AS {field}" for field in fields)
    sets = ", ".join(f"({field})" for field in fields)
    which = " ".join(f"WHEN grouping({field}) = 0 THEN '{field}'" for field in fields)
    values = " ".join(f"WHEN grouping({field}) = 0 THEN {field}" for field in fields)
    sql = f"""
WITH passing AS (SELECT {columns} FROM facts f WHERE {condition.sql})
SELECT field, value, sum(n)::BIGINT AS n_facts FROM (
  SELECT field, {values_in("v")} AS value, n FROM (
    SELECT CASE {which} END AS field, CASE {values} END AS v, count(*) AS n FROM passing
    GROUP BY GROUPING SETS ({sets}) HAVING count(*) > 0))
GROUP BY ALL ORDER BY field, n_facts DESC, value"""
    return database.frame(SINGLE_VALUES, sql, condition.params)


def facet_values(
    database: Database,
    selection: Selection,
    field: str,
    most: int = 12,
    search: str = "",
    always: Sequence[str] = (),
) -> pd.DataFrame:
    """FACET_VALUES of the field, those of `always` and then the commonest first; with `search`, those of `always` and
    those whose name has these letters.

    The field's own filters are ignored, so that its other values stay in the list.
    """
    known = FIELDS[field].facet or Facet()
    counts = _counts(FIELDS[field], selection.without(field))
    params = counts.params | {"most": most, "search": search.lower(), "always": list(always)}
    name = "coalesce(e.name, c.value)" if known.is_entity else "c.value"
    wanted = "list_contains($always::VARCHAR[], value)"
    alone = "coalesce(e.is_alone, true)" if known.is_entity else "true"
    sql = f"""
WITH counted AS ({counts.sql}),
named AS (SELECT c.value, {name} AS name, {alone} AS is_alone, c.n_facts
  FROM counted c {"LEFT JOIN entities e ON e.entity_id = c.value" if known.is_entity else ""}),
top AS (SELECT *, count(*) OVER () AS n_values FROM named
  WHERE contains(lower(name), $search) OR {wanted} ORDER BY {wanted} DESC, n_facts DESC, name, value LIMIT $most)
SELECT value, name, is_alone, n_facts, n_values FROM top t
ORDER BY {wanted} DESC, n_facts DESC, name, value"""
    return database.frame(FACET_VALUES, sql, params)


def _counts(field: Field, selection: Selection) -> Condition:
    """A query for `value` and `n_facts`, with its parameters."""
    if field.facet and field.facet.of_entities:
        return _counts_of_entities(field.facet, selection)
    where = facts_where(selection)
    joins = joins_of(field.value)
    grouped = f"SELECT {field.value} AS v, count(*) AS n FROM facts f {joins} WHERE {where.sql} GROUP BY 1"
    # After the GROUP BY: on each of a million rows the function takes far longer than on the few distinct values.
    value = values_in("v") if field.has_several else "coalesce(v, '')"
    apart = f"SELECT {value} AS value, n FROM ({grouped})"
    return Condition([f"SELECT value, sum(n)::BIGINT AS n_facts FROM ({apart}) GROUP BY 1"], where.params)


def _counts_of_entities(facet: Facet, selection: Selection) -> Condition:
    where = of_facts("x", selection)
    sql = (
        f"SELECT {facet.of_entities} AS value, count(DISTINCT x.fact_row) AS n_facts "
        f"FROM fact_entities x JOIN entities e USING (entity_id) WHERE {facet.which} AND {where.sql} GROUP BY 1"
    )
    return Condition([sql], where.params)
