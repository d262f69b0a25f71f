"""As what the server was started: on somebody's own machine, open to everybody, or behind a login."""

from __future__ import annotations

import os
import time
from enum import Enum
from typing import Any

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

from hosting.own import LOOPBACK
from hosting.place import CORPORA_SETTING, BadCorpora, Corpus, checked_corpora
from hosting.reread import Reread
from hosting.roles import PUBLIC, Access, BadAccess, Role, access_of, person_of, role_of

PUBLIC_SETTING = "DOSSIER_PUBLIC"  # `1` where everybody may read; on Community Cloud a secret of this name
YES = ("1", "true", "yes")
SHORTEST_SECRET = 32
UNCHANGED = "CHANGE:"  # how a value of deploy/secrets.toml begins that everybody knows
CALLBACK = "/oauth2callback"

OPEN_TO_ALL = (
    "Dossier does not start: everybody who reaches {} could open it. Set DOSSIER_PUBLIC=1 to let everybody read, "
    "or set up a login (deploy/login.md), or use --server.address 127.0.0.1 for this machine alone."
)
NOBODY_NAMED = (
    "Dossier does not start: there is a login, but nothing says who may see the reports. "
    "Write {} (deploy/login.md has an example)."
)
BAD_ACCESS = "Dossier does not start: {}: {}."
BAD_CORPORA = "Dossier does not start: {}: {} (deploy/corpora.md has an example)."
NOT_PUBLIC = (
    "Dossier does not start: there are several corpora and no login, and {} lets nobody in who has not signed in. "
    'Write see = "public" into it, or set up a login (deploy/login.md).'
)
NO_AUTHLIB = "Dossier does not start: a login needs Authlib. Run pip install 'streamlit[auth]'."
BAD_LOGIN = "Dossier does not start: [auth] in secrets.toml {} (deploy/login.md has an example)."


class Mode(Enum):
    """LOCAL is for its own machine alone, PUBLIC lets everybody read, LOGIN asks who it is."""

    LOCAL = "for this machine alone"
    PUBLIC = "public, read-only"
    LOGIN = "behind a login"


class CannotStart(Exception):
    """The settings would open the dashboard to those who should not see it; the message says what to do."""


def mode() -> Mode:
    """As what this server runs. Raises CannotStart."""
    address = st.get_option("server.address")
    if get_secrets_auth_section():
        return Mode.LOGIN
    if is_public():
        return Mode.PUBLIC
    if address in LOOPBACK:
        return Mode.LOCAL
    raise CannotStart(OPEN_TO_ALL.format(address or "any address of this machine"))


def is_public() -> bool:
    """Whether a setting opens the server to everybody."""
    return os.environ.get(PUBLIC_SETTING, "").strip().lower() in YES


def checked_mode() -> Mode:
    """The mode, with its settings checked. Raises CannotStart."""
    found = mode()
    try:
        every = checked_corpora()
    except BadCorpora as fault:
        raise CannotStart(BAD_CORPORA.format(os.environ.get(CORPORA_SETTING), fault)) from fault
    if found is Mode.LOGIN:
        _check_login(dict(get_secrets_auth_section()))
    for corpus in every:
        if found is Mode.LOGIN or (found is Mode.PUBLIC and corpus.name):
            _check_access(corpus, found)
    return found


def _check_access(corpus: Corpus, found: Mode) -> None:
    if not corpus.access.exists() and (corpus.name or not is_public()):
        raise CannotStart(NOBODY_NAMED.format(corpus.access))
    try:
        access = read_access(corpus)
    except BadAccess as fault:
        raise CannotStart(BAD_ACCESS.format(corpus.access, fault)) from fault
    if found is Mode.PUBLIC and access.see != PUBLIC:
        raise CannotStart(NOT_PUBLIC.format(corpus.access))


def _check_login(auth: dict[str, Any]) -> None:
    if not is_authlib_installed():
        raise CannotStart(NO_AUTHLIB)
    if not str(auth.get("redirect_uri", "")).endswith(CALLBACK):
        raise CannotStart(BAD_LOGIN.format(f"needs redirect_uri, the address of the dashboard with {CALLBACK}"))
    sections = [auth, *(one for one in auth.values() if hasattr(one, "items"))]
    every = [pair for section in sections for pair in section.items()]
    if left := next((name for name, one in every if str(one).startswith(UNCHANGED)), ""):
        raise CannotStart(BAD_LOGIN.format(f"has {left} as the example has it: put in your own"))
    if len(str(auth.get("cookie_secret", ""))) < SHORTEST_SECRET:
        raise CannotStart(BAD_LOGIN.format(f"needs a cookie_secret of {SHORTEST_SECRET} characters or more"))
    if not providers(auth):
        raise CannotStart(BAD_LOGIN.format("needs client_id, client_secret and server_metadata_url"))


def providers(auth: dict[str, Any]) -> list[str]:
    """The names of the providers of the login.

    >>> keys = {"client_id": "a", "client_secret": "b", "server_metadata_url": "c"}
    >>> providers(keys), providers({"desk": keys, "cookie_secret": "d"})
    (['default'], ['desk'])
    """
    named = [name for name, one in auth.items() if hasattr(one, "keys") and "client_id" in one]
    return named or (["default"] if {"client_id", "client_secret", "server_metadata_url"} <= auth.keys() else [])


_READ = Reread(lambda file: access_of(file.read_text(encoding="utf-8")))


def read_access(corpus: Corpus) -> Access:
    """What the access list of a corpus says now. Raises BadAccess.

    Without one, the one corpus of a server is as DOSSIER_PUBLIC says; one of several is nobody's.
    """
    try:
        return _READ.of(corpus.access)
    except FileNotFoundError:
        return Access(see=PUBLIC) if is_public() and not corpus.name else Access()
    except (OSError, UnicodeDecodeError) as fault:
        raise BadAccess(f"it cannot be read ({type(fault).__name__})") from fault


def role_by_claims(claims: dict[str, Any], corpus: Corpus) -> Role:
    """What somebody is to a corpus now, by the claims of the login: nobody while its access list is wrong."""
    try:
        access = read_access(corpus)
    except BadAccess:
        return Role.NOBODY
    return role_of(person_of(claims, access), access, time.time())


def role_of_visitor(corpus: Corpus) -> Role:
    """What everybody is to a corpus of a server without a login: DOSSIER_PUBLIC opens its one corpus, of several each
    access list says whether it is public."""
    return role_by_claims({}, corpus) if corpus.name else Role.READER
