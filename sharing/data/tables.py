"""The tables of a view as a DuckDB file and as a Frictionless Data Package (version 1), with what columns mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from analysis.duck import literal
from analysis.queries.engine.conditions import facts_where
from analysis.queries.export import write_csv, write_parquet
from analysis.schema import Column
from sharing.shared import Shared
from sharing.tables.asked import NAMES, Asked, asked, declared
from sharing.tables.files import TYPES, meaning

OF_ENTITIES = ("entities", "aliases")  # whose rows belong to entities, and so to the claims that these are in
PROFILE = "tabular-data-package"


def tables_of(shared: Shared) -> list[Asked]:
    """Every table that the filters can hold for."""
    if shared.view.selection.is_everything():
        return [asked(shared, name) for name in NAMES]
    owned = [name for name in NAMES if name in ("claims", *OF_ENTITIES) or _belongs(name)]
    return [_of_entities(shared, name) if name in OF_ENTITIES else asked(shared, name) for name in owned]


def _belongs(name: str) -> bool:
    return not {"fact_id", "sentence_id", "doc_id"}.isdisjoint(column.name for column in declared()[name].columns)


def _of_entities(shared: Shared, name: str) -> Asked:
    """A table of entities: those that have a part in a claim of the view."""
    every = replace(shared, view=shared.view._replace(selection=shared.view.selection.without_filters()))
    table, condition = asked(every, name), facts_where(shared.view.selection)
    part = f"SELECT p.entity_id FROM fact_entities p JOIN facts f USING (fact_id) WHERE {condition.sql}"
    sql = f"SELECT * FROM ({table.sql}) WHERE entity_id IN ({part})"
    return replace(table, sql=sql, params=condition.params)


def write_duckdb(shared: Shared, tables: Sequence[Asked], path: Path) -> None:
    """Write the tables into a new DuckDB file; `path` must be in `database.exports`. Meanings are comments."""
    parquet = path.with_suffix(".parquet")
    with duckdb.connect(str(path)) as connection:
        for table in tables:
            write_parquet(shared.view.database, table.sql, table.params, parquet, shared.about)
            connection.execute(f"CREATE TABLE {_quoted(table.name)} AS FROM read_parquet({literal(parquet)})")
            connection.execute(f"COMMENT ON TABLE {_quoted(table.name)} IS {_string(table.row)}")
            for column in table.columns:
                place = f"{_quoted(table.name)}.{_quoted(column.name)}"
                connection.execute(f"COMMENT ON COLUMN {place} IS {_string(_meaning(column))}")
        about = [(name, words) for name, words in shared.about.items().items()]
        connection.execute("CREATE TABLE about (what VARCHAR, value VARCHAR)")
        connection.executemany("INSERT INTO about VALUES (?, ?)", about)
    parquet.unlink(missing_ok=True)


def write_package_table(shared: Shared, table: Asked, path: Path) -> None:
    """Write a table of the package as CSV; `path` must be in `database.exports`."""
    write_csv(shared.view.database, table.sql, table.params, path, shared.about)


def package(shared: Shared, tables: Sequence[Asked]) -> str:
    """`datapackage.json`."""
    about = shared.about.items()
    described = {
        "profile": PROFILE,
        "name": "dossier",
        "title": "Claims of news reports",
        "description": f"Filters: {about['filters']}. Snapshot: {about['snapshot']}.",
        "created": about["exported_at"],
        "resources": [_resource(table, list(about)) for table in tables],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Asked, about: Sequence[str]) -> dict[str, Any]:
    fields = [_field(column) for column in table.columns]
    fields += [{"name": name, "type": "string", "description": "the same in each row"} for name in about]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.row,
        "path": f"tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(table.key)},
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": TYPES[column.dtype], "description": _meaning(column)}
    can_be_empty = column.nullable or column.dtype == "str"  # CSV does not tell an empty text from none
    return found if can_be_empty else found | {"constraints": {"required": True}}


def _meaning(column: Column) -> str:
    return meaning(column) + (f"; {column.unit}" if column.unit else "")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _string(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
