"""Whether a request comes from the machine that serves it, with no sign of a proxy in between.

The name that was asked for is looked at since a page of the web can have its own name lead to this machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

NAMES = ("localhost", "127.0.0.1")
LOOPBACK = (*NAMES, "::1")
FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")


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
    return _host(said.get("host", "")) in NAMES and ("origin" not in said or _origin(said["origin"]) in NAMES)


def _is_forwarded(names: Iterable[str]) -> bool:
    return any(name in FORWARDED or name.startswith("x-forwarded") for name in names)


def _origin(said: str) -> str | None:
    """The name in an Origin header.

    >>> _origin("http://localhost:8501"), _origin("null"), _origin("http://[a")
    ('localhost', None, None)
    """
    try:
        return urlsplit(said).hostname
    except ValueError:
        return None


def _host(said: str) -> str | None:
    """The name in a Host header.

    >>> _host("LocalHost:8501"), _host("[::1]:80"), _host("a]b")
    ('localhost', '::1', None)
    """
    return _origin(f"//{said}")
