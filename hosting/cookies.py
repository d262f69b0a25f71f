"""The cookies of Streamlit's login: who they say it is, and the same without what decides nothing.

A provider may put hundreds of groups into the claims. Streamlit keeps them all in cookies, which proxies then refuse:
20 KB of headers. Only the groups that the settings name stay.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import Scope
from streamlit.auth_util import get_origin_from_redirect_uri
from streamlit.web.server.starlette.starlette_auth_routes import _set_auth_cookie
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from hosting.roles import Access

KEPT = ("origin", "is_logged_in", "provider", "email", "email_verified", "name", "iat", "sub")
LARGEST_TOKENS = 3_000  # bytes; a larger identity token is only good for a hint at the provider's logout
LONGEST_NAME = 200


def cookies_of(scope: Scope) -> dict[str, str]:
    """The cookies of a request."""
    found: dict[str, str] = {}
    for line in Headers(scope=scope).getlist("cookie"):
        found.update(cookie_parser(line))
    return found


def claims_of(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said of who signed in here; nothing where nobody did, or where the cookie is not ours."""
    found = _signed(cookies, USER_COOKIE_NAME)
    return found if found.get("origin") == get_origin_from_redirect_uri() else {}


def _signed(cookies: Mapping[str, str], name: str) -> dict[str, Any]:
    if name not in cookies:
        return {}
    try:
        found = json.loads(_get_signed_cookie_with_chunks(dict(cookies), name) or b"{}")
    except (ValueError, UnicodeError):
        return {}
    return found if isinstance(found, dict) else {}


def slim(claims: Mapping[str, Any], lists: Sequence[Access]) -> dict[str, Any]:
    """The claims without what decides nothing in any of the access lists.

    >>> access = Access(roles={"editor": frozenset({"group:desk"})})
    >>> slim({"email": "ann@a.example", "picture": "x" * 9_000, "groups": ["desk", "all"]}, [access])
    {'email': 'ann@a.example', 'groups': ['desk']}
    """
    kept = {name: claims[name] for name in KEPT if name in claims}
    if isinstance(kept.get("name"), str):
        kept["name"] = kept["name"][:LONGEST_NAME]
    for claim in sorted({access.groups_claim for access in lists}):
        named = frozenset().union(*(access.groups for access in lists if access.groups_claim == claim))
        groups = claims.get(claim)
        if isinstance(groups, list):
            kept[claim] = sorted(named.intersection(one for one in groups if isinstance(one, str)))
    return kept


async def slim_cookies(lines: list[str], lists: Sequence[Access]) -> list[str]:
    """The `Set-Cookie` lines of a login that succeeded, made anew with slim claims; unchanged where it did not."""
    cookies = _set_by(lines)
    claims, tokens = _signed(cookies, USER_COOKIE_NAME), _signed(cookies, TOKENS_COOKIE_NAME)
    if not claims:
        return lines
    others = [line for line in lines if not line.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME))]
    response = Response()
    is_small = len(json.dumps(tokens)) <= LARGEST_TOKENS
    await _set_auth_cookie(response, slim(claims, lists), tokens if is_small else {})
    return [*others, *response.headers.getlist("set-cookie")]


def _set_by(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        try:
            found.update({name: one.value for name, one in SimpleCookie(line).items()})
        except CookieError:
            continue
    return found
