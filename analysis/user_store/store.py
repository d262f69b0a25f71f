"""The user store: kept apart from the snapshots, so that a rebuild loses nothing that people wrote.

SQLite in a file beside the snapshots, or any database that SQLAlchemy has a URL for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL, ColumnElement, Connection, delete, func, insert, select

from analysis.user_store import kept_by
from analysis.user_store.copying import Copies
from analysis.user_store.database import Store, records
from analysis.user_store.kept_by import CHECK, Writer
from analysis.user_store.lists import KeptLists
from analysis.user_store.logins import EndedLogins
from analysis.user_store.records import JUDGEMENTS, METADATA, Judgement
from analysis.user_store.report_entries import ReportEntries
from analysis.user_store.views import ALONE, SavedViews

STORE_SETTING = "DOSSIER_STORE"  # the variable with the address of the store


class UserStore(SavedViews, KeptLists, ReportEntries, EndedLogins, Copies):
    """Reads and writes what people write into Dossier. Thread-safe.

    What reads raises NoStore and what writes raises NotKept when the database does not do it.
    """

    def __init__(self, address: str) -> None:
        """Open the store at a URL of SQLAlchemy, made if it is new. Raises NoStore and ArgumentError."""
        self._store = Store(address, METADATA)

    @property
    def set_aside(self) -> Path | None:
        """Where the file went that was damaged, if one was."""
        return self._store.set_aside

    def judge(self, judgements: Sequence[Judgement], writer: Writer = ALONE) -> None:
        """Keep these judgements; the latest on a field of a fact counts."""
        with self._store.writing() as connection:
            for fact_id, judged_at in {one.fact_id: one.judged_at for one in judgements}.items():
                if not connection.execute(select(JUDGEMENTS.c.fact_id).where(_is_of(fact_id))).first():
                    kept_by.check_room(connection, CHECK, _n_checked(connection), writer)
                kept_by.keep(connection, CHECK, fact_id, writer.person, judged_at)
            for row in map(vars, judgements):
                connection.execute(
                    delete(JUDGEMENTS).where(_is_of(row["fact_id"]) & (JUDGEMENTS.c.field == row["field"]))
                )
                connection.execute(insert(JUDGEMENTS).values(**row))

    def judgements(self) -> list[Judgement]:
        """Every judgement, by fact and field."""
        order = select(JUDGEMENTS).order_by(JUDGEMENTS.c.fact_id, JUDGEMENTS.c.field)
        with self._store.reading() as connection:
            return records(connection, order, Judgement)


def _is_of(fact_id: str) -> ColumnElement[bool]:
    return JUDGEMENTS.c.fact_id == fact_id


def _n_checked(connection: Connection) -> int:
    return connection.execute(select(func.count(func.distinct(JUDGEMENTS.c.fact_id)))).scalar() or 0


def file_beside(folder: Path) -> Path:
    """The file of the store beside the snapshots of the folder."""
    return (folder / "written.sqlite").resolve()


def beside(folder: Path) -> str:
    """The URL of the store in a file beside the snapshots of the folder."""
    return URL.create("sqlite", database=str(file_beside(folder))).render_as_string()
