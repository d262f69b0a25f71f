"""The part of the user store about logins that were ended: their cookies count no more, on any replica."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select

from analysis.user_store.database import Store
from analysis.user_store.records import SIGNED_OUT


class EndedLogins:
    """Logins by a digest. What reads raises NoStore; what writes raises NotKept."""

    _store: Store

    def end_login(self, login: str, at: datetime, forget_before: datetime) -> None:
        """Keep that a login was ended at a time in UTC; forget those that are too old to count anyway."""
        with self._store.writing() as connection:
            old = (SIGNED_OUT.c.login == login) | (SIGNED_OUT.c.ended_at < forget_before)
            connection.execute(delete(SIGNED_OUT).where(old))
            connection.execute(insert(SIGNED_OUT).values(login=login, ended_at=at))

    def ended_logins(self) -> frozenset[str]:
        """Every login that was ended."""
        with self._store.reading() as connection:
            return frozenset(str(row[0]) for row in connection.execute(select(SIGNED_OUT.c.login)))
