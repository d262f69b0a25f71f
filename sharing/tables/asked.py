"""The rows of a table of a view as a query, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analysis.queries.engine.conditions import Condition, documents_where, facts_where, sentences_where
from analysis.queries.engine.database import VIEWS, Params
from analysis.queries.facts import EXPORTED, exported_facts
from analysis.queries.rows import FACT_ROWS
from analysis.schema import Column, Table
from sharing.quoting import MOST_WORDS
from sharing.shared import LinkFault, Shared

CLAIMS = "claims"  # the claims of the view, with the words of what they point to
NAMES = (CLAIMS, *VIEWS)
OF_ROW = {column.name: column for column in FACT_ROWS.columns}
# Columns with texts of reports: without texts the first words of them, or nothing where those are the whole report.
SHORTENED = {CLAIMS: ("sentence", "claim"), "facts": ("claim",), "sentences": ("text",), "attributions": ("source",)}
LEFT_OUT = {"documents": ("text",)}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A table to write: its rows, what a row is, its columns, and those that tell rows apart."""

    name: str
    row: str
    sql: str
    params: Params
    columns: tuple[Column, ...]
    key: tuple[str, ...]


@cache
def declared() -> dict[str, Table]:
    """The tables of a snapshot as their modules declare them.

    They are imported when they are asked for: with them comes the library of the language model, which a server that
    only shows pages has no use for.
    """
    from analysis.tables import TABLES

    return {table.name: table for table in TABLES if table.name in VIEWS}


def asked(shared: Shared, name: str) -> Asked:
    """The table called `name`, one of NAMES, of a view. Raises LinkFault where filters cannot hold for it."""
    if name == CLAIMS:
        sql, params = exported_facts(shared.view.selection)
        found = Asked(
            name=name,
            row="a claim with its sentence and its report",
            sql=sql,
            params=params,
            columns=tuple(OF_ROW[column] for column in EXPORTED),
            key=("fact_id",),
        )
    else:
        found = _declared(shared, name)
    return found if shared.has_texts else _without_texts(found)


def _declared(shared: Shared, name: str) -> Asked:
    """A table of the snapshot: its declared columns."""
    table = declared()[name]
    condition, params = _inside(shared, name)
    sql = f"SELECT {', '.join(map(_quoted, table.columns))} FROM {name} x{condition}"
    return Asked(name=name, row=table.row, sql=sql, params=params, columns=table.columns, key=table.key)


def _inside(shared: Shared, name: str) -> tuple[str, Params]:
    """The rows that the filters let through: by the fact, the sentence or the report that they belong to."""
    selection = shared.view.selection
    if selection.is_everything():
        return "", {}
    names = [column.name for column in declared()[name].columns]
    ways: Mapping[str, tuple[str, Condition]] = {
        "fact_id": ("facts f", facts_where(selection)),
        "sentence_id": ("sentences s", sentences_where(selection)),
        "doc_id": ("documents d", documents_where(selection)),
    }
    key = next((key for key in ways if key in names), None)
    if key is None:
        raise LinkFault(f"Filters cannot hold for the table {name}: its rows belong to no report.")
    table, condition = ways[key]
    owner = table.rpartition(" ")[2]
    sql = f" WHERE x.{key} IN (SELECT {owner}.{key} FROM {table} WHERE {condition.sql})"
    return sql, condition.params


def _without_texts(table: Asked) -> Asked:
    """The same with at most MOST_WORDS words of each text."""
    columns = tuple(one for one in table.columns if one.name not in LEFT_OUT.get(table.name, ()))
    short = SHORTENED.get(table.name, ())
    cells = ", ".join(f"{_few(one)} AS {_quoted(one)}" if one.name in short else _quoted(one) for one in columns)
    return Asked(
        name=table.name,
        row=table.row,
        sql=f"SELECT {cells} FROM ({table.sql})",
        params=table.params,
        columns=columns,
        key=table.key,
    )


def _few(column: Column) -> str:
    """The first words of a column in SQL."""
    words = rf"string_split_regex(trim({_quoted(column)}), '\s+')"
    short = f"array_to_string({words}[1:{MOST_WORDS}], ' ') || '…'"
    return f"CASE WHEN len({words}) > {MOST_WORDS} THEN {short} ELSE {_quoted(column)} END"


def _quoted(column: Column) -> str:
    return '"' + column.name.replace('"', '""') + '"'
