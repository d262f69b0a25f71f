"""The user store: kept apart from the snapshots, so that a rebuild loses nothing that people wrote.

SQLite in a file beside the snapshots, or any database that SQLAlchemy has a URL for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec
from sqlalchemy import URL, and_, delete, func, insert, select, update

from analysis.user_store.database import OtherTables, Store, records
from analysis.user_store.records import (
    JUDGEMENTS,
    LIST_NAMES,
    LISTS,
    LONGEST_NAME,
    METADATA,
    VIEWS,
    Judgement,
    KeptList,
    View,
)
from analysis.user_store.report_entries import ReportEntries

STORE_SETTING = "DOSSIER_STORE"  # the variable with the address of the store


class UserStore(ReportEntries):
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

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Keep these judgements; the latest on a field of a fact counts."""
        rows = [vars(judgement) for judgement in judgements]
        with self._store.writing() as connection:
            for row in rows:
                same = (JUDGEMENTS.c.fact_id == row["fact_id"]) & (JUDGEMENTS.c.field == row["field"])
                connection.execute(delete(JUDGEMENTS).where(same))
                connection.execute(insert(JUDGEMENTS).values(**row))

    def judgements(self) -> list[Judgement]:
        """Every judgement, by fact and field."""
        order = select(JUDGEMENTS).order_by(JUDGEMENTS.c.fact_id, JUDGEMENTS.c.field)
        with self._store.reading() as connection:
            return records(connection, order, Judgement)

    def save_view(self, name: str, address: str, n_facts: int, saved_at: datetime) -> None:
        """Keep a view under this name, instead of one that has it."""
        with self._store.writing() as connection:
            connection.execute(delete(VIEWS).where(VIEWS.c.name == name))
            connection.execute(insert(VIEWS).values(name=name, address=address, n_facts=n_facts, saved_at=saved_at))

    def views(self) -> list[View]:
        """Every view, by name."""
        with self._store.reading() as connection:
            found = records(connection, select(VIEWS), View)
        return sorted(found, key=lambda view: (view.name.casefold(), view.name))

    def rename_view(self, name: str, new_name: str) -> bool:
        """Name a view anew; False, and nothing changes, when another view has that name."""
        with self._store.writing() as connection:
            if connection.execute(select(VIEWS.c.name).where(VIEWS.c.name == new_name)).first():
                return name == new_name
            connection.execute(update(VIEWS).where(VIEWS.c.name == name).values(name=new_name))
        return True

    def delete_view(self, name: str) -> None:
        """Forget a view; one that is not there is no fault."""
        with self._store.writing() as connection:
            connection.execute(delete(VIEWS).where(VIEWS.c.name == name))

    def keep_list(self, queries: Sequence[str], name: str = "") -> str:
        """Keep a list of queries; its id, which is the same for the same list.

        A new list has this name, with a number where another list has it.
        """
        said = json.dumps(list(queries))
        list_id = sha256(said.encode()).hexdigest()[:20]
        with self._store.writing() as connection:
            if not connection.execute(select(LISTS.c.list_id).where(LISTS.c.list_id == list_id)).first():
                taken = {one.name for one in connection.execute(select(LIST_NAMES.c.name))}
                connection.execute(insert(LISTS).values(list_id=list_id, queries=said))
                if name:
                    connection.execute(insert(LIST_NAMES).values(list_id=list_id, name=_free_name(name, taken)))
        return list_id

    def lists(self) -> list[KeptList]:
        """Every list of queries, by name; one without a name is called by its id."""
        both = LISTS.join(LIST_NAMES, LISTS.c.list_id == LIST_NAMES.c.list_id, isouter=True)
        name = func.coalesce(LIST_NAMES.c.name, "List " + LISTS.c.list_id).label("name")
        query = select(LISTS.c.list_id, name).select_from(both)
        with self._store.reading() as connection:
            kept = records(connection, query, KeptList)
        return sorted(kept, key=lambda one: (one.name.casefold(), one.name, one.list_id))

    def rename_list(self, list_id: str, name: str) -> bool:
        """Name a list anew; False, and nothing changes, when another list has that name."""
        mine = LIST_NAMES.c.list_id == list_id
        with self._store.writing() as connection:
            if connection.execute(select(LIST_NAMES.c.name).where(and_(LIST_NAMES.c.name == name, ~mine))).first():
                return False
            connection.execute(delete(LIST_NAMES).where(mine))
            if connection.execute(select(LISTS.c.list_id).where(LISTS.c.list_id == list_id)).first():
                connection.execute(insert(LIST_NAMES).values(list_id=list_id, name=name))
        return True

    def delete_list(self, list_id: str) -> None:
        """Forget a list and its name; one that is not there is no fault."""
        with self._store.writing() as connection:
            for table in (LISTS, LIST_NAMES):
                connection.execute(delete(table).where(table.c.list_id == list_id))

    def list_of(self, list_id: str) -> tuple[str, ...]:
        """The queries of a list; none for one that is not kept."""
        with self._store.reading() as connection:
            found = connection.execute(select(LISTS.c.queries).where(LISTS.c.list_id == list_id)).first()
            try:
                return tuple(msgspec.json.decode(found[0], type=list[str])) if found else ()
            except (msgspec.DecodeError, TypeError) as fault:
                raise OtherTables("a list is not as it was written") from fault


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with the first number that makes it one of its own.

    >>> _free_name("mines", {"mines", "mines 2"})
    'mines 3'
    """
    numbered = (f"{name[: LONGEST_NAME - 8]} {number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def file_beside(folder: Path) -> Path:
    """The file of the store beside the snapshots of the folder."""
    return (folder / "written.sqlite").resolve()


def beside(folder: Path) -> str:
    """The URL of the store in a file beside the snapshots of the folder."""
    return URL.create("sqlite", database=str(file_beside(folder))).render_as_string()
