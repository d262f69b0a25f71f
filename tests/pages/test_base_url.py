"""The address of the server in the HTML of pages."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Receive, Scope, Send

from pages.parts.base_url import BaseUrl

HTML = "<html><head><title>A</title></head><body>" + "words " * 200 + "</body></html>"


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """A server as Streamlit's: HTML for any address, compressed; health as plain text."""
    is_api = scope["path"].startswith("/_stcore")
    answer = PlainTextResponse("<head>ok") if is_api else HTMLResponse(HTML)
    await GZipMiddleware(answer, minimum_size=10)(scope, receive, send)


def asked(path: str) -> tuple[dict[bytes, bytes], bytes]:
    """The headers and the body of the answer to a browser that asks for a path."""
    messages: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        messages.append(message)

    headers = [(b"accept-encoding", b"gzip")]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    served = BaseUrl(streamlit, pages=["facts"])(scope, receive, send)
    with ThreadPoolExecutor(1) as thread:  # the loop of a browser's test may run in this one
        thread.submit(asyncio.run, served).result()
    return dict(messages[0]["headers"]), b"".join(one.get("body", b"") for one in messages[1:])


def test_the_html_of_a_page_says_where_the_server_is() -> None:
    headers, body = asked("/facts")

    assert body.startswith(b"<html><head><script>window.__streamlit=")
    assert int(headers[b"content-length"]) == len(body)
    assert b'replace(/\\/(facts)\\/*$/,"/")' in body


def test_a_server_below_a_folder_is_found_as_well() -> None:
    assert b"BACKEND_BASE_URL" in asked("/mounted/facts/")[1]


def test_other_answers_stay_as_they_are() -> None:
    for path in ("/", "/else", "/_stcore/facts"):
        assert b"BACKEND_BASE_URL" not in asked(path)[1]
    assert asked("/")[0][b"content-encoding"] == b"gzip"
