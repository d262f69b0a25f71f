"""The security headers of every answer, and the origins whose frames may hold the dashboard or speak to it.

Components are JavaScript that Streamlit gives to the browser as `blob:`, and Streamlit and plotly write style
attributes: `script-src` and `style-src` allow as much and no more. `unsafe-eval` is not needed.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE = re.compile(r"<script>(.*?)</script>", re.S)
ORIGIN = re.compile(r"(https?://)?(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d+|\*))?", re.I)
NOBODY, SELF = "none", "self"
HOST_CONFIG = "/_stcore/host-config"
FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


class BadOrigin(ValueError):
    """An origin that may hold the dashboard in a frame is not written as one."""


def frames(said: str) -> tuple[str, ...]:
    """The origins that a setting names beside the own one; `none` alone takes the own one away as well.

    >>> frames("https://desk.example *.press.example:8443"), frames("none"), frames("")
    (('https://desk.example', '*.press.example:8443'), ('none',), ())
    >>> frames("https://a.example; script-src *")
    Traceback (most recent call last):
    hosting.headers.BadOrigin: https://a.example;
    """
    found = tuple(one for one in said.split() if one != SELF)
    for one in found:
        if not ORIGIN.fullmatch(one):
            raise BadOrigin(one)
    return found


def digest(script: str) -> str:
    """The source expression that allows this inline script.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def streamlit_page() -> str:
    """The HTML in which Streamlit's browser code starts."""
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def policy(scripts: Iterable[str], origins: tuple[str, ...] = ()) -> str:
    """The Content-Security-Policy under which these inline scripts run and these origins may frame the page."""
    ancestors = "'none'" if origins == (NOBODY,) else " ".join(("'self'", *origins))
    parts = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", "blob:", *(digest(one) for one in scripts))),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "frame-src": "'self'",
        "frame-ancestors": ancestors,
        "base-uri": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def security_headers(html: Iterable[str], origins: tuple[str, ...] = ()) -> dict[str, str]:
    """The headers of every answer; the inline scripts of these pages are allowed to run."""
    scripts = [script for page in html for script in INLINE.findall(page)]
    found = {
        "content-security-policy": policy(scripts, origins),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "cross-origin-opener-policy": "same-origin",
    }
    if origins in ((), (NOBODY,)):  # the old header knows no list of origins
        found["x-frame-options"] = "DENY" if origins else "SAMEORIGIN"
    return found


class SecurityHeaders:
    """ASGI middleware that gives each answer, also that to a WebSocket upgrade, the security headers."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str], origins: tuple[str, ...] = ()) -> None:
        """`origins` may speak to the page beside its own."""
        self.app, self.headers = app, dict(headers)
        self.origins = [one for one in origins if one != NOBODY]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        pass_on = send
        if scope["type"] == "http" and scope["path"].endswith(HOST_CONFIG):
            pass_on = _OwnOrigin(scope, self.origins, send).send
            scope = {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}

        async def with_headers(message: Message) -> None:
            if message["type"].endswith(("response.start", ".accept")):
                message = {**message, "headers": list(message.get("headers", []))}
                MutableHeaders(raw=message["headers"]).update(self.headers)
            await pass_on(message)

        return await self.app(scope, receive, with_headers)


class _OwnOrigin:
    """The answer of Streamlit's host configuration, with the own origin in the place of other companies' hosts."""

    def __init__(self, scope: Scope, origins: Iterable[str], send: Send) -> None:
        host = RequestHeaders(scope=scope).get("host", "")
        own = [f"{scheme}://{host}" for scheme in ("https", "http")] if ORIGIN.fullmatch(host) else []
        self.origins, self.pass_on = [*own, *origins], send
        self.start: dict[str, Any] | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = dict(message)
            return
        self.body += message.get("body", b"")
        if message.get("more_body") or self.start is None:
            return
        body = self._narrowed() if self.start["status"] == 200 else self.body
        MutableHeaders(raw=self.start["headers"])["content-length"] = str(len(body))
        await self.pass_on(self.start)
        await self.pass_on({"type": "http.response.body", "body": body})

    def _narrowed(self) -> bytes:
        try:
            said = json.loads(self.body)
        except ValueError:
            return self.body  # the HTML of a page whose address ends so
        return json.dumps(said | {"allowedOrigins": self.origins}).encode() if isinstance(said, dict) else self.body
