"""What people say of reports, which every build applies: their days of publication, and which are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from analysis.user_store.database import Store, records
from analysis.user_store.records import REMOVED, REPORT_DAYS, Removed, ReportDay


class ReportEntries:
    """The part of the user store about reports. What reads raises NoStore and what writes raises NotKept."""

    _store: Store

    def set_days(self, days: Sequence[ReportDay]) -> None:
        """Keep these days, each in place of an earlier one of its report."""
        self._put(REPORT_DAYS, [vars(day) for day in days])

    def forget_days(self, doc_ids: Iterable[str]) -> None:
        """Let the days of these reports be read from their files again."""
        self._drop(REPORT_DAYS, doc_ids)

    def report_days(self) -> list[ReportDay]:
        """Every day that was set, by doc_id."""
        with self._store.reading() as connection:
            return records(connection, select(REPORT_DAYS).order_by(REPORT_DAYS.c.doc_id), ReportDay)

    def remove_reports(self, removed: Sequence[Removed]) -> None:
        """Take these reports out from the next build on."""
        self._put(REMOVED, [vars(one) for one in removed])

    def bring_back(self, doc_ids: Iterable[str]) -> None:
        """Let these reports in again."""
        self._drop(REMOVED, doc_ids)

    def removed(self) -> list[Removed]:
        """Every report that is taken out, the latest first."""
        order = select(REMOVED).order_by(REMOVED.c.removed_at.desc(), REMOVED.c.doc_id)
        with self._store.reading() as connection:
            return records(connection, order, Removed)

    def _put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        with self._store.writing() as connection:
            _delete(connection, table, (row["doc_id"] for row in rows))
            for row in rows:
                connection.execute(insert(table).values(**row))

    def _drop(self, table: Table, doc_ids: Iterable[str]) -> None:
        with self._store.writing() as connection:
            _delete(connection, table, doc_ids)


def _delete(connection: Connection, table: Table, doc_ids: Iterable[str]) -> None:
    for doc_id in doc_ids:
        connection.execute(delete(table).where(table.c.doc_id == doc_id))
