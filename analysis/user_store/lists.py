"""The part of the user store about lists of queries that are too long for a link."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from itertools import count

import msgspec
from sqlalchemy import Connection, and_, delete, func, insert, select

from analysis.user_store import kept_by
from analysis.user_store.database import NotKept, OtherTables, Store, records
from analysis.user_store.kept_by import LIST, Writer
from analysis.user_store.records import KEPT_BY, LIST_NAMES, LISTS, LONGEST_NAME, DeletedList, KeptList
from analysis.user_store.views import ALONE


class KeptLists:
    """Lists of queries. What reads raises NoStore; what writes raises NotKept, also for what is somebody else's."""

    _store: Store

    def keep_list(
        self, queries: Sequence[str], name: str = "", at: datetime | None = None, writer: Writer = ALONE
    ) -> str:
        """Keep a list of queries; its id, which is the same for the same list.

        A new list has this name, with a number where another list has it; `at` is when it is kept, in UTC.
        """
        said = json.dumps(list(queries))
        list_id = sha256(said.encode()).hexdigest()[:20]
        with self._store.writing() as connection:
            if not _is_there(connection, list_id):
                kept_by.check_room(connection, LIST, _n_lists(connection), writer)
                taken = {one.name for one in connection.execute(select(LIST_NAMES.c.name))}
                kept = KeptList(list_id, _free_name(name, taken) if name else "", writer.person, at)
                _put(connection, DeletedList(kept, said))
        return list_id

    def bring_back_list(self, deleted: DeletedList) -> None:
        """Keep a list again that was deleted, as it was."""
        with self._store.writing() as connection:
            if connection.execute(select(LIST_NAMES).where(LIST_NAMES.c.name == deleted.kept.name)).first():
                raise NotKept("another list has its name now")
            if not _is_there(connection, deleted.kept.list_id):
                _put(connection, deleted)

    def lists(self) -> list[KeptList]:
        """Every list of queries, by name; one without a name is called by its id."""
        with self._store.reading() as connection:
            return _found(connection)

    def rename_list(self, list_id: str, name: str, writer: Writer = ALONE) -> bool:
        """Name a list anew; False, and nothing changes, when another list has that name."""
        mine = LIST_NAMES.c.list_id == list_id
        with self._store.writing() as connection:
            if connection.execute(select(LIST_NAMES.c.name).where(and_(LIST_NAMES.c.name == name, ~mine))).first():
                return False
            if _is_there(connection, list_id):
                kept_by.check_owner(connection, LIST, list_id, writer)
                connection.execute(delete(LIST_NAMES).where(mine))
                connection.execute(insert(LIST_NAMES).values(list_id=list_id, name=name))
        return True

    def delete_list(self, list_id: str, writer: Writer = ALONE) -> DeletedList | None:
        """Forget a list and its name; the list, to bring it back. One that is not there is no fault."""
        with self._store.writing() as connection:
            found = next((one for one in _found(connection) if one.list_id == list_id), None)
            said = connection.execute(select(LISTS.c.queries).where(LISTS.c.list_id == list_id)).scalar()
            if found:
                kept_by.check_owner(connection, LIST, list_id, writer)
            for table in (LISTS, LIST_NAMES):
                connection.execute(delete(table).where(table.c.list_id == list_id))
            kept_by.forget(connection, LIST, list_id)
        return DeletedList(found, str(said)) if found else None

    def list_of(self, list_id: str) -> tuple[str, ...]:
        """The queries of a list; none for one that is not kept."""
        with self._store.reading() as connection:
            found = connection.execute(select(LISTS.c.queries).where(LISTS.c.list_id == list_id)).first()
            try:
                return tuple(msgspec.json.decode(found[0], type=list[str])) if found else ()
            except (msgspec.DecodeError, TypeError) as fault:
                raise OtherTables("a list is not as it was written") from fault


def _found(connection: Connection) -> list[KeptList]:
    named = LISTS.join(LIST_NAMES, LISTS.c.list_id == LIST_NAMES.c.list_id, isouter=True)
    both = named.join(KEPT_BY, and_(KEPT_BY.c.kind == LIST, KEPT_BY.c.key == LISTS.c.list_id), isouter=True)
    name = func.coalesce(LIST_NAMES.c.name, "List " + LISTS.c.list_id).label("name")
    person = func.coalesce(KEPT_BY.c.person, "").label("person")
    kept = records(connection, select(LISTS.c.list_id, name, person, KEPT_BY.c.kept_at).select_from(both), KeptList)
    return sorted(kept, key=lambda one: (one.name.casefold(), one.name, one.list_id))


def _is_there(connection: Connection, list_id: str) -> bool:
    return connection.execute(select(LISTS.c.list_id).where(LISTS.c.list_id == list_id)).first() is not None


def _n_lists(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(LISTS)).scalar() or 0


def _put(connection: Connection, deleted: DeletedList) -> None:
    kept = deleted.kept
    connection.execute(insert(LISTS).values(list_id=kept.list_id, queries=deleted.queries))
    if kept.name:
        connection.execute(insert(LIST_NAMES).values(list_id=kept.list_id, name=kept.name))
    if kept.kept_at:
        kept_by.keep(connection, LIST, kept.list_id, kept.person, kept.kept_at)


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with the first number that makes it one of its own.

    >>> _free_name("mines", {"mines", "mines 2"})
    'mines 3'
    """
    numbered = (f"{name[: LONGEST_NAME - 8]} {number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)
