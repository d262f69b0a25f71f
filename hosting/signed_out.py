"""Logins that were ended. Their cookies live on for a month, on whoever's machine they are, and count no more."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any

from starlette.concurrency import run_in_threadpool

from analysis.user_store.database import NoStore, NotKept
from analysis.user_store.store import UserStore
from hosting.place import corpora
from hosting.roles import LONGEST_LOGIN

SECONDS_KNOWN = 15.0  # how long another replica may not know of it


def login_of(claims: Mapping[str, Any]) -> str:
    """What tells one login from another: who, with whom and when.

    >>> login_of({"sub": "ann", "iat": 1}) == login_of({"sub": "ann", "iat": 2})
    False
    """
    said = repr([claims.get(name) for name in ("provider", "sub", "email", "iat")])
    return sha256(said.encode("utf-8", "replace")).hexdigest()


class SignedOut:
    """The logins that were ended, as the user store has them, asked for every few seconds."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._asked = -SECONDS_KNOWN

    async def has(self, claims: Mapping[str, Any]) -> bool:
        """Whether this login was ended."""
        if time.monotonic() - self._asked >= SECONDS_KNOWN:
            self._asked = time.monotonic()
            self._known |= await run_in_threadpool(_ended)
        return login_of(claims) in self._known

    async def add(self, claims: Mapping[str, Any]) -> None:
        """End this login, here at once and in the store."""
        login = login_of(claims)
        self._known |= {login}
        await run_in_threadpool(_end, login)


@lru_cache(maxsize=64)
def _store(address: str) -> UserStore:
    return UserStore(address)


def _ended() -> frozenset[str]:
    """The logins that were ended, as the store of any corpus has them."""
    found: frozenset[str] = frozenset()
    for corpus in corpora():
        with suppress(NoStore):
            found |= _store(corpus.store_address).ended_logins()
    return found


def _end(login: str) -> None:
    """Keep it in the store of every corpus, so that it holds when one goes; this process knows it anyway."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for corpus in corpora():
        with suppress(NoStore, NotKept):
            _store(corpus.store_address).end_login(login, now, now - timedelta(hours=LONGEST_LOGIN))
