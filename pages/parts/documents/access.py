"""Who may add reports and change what is known of them: nobody, unless the server is one's own or a setting says so.

A server is somebody's own when it was started as local, listens on loopback alone, and is asked by loopback under a
name of this machine, with no sign of a proxy in between. The name is looked at since a page of the web can have its own
name lead to this machine.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import streamlit as st

LOCAL_SETTING = "DOSSIER_LOCAL"  # `1` as `make run` and `dossier run` set it
ADD_SETTING = "DOSSIER_ADD"  # who may add
EVERYONE = "everyone"
NAMES = ("localhost", "127.0.0.1")
LOOPBACK = (*NAMES, "::1")
FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")
MAY_NOT = (
    "Nobody may add or change reports here. Start Dossier on your own machine with make run or dossier run and open it "
    "as localhost, or set DOSSIER_ADD=everyone where all who can open the page may."
)


def may_change() -> bool:
    """Whether who asks for this run may add reports and change what is known of them."""
    if os.environ.get(ADD_SETTING, "").strip().lower() == EVERYONE:
        return True
    is_local = os.environ.get(LOCAL_SETTING) == "1" and st.get_option("server.address") in LOOPBACK
    return is_local and is_own(st.context.headers.to_dict(), st.context.ip_address)


def is_own(headers: Mapping[str, str | list[str]], address: str | None) -> bool:
    """Whether a request comes from this machine; `address` is None for loopback, as Streamlit has it.

    >>> is_own({"Host": "localhost:8501"}, None), is_own({"Host": "evil.example:8501"}, None)
    (True, False)
    >>> is_own({"Host": "127.0.0.1", "X-Forwarded-For": "10.0.0.7"}, None), is_own({}, None)
    (False, False)
    """
    said = {name.lower(): value if isinstance(value, str) else ",".join(value) for name, value in headers.items()}
    if address not in (None, *LOOPBACK) or _is_forwarded(said):
        return False
    origin = urlsplit(said["origin"]).hostname if "origin" in said else NAMES[0]
    return _host(said.get("host", "")) in NAMES and origin in NAMES


def _is_forwarded(names: Iterable[str]) -> bool:
    return any(name in FORWARDED or name.startswith("x-forwarded") for name in names)


def _host(said: str) -> str | None:
    """The name in a Host header.

    >>> _host("LocalHost:8501"), _host("[::1]:80"), _host("a]b")
    ('localhost', '::1', None)
    """
    try:
        return urlsplit(f"//{said}").hostname
    except ValueError:
        return None
