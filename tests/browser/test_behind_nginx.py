"""The dashboard in a browser behind nginx, with the configuration of deploy/: TLS, WebSocket, limits."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import free_port, serve, settle
from tests.hosting.test_deploy import NGINX, Proxy


@pytest.mark.skipif(not NGINX, reason="there is no nginx")
def test_a_page_is_whole_and_answers(browser: Browser, small: Path, tmp_path: Path) -> None:
    port = free_port()
    proxy = Proxy(tmp_path, [], [port, port])
    said: list[str] = []
    with subprocess.Popen(proxy.command) as process, serve(small, port=port, DOSSIER_PUBLIC="1"):
        try:
            page = browser.new_context(ignore_https_errors=True).new_page()
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page.goto(f"https://127.0.0.1:{proxy.port}/facts?theme=Mining")
            settle(page)

            expect(page.locator(".d-head h1")).to_have_text("Facts")
            page.get_by_role("link", name="Timeline").first.click()
            settle(page)
            expect(page.locator(".d-head h1")).to_have_text("Timeline")
            assert said == []
            page.context.close()
        finally:
            process.terminate()
