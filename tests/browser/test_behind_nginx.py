"""The dashboard in a browser behind nginx, with the configuration of deploy/: TLS, WebSocket, limits."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import chosen, free_port, serve, settle
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


@pytest.mark.long
@pytest.mark.skipif(not NGINX, reason="there is no nginx")
def test_a_page_whose_replica_dies_comes_back_with_its_view(browser: Browser, small: Path, tmp_path: Path) -> None:
    replicas = {free_port(): ExitStack() for _ in range(2)}
    proxy = Proxy(tmp_path, [], list(replicas))
    with ExitStack() as every:
        process = every.enter_context(subprocess.Popen(proxy.command))
        every.callback(process.terminate)
        for port, replica in replicas.items():
            every.enter_context(replica)
            replica.enter_context(serve(small, port=port, DOSSIER_PUBLIC="1"))
        page = browser.new_context(ignore_https_errors=True).new_page()
        page.goto(f"https://127.0.0.1:{proxy.port}/facts?theme=Mining")
        settle(page)
        before = page.get_by_test_id("stMain").inner_text()

        (own,) = (port for port in replicas if "dossier_sessions 1.0" in figures(port))
        replicas[own].close()
        page.wait_for_timeout(1000)
        settle(page)

        assert page.get_by_test_id("stMain").inner_text() == before
        page.get_by_role("link", name="Timeline").first.click()
        settle(page)
        expect(page.locator(".d-head h1")).to_have_text("Timeline")
        assert chosen(page, "theme") == ["Mining"]
        page.context.close()


def figures(port: int) -> str:
    """What a replica says of itself to its own machine."""
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return str(answer.read().decode())
