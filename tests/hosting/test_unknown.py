"""Addresses that name no page of the dashboard."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from hosting.unknown import UnknownPage


async def streamlit(request: Request) -> Response:
    """As Streamlit: its page for any path."""
    return HTMLResponse("<html><head></head></html>")


async def logged_in(request: Request) -> Response:
    return PlainTextResponse("in")


APP = Starlette(
    routes=[Route("/oauth2callback", logged_in), Route("/{path:path}", streamlit)],
    middleware=[Middleware(UnknownPage, pages=("facts", "overview", "people", "timeline"))],
)


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        pytest.param("/Facts?theme=Mining", "/facts?theme=Mining", id="other letters, the filters stay"),
        pytest.param("/timelines", "/timeline", id="nearly its name"),
        pytest.param("/people-and-places", "/people", id="its title"),
        pytest.param("/Overview?theme=Aid", "/?theme=Aid", id="the first page, which has no name"),
        pytest.param("/home?theme=Aid", "/?theme=Aid&asked-page=home", id="no page is like it"),
        pytest.param("/%3Cb%3E&x=1", "/?asked-page=%3Cb%3E%26x%3D1", id="signs of HTML and of addresses"),
        pytest.param("//evil.example", "/", id="not another server"),
    ],
)
def test_an_address_without_a_page_leads_to_one(asked: str, right: str):
    answer = TestClient(APP).get(f"http://desk.example{asked}", follow_redirects=False)

    assert (answer.status_code, answer.headers.get("location", "/")) in ((307, right), (200, right))


@pytest.mark.parametrize("asked", ["/", "/facts", "/facts/", "/oauth2callback", "/_stcore/health", "/media/a.csv"])
def test_other_addresses_are_answered_as_they_are(asked: str):
    assert TestClient(APP).get(asked, follow_redirects=False).status_code == 200
