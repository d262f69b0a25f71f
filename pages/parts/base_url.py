"""The base URL of the server, written into the HTML of pages: a deep link then makes no request that answers 404.

Streamlit's browser code does not know whether `/facts` is a page or where the server is mounted: it asks
`/facts/_stcore/health` first, is told 404, and asks the parent. `window.__streamlit.BACKEND_BASE_URL` tells it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKED_PAGE = "asked-page"  # the key of the URL that has the name of a page that is not there: `hosting.unknown`
HEAD = b"<head>"
SCRIPT = (
    "<script>window.__streamlit={{...window.__streamlit,BACKEND_BASE_URL:location.origin+location.pathname.replace("
    '/\\/({pages})\\/*$/,"/")}}</script>'
)


def script(pages: Collection[str]) -> str:
    """The script element that goes into the head of pages with these last parts of their addresses."""
    return SCRIPT.format(pages="|".join(sorted(pages)))


class BaseUrl:
    """ASGI middleware that writes the base URL into the HTML of a page."""

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        """`pages` are the last parts of the addresses of pages."""
        self.app = app
        self.pages = frozenset(pages)
        self.script = script(pages).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; insert the script into the head of the response for a page."""
        if scope["type"] == "http" and scope["path"].rstrip("/").rpartition("/")[2] in self.pages:
            plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope, send = {**scope, "headers": plain}, _Head(self.script, send).send
        await self.app(scope, receive, send)


class _Head:
    """The response to one request; its start is held back until its body has the script."""

    def __init__(self, script: bytes, send: Send) -> None:
        self.script, self.pass_on = script, send
        self.start: dict[str, Any] | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_whole_html(message):
            self.start = dict(message)
            return
        if self.start is not None and message["type"] == "http.response.body":
            body = message.get("body", b"").replace(HEAD, HEAD + self.script, 1)
            headers = MutableHeaders(raw=self.start["headers"])
            added = len(body) - len(message.get("body", b""))
            if "content-length" in headers:
                headers["content-length"] = str(int(headers["content-length"]) + added)
            start, self.start = self.start, None
            await self.pass_on(start)
            message = {**message, "body": body}
        await self.pass_on(message)


def _is_whole_html(message: Message) -> bool:
    headers = MutableHeaders(raw=message["headers"])
    is_html = headers.get("content-type", "").startswith("text/html")
    return is_html and message["status"] == 200 and "content-encoding" not in headers
