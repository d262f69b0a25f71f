"""What is too much is refused in words: sessions when all seats are taken, floods of questions and of uploads."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from hosting import uploads
from hosting.guard import Guard
from hosting.mode import CannotStart, Mode
from hosting.room import QUESTIONS_AT_ONCE, SPARE, TRY_LATER, Room, most_sessions
from tests.hosting.conftest import client, in_a_thread


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    with suppress(WebSocketDisconnect):
        await socket.receive_text()


async def _page(_: Any) -> PlainTextResponse:
    return PlainTextResponse("reports")


def served(most: int = 2, address: str = "203.0.113.7") -> TestClient:
    everything = Route("/{rest:path}", _page, methods=["GET", "PUT"])
    routes = [WebSocketRoute("/_stcore/stream", _stream), everything]
    guards = [Middleware(Guard, mode=Mode.PUBLIC), Middleware(Room, mode=Mode.PUBLIC, most=most)]
    return client(Starlette(routes=routes, middleware=guards), address=address)


def test_when_all_seats_are_taken_a_page_says_so_and_comes_again() -> None:
    browser = served(most=2)

    def visit() -> tuple[Any, ...]:
        with browser.websocket_connect("/_stcore/stream"):
            one = browser.get("/facts").status_code
            with browser.websocket_connect("/_stcore/stream"):
                full = browser.get("/facts?theme=Mining")
                others = [browser.get(path).status_code for path in ("/health", "/static/a.js", "/media/a.csv")]
        return one, full, others, browser.get("/facts").status_code

    one, full, others, later = in_a_thread(visit)

    assert (one, full.status_code, others, later) == (200, 503, [200, 200, 200], 200)
    assert "All seats are taken" in full.text
    assert '<meta http-equiv="refresh" content="20">' in full.text
    assert full.headers["retry-after"] == "20"


def test_who_has_a_page_may_load_it_again_when_all_seats_are_taken() -> None:
    browser = served(most=1)
    mine, other = {"cookie": "_streamlit_xsrf=mine"}, {"cookie": "_streamlit_xsrf=other"}

    def visit() -> list[int]:
        with browser.websocket_connect("/_stcore/stream", headers=mine):
            return [browser.get("/facts", headers=one).status_code for one in (mine, other, {})]

    assert in_a_thread(visit) == [200, 503, 503]
    assert in_a_thread(lambda: browser.get("/facts", headers=other)).status_code == 200


def test_a_flood_of_sessions_is_bounded() -> None:
    browser = served(most=1)

    def flood() -> int:
        sockets = [browser.websocket_connect("/_stcore/stream") for _ in range(1 + SPARE)]
        for socket in sockets:
            socket.__enter__()
        try:
            with pytest.raises(WebSocketDisconnect) as ended, browser.websocket_connect("/_stcore/stream"):
                pass
        finally:
            for socket in sockets:
                socket.__exit__(None, None, None)
        with browser.websocket_connect("/_stcore/stream"):
            return ended.value.code

    assert in_a_thread(flood) == TRY_LATER


def test_a_flood_of_questions_is_held_up_for_its_address_alone() -> None:
    browser = served()

    statuses = in_a_thread(lambda: [browser.get("/api/v1/claims").status_code for _ in range(2 * QUESTIONS_AT_ONCE)])

    assert statuses[:QUESTIONS_AT_ONCE] == [200] * QUESTIONS_AT_ONCE
    assert 429 in statuses
    assert in_a_thread(lambda: browser.get("/facts")).status_code == 200
    other = served(address="203.0.113.8")
    assert in_a_thread(lambda: other.get("/api/v1/claims")).status_code == 200


def test_a_flood_of_uploads_is_held_up() -> None:
    browser = served()

    def put() -> int:
        return browser.put("/_stcore/upload_file/session/file", content=b"a query").status_code

    statuses = in_a_thread(lambda: [put() for _ in range(2 * uploads.AT_ONCE)])

    assert statuses[: uploads.AT_ONCE] == [200] * uploads.AT_ONCE
    assert 429 in statuses


def test_uploads_end_where_the_memory_for_them_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "held", lambda: uploads.MOST_HELD + 1)

    answer = in_a_thread(lambda: served().put("/_stcore/upload_file/session/file", content=b"a query"))

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")


def test_the_limit_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_SESSIONS", "30")
    assert most_sessions() == 30

    for word in ("0", "-1", "many", "²"):
        monkeypatch.setenv("DOSSIER_SESSIONS", word)
        with pytest.raises(CannotStart, match="DOSSIER_SESSIONS has"):
            most_sessions()
