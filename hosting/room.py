"""How much the server takes on: open pages, and what one address asks of the API.

nginx limits as well (deploy/nginx.conf); these limits hold without it, and open pages can be counted here alone.
"""

from __future__ import annotations

import os
import time
from collections import Counter

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hosting import metrics
from hosting.buckets import Buckets
from hosting.cookies import cookies_of
from hosting.guard import path_of
from hosting.mode import CannotStart, Mode

SESSIONS_SETTING = "DOSSIER_SESSIONS"  # how many pages may be open at a time
MOST_SESSIONS = 200  # each takes about 3 MB, and a process serves six to eight runs a second
SPARE = 10  # sockets beyond that: of pages that were let in a moment ago, and of those that come back
QUESTIONS_AT_ONCE, QUESTIONS_A_SECOND = 60, 10  # of one address to the API
SECONDS_TO_WAIT = 20
TRY_LATER = 1013  # the code of a WebSocket that may come again
BROWSER = "_streamlit_xsrf"  # Streamlit's cookie with an accidental word for each browser
OTHERS = ("/_stcore", "/media", "/component", "/static", "/api", "/health", "/ready", "/metrics", "/auth")
BAD_LIMIT = "Dossier does not start: {} has {!r}, which is no number from 1 up."
FULL = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dossier</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="{seconds}"><style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 "Source Sans", system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1rem }}
</style></head><body><main><h1>All seats are taken</h1>
<p>As many people read here as this server can serve well. This page tries again every {seconds} seconds and opens what
you asked for as soon as somebody leaves. Nothing is lost: your filters are in the address.</p></main></body></html>"""


class Room:
    """Middleware that answers in the place of the dashboard what is too much."""

    def __init__(self, app: ASGIApp, mode: Mode, most: int = MOST_SESSIONS) -> None:
        self.app, self.mode, self.most, self.n_open = app, mode, most, 0
        self.seated: Counter[str] = Counter()  # browsers with an open page, which may load it again
        self.questions = Buckets(QUESTIONS_AT_ONCE, QUESTIONS_A_SECOND)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or say that it is too much."""
        if scope["type"] == "websocket":
            return await self._session(scope, receive, send)
        refused = self._refused(scope) if scope["type"] == "http" else None
        return await (refused or self.app)(scope, receive, send)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.n_open >= self.most + SPARE:
            metrics.REFUSED.labels("sessions").inc()
            await receive()
            return await send({"type": "websocket.close", "code": TRY_LATER})
        browser = cookies_of(scope).get(BROWSER, "")
        self.n_open += 1
        self.seated[browser] += 1
        try:
            return await self.app(scope, receive, send)
        finally:
            self.n_open -= 1
            self.seated -= Counter((browser,))

    def _refused(self, scope: Scope) -> Response | None:
        path = path_of(scope)
        is_page = scope["method"] == "GET" and not path.startswith(OTHERS)
        if is_page and self.n_open >= self.most and not self._is_seated(scope):
            metrics.REFUSED.labels("sessions").inc()
            wait = {"retry-after": str(SECONDS_TO_WAIT), "cache-control": "no-store"}
            return HTMLResponse(FULL.format(seconds=SECONDS_TO_WAIT), 503, wait)
        address = str((scope.get("client") or ("",))[0])
        is_question = self.mode is not Mode.LOCAL and path.startswith("/api/")
        if is_question and not self.questions.takes(address, time.monotonic()):
            metrics.REFUSED.labels("questions").inc()
            return PlainTextResponse("Too many questions at once: wait a few seconds.", 429, {"retry-after": "5"})
        return None

    def _is_seated(self, scope: Scope) -> bool:
        """Whether a browser has a page open: it closes that only when it gets the new one."""
        browser = cookies_of(scope).get(BROWSER)
        return browser is not None and browser in self.seated


def most_sessions() -> int:
    """How many pages may be open. Raises CannotStart."""
    said = os.environ.get(SESSIONS_SETTING, "").strip() or str(MOST_SESSIONS)
    if not (said.isascii() and said.isdecimal()) or int(said) < 1:
        raise CannotStart(BAD_LIMIT.format(SESSIONS_SETTING, said))
    return int(said)
