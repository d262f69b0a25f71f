"""Every answer has the security headers, and Streamlit's host configuration names no other company's host."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from hosting.broken import broken
from hosting.headers import INLINE, SecurityHeaders, digest, frames, security_headers, streamlit_page
from hosting.logs import Lines, error_id
from hosting.start import middleware
from pages.parts.base_url import script

STREAMLITS = ["https://*.streamlit.app", "https://share.streamlit.io"]


async def _socket(socket: WebSocket) -> None:
    await socket.accept(headers=[(b"x-own", b"kept")])
    await socket.close()


def served(said: str = "") -> TestClient:
    """A browser of a server with these origins as its setting."""
    origins = frames(said)
    headers = security_headers([streamlit_page(), script(["facts"])], origins)
    routes = [
        Route("/", lambda _: PlainTextResponse("page", headers={"X-Frame-Options": "ALLOWALL"})),
        Route("/_stcore/host-config", lambda _: JSONResponse({"allowedOrigins": STREAMLITS, "metricsUrl": ""})),
        Route("/gone/_stcore/host-config", lambda _: PlainTextResponse("none", status_code=404)),
        WebSocketRoute("/_stcore/stream", _socket),
    ]
    wrapped = [Middleware(SecurityHeaders, headers=headers, origins=origins)]
    return TestClient(Starlette(routes=routes, middleware=wrapped), base_url="http://desk.example:8501")


def in_a_thread(ask: Any) -> Any:
    """What `ask` gives; the loop of a browser's test may run in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ask).result()


@pytest.mark.parametrize("path", ["/", "/nothing", "/_stcore/host-config", "/gone/_stcore/host-config"])
def test_an_answer_has_the_headers(path: str) -> None:
    headers = in_a_thread(lambda: served().get(path)).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers.get_list("x-frame-options") == ["SAMEORIGIN"]
    assert "frame-ancestors 'self';" in headers["content-security-policy"]


def test_the_answer_to_a_websocket_upgrade_has_them_as_well() -> None:
    def ask() -> Any:
        with served().websocket_connect("/_stcore/stream") as socket:
            return dict(socket.extra_headers or [])

    headers = in_a_thread(ask)

    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"x-own"] == b"kept"


def test_scripts_run_from_the_server_alone_and_the_two_inline_ones_by_their_digest() -> None:
    said = in_a_thread(lambda: served().get("/")).headers["content-security-policy"]
    policy = dict(part.split(" ", 1) for part in said.split("; "))

    inline = INLINE.findall(streamlit_page()) + INLINE.findall(script(["facts"]))
    assert len(inline) == 2  # an upgrade of Streamlit may have more: look at them
    assert policy["script-src"].split() == ["'self'", "blob:", *map(digest, inline)]
    assert not any(word in said for word in ("unsafe-eval", "http", " *", "script-src 'unsafe"))


def test_the_browser_code_is_told_of_its_own_origin_alone() -> None:
    answer = in_a_thread(lambda: served().get("/_stcore/host-config", headers={"accept-encoding": "gzip"}))

    assert answer.json() == {
        "allowedOrigins": ["https://desk.example:8501", "http://desk.example:8501"],
        "metricsUrl": "",
    }
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_forged_host_is_not_told_on() -> None:
    answer = in_a_thread(lambda: served().get("/_stcore/host-config", headers={"host": "a.example/<x>"}))

    assert json.loads(answer.content)["allowedOrigins"] == []


def test_a_setting_lets_others_hold_the_page_in_a_frame() -> None:
    client = served("https://desk.example *.press.example")
    headers = in_a_thread(lambda: client.get("/")).headers

    assert "frame-ancestors 'self' https://desk.example *.press.example;" in headers["content-security-policy"]
    assert headers.get_list("x-frame-options") == ["ALLOWALL"]  # the old header cannot say it: not ours
    origins = in_a_thread(lambda: client.get("/_stcore/host-config")).json()["allowedOrigins"]
    assert origins[2:] == ["https://desk.example", "*.press.example"]


def test_a_setting_forbids_frames() -> None:
    headers = in_a_thread(lambda: served("none").get("/")).headers

    assert "frame-ancestors 'none';" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"


def test_a_setting_that_is_no_origin_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_FRAMES", "https://a.example; script-src *")

    with pytest.raises(SystemExit, match=r"DOSSIER_FRAMES has 'https://a.example;', which is no origin"):
        middleware(["facts"])


def test_a_request_that_raises_is_answered_with_a_number_and_the_headers(caplog: pytest.LogCaptureFixture) -> None:
    def fails(_: Request) -> PlainTextResponse:
        raise RuntimeError("words of a report")

    app = Starlette(routes=[Route("/", fails)], exception_handlers={Exception: broken(["facts"])})
    answer = in_a_thread(lambda: TestClient(app, raise_server_exceptions=False).get("/"))

    assert (answer.status_code, answer.headers["x-content-type-options"]) == (500, "nosniff")
    number = answer.text.removesuffix(".").rpartition(" ")[2]
    (record,) = caplog.records
    assert error_id(record.exc_info[1]) == number  # type: ignore[index, arg-type]
    assert "words of a report" not in answer.text + Lines().format(record)


def test_messages_of_other_kinds_pass() -> None:
    seen: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    in_a_thread(lambda: asyncio.run(SecurityHeaders(app, {})({"type": "lifespan"}, None, None)))  # type: ignore[arg-type]

    assert seen == ["lifespan"]
