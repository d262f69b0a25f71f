"""Sessions of a real server: what they take of its memory, and how long a click takes in a browser."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.start import server_process
from benchmarks.visits import BARE, ROOT, Address, page_paths
from tests.browser.install import BROWSER_FLAGS, browser_path

# Notes when a button is clicked, and when the text of the page is another than before.
WATCH = """() => {
  const main = document.querySelector("[data-testid=stMainBlockContainer]")
  const before = main.textContent
  window.clickedAt = window.textIsNew = 0
  document.addEventListener("click", () => { window.clickedAt = performance.now() }, { capture: true, once: true })
  const observer = new MutationObserver(() => {
    if (!window.clickedAt || main.textContent === before) return
    window.textIsNew = performance.now()
    observer.disconnect()
  })
  observer.observe(main, { childList: true, characterData: true, subtree: true })
}"""
WARM = 3  # sessions before the count begins: what all share is loaded by then
CLICKS = 11
RESTING = 500  # milliseconds that the mouse is on a button before a click
DONE = "[data-test-connection-state='CONNECTED'] [data-test-script-state='notRunning'], "
DONE += "[data-test-connection-state='CONNECTED'][data-test-script-state='notRunning']"


def measure_memory(data: Path, sessions: int, filters: list[Address]) -> tuple[float, float]:
    """Megabytes that each of so many open sessions adds, and of the server with all of them."""
    os.environ["DOSSIER_DATA"] = str(data)
    pages = [path.split("/")[1] for path in page_paths()]
    with server_process(ROOT / "dashboard.py") as (address, pid):
        stream = address.replace("http", "ws", 1) + "_stcore/stream"
        held = []
        for number in range(WARM + sessions):
            socket = connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None)
            held.append(socket)
            for step in range(2):
                run_page(socket, pages[(number + step) % len(pages)], filters[(number + step) % len(filters)])
            if number == WARM - 1:
                before = megabytes(pid)
        after = megabytes(pid)
        for socket in held:
            socket.close()
    return (after - before) / sessions, after


def run_page(socket: ClientConnection, page: str, filters: Address) -> None:
    """Ask for a page and wait until its script has run. Raises TimeoutError."""
    message = BackMsg()
    message.rerun_script.query_string = urlencode(filters, doseq=True)
    message.rerun_script.page_name = page
    socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(socket.recv(timeout=300))
        if answer.WhichOneof("type") == "script_finished":
            return


def megabytes(pid: int) -> float:
    """The memory that the process holds."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"The memory of process {pid} is not told.")


def measure_clicks(data: Path) -> tuple[dict[str, float], float]:
    """Milliseconds from a click to new text, medians of CLICKS in turn: on each page of the menu, on a bare page."""
    os.environ["DOSSIER_DATA"] = str(data)
    first, *others = page_paths()  # the first has the address of the whole
    addresses = {first: ""} | {path: path.split("/")[1] for path in others}
    found: dict[str, list[float]] = {path: [] for path in addresses}
    plain_times = []
    with tempfile.TemporaryDirectory() as folder, pages_of_both(Path(folder)) as ((window, address), plain):
        for _ in range(CLICKS):
            for path, times in found.items():
                times.append(click_away(window, address + addresses[path]))
                plain_times.append(click_button(plain))
    return {path: statistics.median(times) for path, times in found.items()}, statistics.median(plain_times)


@contextmanager
def pages_of_both(folder: Path) -> Iterator[tuple[tuple[Page, str], Page]]:
    """A browser window on the dashboard, with its address, and one on the bare page."""
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=BROWSER_FLAGS)
        with server_process(ROOT / "dashboard.py") as (address, _), server_process(script) as (bare, _):
            ours, plain = browser.new_page(), browser.new_page()
            plain.goto(bare)
            plain.get_by_role("button", name="Change").wait_for(timeout=120_000)
            yield (ours, address), plain
        browser.close()


def click_away(page: Page, address: str) -> float:
    """Milliseconds from a click that takes a filter away to the first text of the page without it."""
    page.goto(f"{address}?status=Planned")
    chip = page.locator(".st-key-only-chip-0 button").first
    chip.wait_for(timeout=120_000)
    page.wait_for_selector(DONE, state="attached", timeout=120_000)
    return clicked(page, chip)


def click_button(page: Page) -> float:
    """Milliseconds from a click on the bare page to its new text."""
    page.reload()
    button = page.get_by_role("button", name="Change")
    button.wait_for(timeout=120_000)
    page.wait_for_selector(DONE, state="attached", timeout=120_000)
    return clicked(page, button)


def clicked(page: Page, button: Locator) -> float:
    """Milliseconds from a click to the first new text, as the browser sees it; the mouse is on the button before."""
    button.hover()
    page.wait_for_timeout(RESTING)
    page.evaluate(WATCH)
    button.click()
    page.wait_for_function("() => window.textIsNew", polling=50, timeout=120_000)
    return float(page.evaluate("window.textIsNew - window.clickedAt"))
