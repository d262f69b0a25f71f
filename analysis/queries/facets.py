"""What can be filtered by, value by value, and how many facts each would leave?"""

from __future__ import annotations

import pandas as pd

from analysis.queries.conditions import facts_where
from analysis.queries.database import Database
from analysis.queries.selection import UNNAMED, Selection
from analysis.schema import Column, Table

FACET_VALUES = Table(
    name="facet_values",
    row="a value of a field",
    columns=(
        Column("value", "str", "the value; empty where a fact has none", nullable=False),
        Column("name", "str", "name of the entity, else the value", nullable=False),
        Column("n_facts", "int64", "facts with it that pass the filters of all other fields", nullable=False),
    ),
    key=("value",),
)

KINDS = {
    "person": ("PERSON",),
    "organisation": ("ORG", "NORP"),
    "place": ("GPE", "LOC", "FAC"),
}
COLUMNS = {
    "theme": "coalesce(f.theme, '')",
    "status": "f.status",
    "event_class": "coalesce(f.event_class, '')",
    "certainty": "f.certainty",
}


def facet_values(
    database: Database, selection: Selection, field: str, most: int = 12, search: str = ""
) -> pd.DataFrame:
    """FACET_VALUES of the field, the commonest first; with `search` those whose name has these letters.

    The field's own filters do not count: what else could be chosen stays in sight.
    """
    condition = facts_where(selection.without(field))
    params = condition.params | {"most": most, "search": search.lower(), **_labels(field)}
    sql = f"""
WITH counted AS ({_counts(field, condition.sql)})
SELECT value, {_name(field)} AS name, n_facts FROM counted {_names(field)}
WHERE contains(lower({_name(field)}), $search) ORDER BY n_facts DESC, name, value LIMIT $most"""
    return database.frame(FACET_VALUES, sql, params)


def _counts(field: str, where: str) -> str:
    """A query for `value` and `n_facts`."""
    passing = f"SELECT f.fact_id FROM facts f WHERE {where}"
    if field in COLUMNS:
        return f"SELECT {COLUMNS[field]} AS value, count(*) AS n_facts FROM facts f WHERE {where} GROUP BY 1"
    if field == "publisher":
        return (
            "SELECT coalesce(d.publisher, '') AS value, count(*) AS n_facts "
            f"FROM facts f JOIN documents d USING (doc_id) WHERE {where} GROUP BY 1"
        )
    if field == "said_by":
        source = f"CASE WHEN f.attribution_id IS NULL THEN '' ELSE coalesce(a.source_entity_id, '{UNNAMED}') END"
        return (
            f"SELECT {source} AS value, count(*) AS n_facts FROM facts f "
            f"LEFT JOIN attributions a ON a.attribution_id = f.attribution_id WHERE {where} GROUP BY 1"
        )
    value = "e.country" if field == "country" else "x.entity_id"
    kind = "e.country IS NOT NULL" if field == "country" else "list_contains($labels::VARCHAR[], e.label)"
    return (
        f"SELECT {value} AS value, count(DISTINCT x.fact_id) AS n_facts FROM fact_entities x "
        f"JOIN entities e USING (entity_id) WHERE {kind} AND x.fact_id IN ({passing}) GROUP BY 1"
    )


def _labels(field: str) -> dict[str, list[str]]:
    return {"labels": list(KINDS[field])} if field in KINDS else {}


def _names(field: str) -> str:
    return "LEFT JOIN entities ON entity_id = value" if field in KINDS or field == "said_by" else ""


def _name(field: str) -> str:
    return "coalesce(entities.name, value)" if field in KINDS or field == "said_by" else "value"
