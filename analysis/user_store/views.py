"""The part of the user store about saved views."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from analysis.user_store import kept_by
from analysis.user_store.database import NotKept, Store, records
from analysis.user_store.kept_by import VIEW, Writer
from analysis.user_store.records import KEPT_BY, VIEWS, View

ALONE = Writer()  # whom a server without a login takes everybody for
LONGEST_ADDRESS = 50_000  # characters; browsers and proxies take less


class SavedViews:
    """Saved views. What reads raises NoStore; what writes raises NotKept, also for what is somebody else's."""

    _store: Store

    def save_view(self, name: str, address: str, n_facts: int, saved_at: datetime, writer: Writer = ALONE) -> None:
        """Keep a view under this name, instead of one that has it."""
        if len(address) > LONGEST_ADDRESS:
            raise NotKept("it has too many filters")
        with self._store.writing() as connection:
            if _is_there(connection, name):
                kept_by.check_owner(connection, VIEW, name, writer)
            else:
                kept_by.check_room(connection, VIEW, _n_views(connection), writer)
            _put(connection, View(name, address, saved_at, n_facts, writer.person))

    def bring_back_view(self, view: View) -> None:
        """Keep a view again that was deleted, as it was."""
        with self._store.writing() as connection:
            if _is_there(connection, view.name):
                raise NotKept("another view has its name now")
            _put(connection, view)

    def views(self) -> list[View]:
        """Every view, by name."""
        with self._store.reading() as connection:
            return _found(connection, None)

    def views_like(self, letters: str, most: int) -> tuple[list[View], int]:
        """The first views by name that have these letters in their name, and how many have them."""
        with self._store.reading() as connection:
            names = [str(row[0]) for row in connection.execute(select(VIEWS.c.name))]
            fitting = sorted((one for one in names if letters.casefold() in one.casefold()), key=_by_name)
            return _found(connection, fitting[:most]), len(fitting)

    def rename_view(self, name: str, new_name: str, writer: Writer = ALONE) -> bool:
        """Name a view anew; False, and nothing changes, when another view has that name."""
        with self._store.writing() as connection:
            if _is_there(connection, new_name):
                return name == new_name
            kept_by.check_owner(connection, VIEW, name, writer)
            connection.execute(update(VIEWS).where(VIEWS.c.name == name).values(name=new_name))
            kept_by.rename(connection, VIEW, name, new_name)
        return True

    def delete_view(self, name: str, writer: Writer = ALONE) -> View | None:
        """Forget a view; the view, to bring it back. One that is not there is no fault."""
        with self._store.writing() as connection:
            found = _found(connection, [name])
            if found:
                kept_by.check_owner(connection, VIEW, name, writer)
            _drop(connection, name)
        return found[0] if found else None


def _found(connection: Connection, names: Sequence[str] | None) -> list[View]:
    """The views of these names, or every view, by name."""
    by = and_(KEPT_BY.c.kind == VIEW, KEPT_BY.c.key == VIEWS.c.name)
    person = func.coalesce(KEPT_BY.c.person, "").label("person")
    query = select(VIEWS, person).select_from(VIEWS.join(KEPT_BY, by, isouter=True))
    asked = query if names is None else query.where(VIEWS.c.name.in_(names))
    return sorted(records(connection, asked, View), key=lambda view: _by_name(view.name))


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _is_there(connection: Connection, name: str) -> bool:
    return connection.execute(select(VIEWS.c.name).where(VIEWS.c.name == name)).first() is not None


def _n_views(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(VIEWS)).scalar() or 0


def _put(connection: Connection, view: View) -> None:
    _drop(connection, view.name)
    row = {"name": view.name, "address": view.address, "n_facts": view.n_facts, "saved_at": view.saved_at}
    connection.execute(insert(VIEWS).values(**row))
    kept_by.keep(connection, VIEW, view.name, view.person, view.saved_at)


def _drop(connection: Connection, name: str) -> None:
    connection.execute(delete(VIEWS).where(VIEWS.c.name == name))
    kept_by.forget(connection, VIEW, name)
