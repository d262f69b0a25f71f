"""ASGI middleware that counts requests, sessions and runs of pages, and how long they take.

The time of a run is that from the message of a browser that asks for it to the message that says that it is over, so
that what waits for its turn counts as waiting. Messages are looked into only if they are short enough to be those.
"""

from __future__ import annotations

import time

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from hosting import metrics
from hosting.guard import path_of
from hosting.which import located

LONGEST_END = 512  # bytes of the message that a run is over
LONGEST_ASKED = 1_000_000  # bytes of a message of a browser that may ask for a run
KINDS = ("api", "media", "component", "static", "_stcore", "auth", "health", "ready", "metrics")
CUT = ForwardMsg.FINISHED_EARLY_FOR_RERUN
OUTCOMES = {
    ForwardMsg.FINISHED_SUCCESSFULLY: "page",
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY: "part",
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR: "fault",
}


class Measured:
    """Counts what passes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on and count it."""
        if scope["type"] == "websocket":
            session = Session(receive, send)
            try:
                return await self.app(scope, session.receive, session.send)
            finally:
                session.end()
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        kind, began, status = kind_of(path_of(located(scope))), time.monotonic(), "none"

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            return await self.app(scope, receive, noted)
        finally:
            metrics.REQUESTS.labels(kind, status).inc()
            metrics.REQUEST_SECONDS.labels(kind).observe(time.monotonic() - began)


def kind_of(path: str) -> str:
    """What a path asks for, one of a few words.

    >>> kind_of("/api/v1/claims"), kind_of("/facts"), kind_of("/mediation")
    ('api', 'page', 'page')
    """
    first = path.split("/")[1] if "/" in path else ""
    return first if first in KINDS else "page"


class Session:
    """An open page: it counts from its acceptance to its end, and so do the runs that it asks for."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._is_open, self._asked = False, 0.0

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "websocket.receive" and not self._asked and _asks(message.get("bytes") or b""):
            self._asked = time.monotonic()
        return message

    async def send(self, message: Message) -> None:
        await self._send(message)
        if message["type"] == "websocket.accept":
            self._is_open = True
            metrics.SESSIONS.inc()
        elif message["type"] == "websocket.send" and (outcome := _ended(message.get("bytes") or b"")):
            if self._asked:
                metrics.RUN_SECONDS.labels(outcome).observe(time.monotonic() - self._asked)
            self._asked = 0.0

    def end(self) -> None:
        """Count it no more."""
        if self._is_open:
            metrics.SESSIONS.dec()


def _asks(raw: bytes) -> bool:
    """Whether a message of a browser asks for a run."""
    if len(raw) > LONGEST_ASKED:
        return False
    try:
        return bool(BackMsg.FromString(raw).WhichOneof("type") == "rerun_script")
    except DecodeError:
        return False


def _ended(raw: bytes) -> str:
    """How the run ended that a message says is over; empty for other messages, and where it goes on at once."""
    if len(raw) > LONGEST_END:
        return ""
    try:
        message = ForwardMsg.FromString(raw)
    except DecodeError:
        return ""
    if message.WhichOneof("type") != "script_finished" or message.script_finished == CUT:
        return ""
    return OUTCOMES.get(message.script_finished, "")
