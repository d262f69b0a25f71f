"""The dashboard in a real browser: a server of its own on a free port, on the hand-made snapshot."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect, sync_playwright

from hosting import broken
from tests.browser.install import BROWSER_FLAGS, browser_path
from tests.pages import snapshots

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "": "Overview",
    "topics": "Topics",
    "timeline": "Timeline",
    "people": "People and places",
    "facts": "Facts",
    "search": "Search",
    "report": "Report",
    "documents": "Documents",
    "quality": "Quality",
    "share": "Share",
}
SECONDS_TO_START = 60
BROKEN = broken.BROKEN.partition("{")[0].strip()  # the words of a page whose run ended with a fault
CONTRACT = "test_contract.py"

# Where a window waits for the next test: of the same site, so that its process stays, which has our scripts compiled.
EMPTY = "/_stcore/health"

Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out; what we rely on is tested first."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.name != CONTRACT)


@contextmanager
def serve(data: Path, under: str = "", port: int = 0, **settings: str) -> Iterator[str]:
    """The address of a fresh server of the dashboard on this folder of snapshots; `under` is a path of its own,
    `settings` are variables of its environment."""
    port = port or free_port()
    options = [f"--server.port={port}", f"--server.baseUrlPath={under}"]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options]
    environment = (
        os.environ | {"DOSSIER_DATA": str(data), "DOSSIER_STORE": f"sqlite:///{data / 'written.db'}"} | settings
    )
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}{under}/_stcore/health")
            yield f"http://127.0.0.1:{port}{under}"
        finally:
            process.terminate()


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"no server at {address} within {SECONDS_TO_START} seconds")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the nine reports as its published snapshot."""
    folder = tmp_path_factory.mktemp("small")
    snapshots.small(folder)
    return folder


@pytest.fixture(scope="session")
def server(small: Path) -> Iterator[str]:
    """A server for all tests that change nothing on it."""
    with serve(small) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    path = browser_path()
    if path is None:
        pytest.fail("There is no Chromium: run `python tests/browser/install.py`.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> list[Page]:
    """Windows that are empty between tests, each in a browser context of its own: a new one costs more than a visit."""
    return []


@pytest.fixture
def visit(browser: Browser, server: str, windows: list[Page]) -> Iterator[Visit]:
    """Open an address of the dashboard in a browser of its own: `visit("/facts?theme=Mining", width=390)`.

    At the end every page must have been without an exception, must have asked nobody but the server, and must have
    done nothing that its Content-Security-Policy forbids.
    """
    strangers: list[str] = []
    forbidden: list[str] = []
    pages: list[tuple[Page, Callable[[Request], None]]] = []

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            forbidden.append(message.text)

    def visited(path: str = "/", base: str = server, width: int = 1280, look: str = "light") -> Page:
        def note(request: Request) -> None:
            if not request.url.startswith((base, base.replace("http", "ws"), "data:", "blob:", server + EMPTY)):
                strangers.append(request.url)

        page = windows.pop() if windows else browser.new_context(locale="en-GB").new_page()
        pages.append((page, note))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=look)
        page.mouse.move(0, 0)
        page.on("request", note)
        page.on("console", hear)
        page.goto(base + path)
        settle(page)
        return page

    yield visited
    faults = 0
    for page, note in pages:
        if page.is_closed():
            page.context.close()
            continue
        faults += page.get_by_test_id("stException").count() + page.get_by_text(BROKEN).count()
        for tab in page.context.pages:
            if tab != page:
                tab.close()
        page.context.clear_cookies()
        page.goto(server + EMPTY)  # the page may be of a server that has ended: an error of the browser has no storage
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.remove_listener("request", note)
        page.remove_listener("console", hear)
        windows.append(page)
    assert (faults, strangers, forbidden) == (0, [], [])


# Whether nothing has moved for so many milliseconds: the script is through, the filters are there, the page neither
# changes nor scrolls, and nothing fades in or out.
IS_STILL = """([call, milliseconds]) => {
  if (window.watched?.call !== call) {
    window.watched?.changes.disconnect();
    const watched = window.watched = { call, since: performance.now(), top: 0 };
    watched.changes = new MutationObserver(() => { watched.since = performance.now(); });
    watched.changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }
  const watched = window.watched;
  const panels = [...document.querySelectorAll('.st-key-panel *')].map(e => e.shadowRoot).filter(Boolean);
  const top = document.querySelector('[data-testid=stMain]')?.scrollTop ?? 0;
  const isDone = document.querySelector("[data-test-connection-state='CONNECTED']")
    && document.querySelector("[data-test-script-state='notRunning']")
    && panels.some(root => root.querySelector('.panel[data-ready][data-busy=false]'))
    && top === watched.top
    && document.getAnimations().every(a =>
      a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity);
  watched.top = top;
  if (!isDone) watched.since = performance.now();
  return performance.now() - watched.since >= milliseconds;
}"""
QUIET_MILLISECONDS = 350  # on a busy machine the answer to a click, or a second run, begins well within
calls = count()


def settle(page: Page) -> None:
    """Wait until the page is connected, its script is through, its filters are there and nothing moves."""
    page.wait_for_function(IS_STILL, arg=[next(calls), QUIET_MILLISECONDS], polling=30)


def choose(page: Page, key: str, words: str = "") -> None:
    """Choose by keyboard what comes first in the list of a select box, of all or of what holds these words."""
    box = page.locator(f".st-key-{key} input").last
    box.scroll_into_view_if_needed()
    settle(page)
    box.focus()
    if words:
        box.fill(words)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    settle(page)


def open_mark(page: Page, chart: str, words: str = "") -> None:
    """Open by keyboard what comes first in the list of a chart, of all or of what holds these words."""
    button = page.locator(f".st-key-tools-{chart} .d-open")
    button.scroll_into_view_if_needed()
    settle(page)
    button.press("Enter")
    entries = page.locator(f".st-key-tools-{chart} .d-drop").get_by_role("button")
    (entries.filter(has_text=words) if words else entries).first.press("Enter")
    settle(page)


PANEL = ".st-key-panel .panel"


IS_OPEN = "document.documentElement.dataset.filters === 'open'"


def open_filters(page: Page) -> None:
    """Open the drawer of the filters, if it is closed."""
    if not page.evaluate(IS_OPEN):
        page.locator(".d-filter").click()
        settle(page)


def panel(page: Page) -> Locator:
    """The filters, in their drawer, which is opened."""
    open_filters(page)
    return page.locator(PANEL)


def close_filters(page: Page) -> None:
    """Close the drawer, so that it covers nothing of the page."""
    if page.evaluate(IS_OPEN):
        page.keyboard.press("Escape")
        settle(page)


def chosen(page: Page, field: str, state: str = "only") -> list[str]:
    """The values of an open section of the filters that are ticked; or `hidden` ones."""
    open_filters(page)
    return page.locator(f"{PANEL} [data-field={field}] li[data-state={state}] .name").all_inner_texts()


def tick(page: Page, value: str) -> None:
    """Tick a value of an open section of the filters, or take the tick away; the drawer is closed then."""
    open_filters(page)
    page.locator(PANEL).get_by_role("checkbox", name=f"{value}, ").first.click()
    settle(page)
    close_filters(page)


def number_of_bar(page: Page, chart: str, bar: int) -> int:
    """The number that stands beside a bar of a chart."""
    return int(
        (page.locator(f".st-key-chart-{chart} .bars .point text").nth(bar).text_content() or "").replace(",", "")
    )
