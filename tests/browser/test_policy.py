"""The security headers: with every answer, and kept by the browser. That no page, picture or file does what they forbid
is watched by the fixture `visit` in every test."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Browser


def test_what_the_policy_forbids_is_stopped_and_heard_of(browser: Browser, server: str):
    page = browser.new_context().new_page()
    page.goto(server)

    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        said = page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'asked', fault => fault.message)")
    assert said == "Failed to fetch"
    page.context.close()


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
