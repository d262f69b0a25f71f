"""Every page, chart, map, picture and file works under the security headers, which the fixture `visit` watches."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PAGES, Visit
from tests.browser.test_downloads import saved


@pytest.mark.parametrize(
    "path", [*PAGES, "people?part=network", "people?part=places", "search?q=mine", "topics?part=map"]
)
def test_a_page_does_nothing_that_the_policy_forbids(visit: Visit, path: str):
    page = visit(f"/{path}")

    expect(page.locator(".st-key-panel")).to_be_attached()


def test_what_the_policy_forbids_is_stopped_and_heard_of(browser: Browser, server: str):
    page = browser.new_context().new_page()
    page.goto(server)

    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        said = page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'asked', fault => fault.message)")
    assert said == "Failed to fetch"
    page.context.close()


def test_pictures_and_files_are_saved(visit: Visit):
    page = visit("/")

    assert saved(page, "status", "PNG picture").read_bytes().startswith(b"\x89PNG")
    assert saved(page, "status", "SVG drawing").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "path", ["/", "/facts", "/favicon.png", "/_stcore/health", "/_stcore/host-config", "/media/none"]
)
def test_the_server_gives_the_headers_with_every_answer(server: str, path: str):
    request = urllib.request.Request(server + path, headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as fault:
        answer = fault

    with answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert b"streamlit.app" not in answer.read()
