"""What were the fields of each file of records taken for, and which dates could not be read?"""

from __future__ import annotations

from analysis.queries.engine.database import Database
from analysis.read.article import BETWEEN, Taken

TABLE = "record_files"
COLUMNS = "source_id, n_records, fields, unused, dates, n_unread_dates, unread_dates"
MOST = 200  # files


def record_files(database: Database) -> list[Taken]:
    """What was taken for what in each file of records, those with dates that can't be read first, MOST at most.

    None of a snapshot of a version that did not keep it.
    """
    if not database.snapshot.path(TABLE).exists():
        return []
    sql = f"SELECT {COLUMNS} FROM {TABLE} ORDER BY n_unread_dates DESC, source_id LIMIT {MOST}"
    return [_taken(row) for row in database.rows(sql)]


def _taken(row: tuple[str, int, str, str, str | None, int, str]) -> Taken:
    source_id, n_records, fields, unused, dates, n_unread, unread = row
    return Taken(
        source_id=source_id,
        n_records=n_records,
        fields=dict(pair.split("=", 1) for pair in _parts(fields)),
        unused=_parts(unused),
        dates=dates or "",
        n_unread_dates=n_unread,
        unread_dates=_parts(unread),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(BETWEEN) if part)
