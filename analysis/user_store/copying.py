"""The part of the user store that gives and takes all rows, for a backup: also from one kind of database to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from analysis.user_store.database import FILE_OF, NotKept, Store
from analysis.user_store.records import METADATA

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
ROWS_AT_ONCE = 500


class Copies:
    """Rows of all tables, by table, as JSON has them. What reads raises NoStore and what writes raises NotKept."""

    _store: Store

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        """Every row, all of one moment."""
        with self._store.reading() as connection:
            _hold(connection)
            return {table.name: _rows(connection, table) for table in METADATA.sorted_tables}

    def put_everything(self, rows: Rows) -> int:
        """Write these rows into a store that has none; how many. All are kept, or none. A table or a column that this
        version does not know is refused."""
        with self._store.writing() as connection:
            counts = [select(func.count()).select_from(table) for table in METADATA.sorted_tables]
            if any(connection.execute(count).scalar() for count in counts):
                raise NotKept("the store already has what people wrote")
            if unknown := rows.keys() - METADATA.tables.keys():
                raise NotKept(f"this version does not know the table {min(unknown)!r}")
            return sum(_put(connection, METADATA.tables[name], found) for name, found in rows.items())


def _hold(connection: Connection) -> None:
    """Have all that follows see the database as it is now."""
    if connection.dialect.name == FILE_OF:
        connection.exec_driver_sql("BEGIN")
    else:
        connection.execution_options(isolation_level="REPEATABLE READ")


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
    return [{name: _said(value) for name, value in row.items()} for row in found]


def _said(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    kinds = {column.name: column.type.python_type for column in table.columns}
    if wrong := next((row for row in rows if row.keys() != kinds.keys()), None):
        raise NotKept(f"a row of {table.name} has the columns {', '.join(wrong)}")
    meant = [{name: _meant(value, kinds[name]) for name, value in row.items()} for row in rows]
    for start in range(0, len(meant), ROWS_AT_ONCE):
        connection.execute(insert(table), meant[start : start + ROWS_AT_ONCE])
    return len(meant)


def _meant(value: Any, kind: type) -> Any:
    """A value as the database takes it. Raises NotKept."""
    try:
        if issubclass(kind, datetime):
            return datetime.fromisoformat(value)
        if issubclass(kind, date):
            return date.fromisoformat(value)
    except (TypeError, ValueError) as fault:
        raise NotKept("a time in it is none") from fault
    if not isinstance(value, kind):
        raise NotKept("a value in it is of another kind than its column")
    return value
