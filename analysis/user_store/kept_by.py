"""Who kept what: whose it is to change, and how much one person and all together may keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from analysis.user_store.database import NotKept
from analysis.user_store.records import KEPT_BY

VIEW, LIST, CHECK = "view", "list", "check"
MOST_EACH = {VIEW: 500, LIST: 100, CHECK: 5_000}  # of one person; a check is of one fact
MOST_IN_ALL = {VIEW: 5_000, LIST: 1_000, CHECK: 50_000}
PLURAL = {VIEW: "views", LIST: "lists", CHECK: "checks"}


@dataclass(frozen=True)
class Writer:
    """Who writes: an e-mail address, empty where nobody signs in; `may_all` for one who may change what others kept."""

    person: str = ""
    may_all: bool = True

    def may_change(self, person: str) -> bool:
        """Whether what this person kept is theirs to change.

        >>> [Writer("ann@a.example", False).may_change(one) for one in ("ann@a.example", "joe@a.example", "")]
        [True, False, False]
        """
        return self.may_all or bool(self.person and self.person == person)


def person_of(connection: Connection, kind: str, key: str) -> str:
    """Who kept this; empty where nobody signed in, or where it was kept before that was written down."""
    found = connection.execute(select(KEPT_BY.c.person).where(_is(kind, key))).first()
    return str(found[0]) if found else ""


def check_owner(connection: Connection, kind: str, key: str, writer: Writer) -> None:
    """Raises NotKept where this is somebody else's."""
    if not writer.may_change(person_of(connection, kind, key)):
        raise NotKept("somebody else saved it")


def check_room(connection: Connection, kind: str, n_in_all: int, writer: Writer) -> None:
    """Raises NotKept where one more is too many."""
    if n_in_all >= MOST_IN_ALL[kind]:
        raise NotKept(f"there are {MOST_IN_ALL[kind]:,} {PLURAL[kind]} already, delete some first")
    mine = select(func.count()).where((KEPT_BY.c.kind == kind) & (KEPT_BY.c.person == writer.person))
    if writer.person and (connection.execute(mine).scalar() or 0) >= MOST_EACH[kind]:
        raise NotKept(f"you have {MOST_EACH[kind]:,} {PLURAL[kind]} already, delete some first")


def keep(connection: Connection, kind: str, key: str, person: str, at: datetime) -> None:
    """Write down who kept this."""
    forget(connection, kind, key)
    connection.execute(insert(KEPT_BY).values(kind=kind, key=key, person=person, kept_at=at))


def rename(connection: Connection, kind: str, key: str, new_key: str) -> None:
    """Who kept this kept it under its new name."""
    connection.execute(update(KEPT_BY).where(_is(kind, key)).values(key=new_key))


def forget(connection: Connection, kind: str, key: str) -> None:
    """Forget who kept this."""
    connection.execute(delete(KEPT_BY).where(_is(kind, key)))


def _is(kind: str, key: str) -> ColumnElement[bool]:
    return (KEPT_BY.c.kind == kind) & (KEPT_BY.c.key == key)
