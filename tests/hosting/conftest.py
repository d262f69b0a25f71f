"""A server as Streamlit's behind the guard, without Streamlit's runtime, and the settings that it runs with."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes

from hosting.guard import Guard
from hosting.mode import Mode

SECRET = "a secret for tests that is long enough"
ORIGIN = "http://desk.example:8501"
LOGIN = f"""
[auth]
redirect_uri = "{ORIGIN}/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "dossier"
client_secret = "secret of the client"
server_metadata_url = "http://localhost:{{port}}/.well-known/openid-configuration"
"""
ADDRESSES = (
    "/",
    "/facts",
    "/facts?theme=Mining",
    "/index.html",
    "/media/abc.csv",
    "/component/x/index.html",
    "/app/static/x",
    "/_stcore/host-config",
    "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/agent/interact",
    "/_stcore/metrics",
    "/api/v1/claims",
    "/oauth2callback2",
    "/auth",
    "//media/abc.csv",
    "/statics",
)
Told = TypeVar("Told")


def in_a_thread(ask: Callable[[], Told]) -> Told:
    """What `ask` gives; the loop of a browser's test may run in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ask).result()


@pytest.fixture
def secrets(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Write secrets.toml, and have Streamlit read it."""
    before = config.get_option("secrets.files")

    def write(words: str) -> None:
        (tmp_path / "secrets.toml").write_text(words, encoding="utf-8")
        config.set_option("secrets.files", [str(tmp_path / "secrets.toml")])
        secrets_singleton._reset()

    yield write
    config.set_option("secrets.files", before)
    secrets_singleton._reset()


@pytest.fixture
def access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Write the file that says who may do what."""
    file = tmp_path / "access.toml"
    monkeypatch.setenv("DOSSIER_ACCESS", str(file))
    monkeypatch.setenv("DOSSIER_STORE", f"sqlite:///{tmp_path / 'written.db'}")

    def write(words: str) -> None:
        file.write_text(words, encoding="utf-8")

    return write


async def _echo(socket: WebSocket) -> None:
    await socket.accept()
    with suppress(WebSocketDisconnect):
        while True:
            await socket.send_text(await socket.receive_text())


def behind(mode: Mode, seen: list[str] | None = None) -> Starlette:
    """The server; `seen` gets the path of each request that the guard lets through."""

    async def page(request: Any) -> PlainTextResponse:
        if seen is not None:
            seen.append(request.url.path)
        return PlainTextResponse("reports", status_code=200)

    routes = [
        *create_auth_routes(""),
        WebSocketRoute("/_stcore/stream", _echo),
        Route("/{rest:path}", page, methods=["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"]),
    ]
    session = Middleware(SessionMiddleware, secret_key=SECRET)
    return Starlette(routes=routes, middleware=[Middleware(Guard, mode=mode), session])


def client(app: Starlette, base: str = ORIGIN, address: str = "203.0.113.7") -> TestClient:
    """A browser at this address that asks the server by this name."""
    return TestClient(app, base_url=base, client=(address, 50000), follow_redirects=False)


def cookie(email: str = "ann@desk.example", *, secret: str = SECRET, **claims: Any) -> dict[str, str]:
    """The cookie of a login, signed as Streamlit does it."""
    said = {"email": email, "iat": time.time(), "is_logged_in": True, "origin": ORIGIN, "provider": "default"} | claims
    signed = create_signed_value(secret, "_streamlit_user", json.dumps(said))
    return {"cookie": f"_streamlit_user={signed.decode()}"}
