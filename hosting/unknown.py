"""An address that names no page leads to the page with the most like name, else to the first, which says what it was.

Streamlit answers every path with its page; its browser code would then open a dialog and run the first page.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from urllib.parse import quote, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hosting.which import base, base_of
from pages.parts.base_url import ASKED_PAGE

LIKE = 0.7  # how like a name must be, 0 to 1, by difflib: `fact` is Facts, `timelines` Timeline, `home` nothing
FIRST = "overview"  # the page that has no name in its address
LONGEST = 100  # characters of a name that are said


class UnknownPage:
    """ASGI middleware that redirects browsers from addresses without a page."""

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        """`pages` are the last parts of the addresses of pages."""
        self.app = app
        self.pages = frozenset(pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an answer of HTML for no page becomes a redirect."""
        name = name_of(scope)
        if not name or (name in self.pages and name != FIRST):
            await self.app(scope, receive, send)
            return
        is_redirected = False

        async def kept_back(message: Message) -> None:
            nonlocal is_redirected
            if message["type"] == "http.response.start":
                is_redirected = _is_html(message)
            if not is_redirected:
                await send(message)

        await self.app(scope, receive, kept_back)
        if is_redirected:
            answer = RedirectResponse(self._right(scope, name), 307, headers={"cache-control": "no-cache"})
            await answer(scope, receive, send)

    def _right(self, scope: Scope, name: str) -> str:
        """The address of the page that is meant."""
        like = nearest(name, self.pages)
        query = scope.get("query_string", b"").decode("latin-1")
        said = "" if like else urlencode({ASKED_PAGE: name[:LONGEST]})
        whole = "&".join(one for one in (query, said) if one)
        return quote(base_of(scope) + ("" if like == FIRST else like)) + (f"?{whole}" if whole else "")


def name_of(scope: Scope) -> str:
    """The name that the address of a page has, known or not; empty for other addresses."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return ""
    path = str(scope["path"])
    below = path.removeprefix(base()).strip("/") if path.startswith(base()) else ""
    return "" if "/" in below or "." in below or below.startswith("_") else below


def nearest(name: str, pages: Collection[str]) -> str:
    """The page whose name is most like this one; empty where none is like it.

    >>> [nearest(name, ("facts", "people", "timeline")) for name in ("Facts", "fact", "people-and-places", "home")]
    ['facts', 'facts', 'people', '']
    """
    small = name.lower()
    begun = [page for page in sorted(pages) if small.startswith(f"{page}-") or small == page]
    return next(iter(begun or get_close_matches(small, sorted(pages), 1, LIKE)), "")


def _is_html(message: Message) -> bool:
    return message["status"] == 200 and Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
