"""How long another run takes in a browser, from the key that asks for it to its end, on pages where nothing changes."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.opening import ROOT, page_paths
from benchmarks.start import server_process
from tests.browser.install import BROWSER_FLAGS, browser_path

RUNS = 11
STATE = "[data-test-script-state]"
IDLE = "[data-test-script-state='notRunning']"
# Streamlit runs a page again at the key R. The answer is kept in the window: the milliseconds until the run is over.
WATCH = """() => {
  const app = document.querySelector("[data-test-script-state]");
  let began;
  window.rerun = null;
  document.addEventListener("keydown", () => { began = performance.now(); }, { capture: true, once: true });
  const watch = new MutationObserver(() => {
    if (app.dataset.testScriptState === "notRunning") {  // again: it was so before
      watch.disconnect();
      window.rerun = performance.now() - began;
    }
  });
  watch.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
}"""


def measure_reruns(data: Path, empty: Path) -> dict[str, float]:
    """Milliseconds of another run, medians: of each page of the dashboard, of its frame alone, of an empty page.

    `empty` is the file of the empty page.
    """
    os.environ["DOSSIER_DATA"] = str(data)
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=BROWSER_FLAGS)
        page = browser.new_page()
        for name, script in (("an empty page", empty), ("the frame alone", ROOT / "benchmarks" / "nothing.py")):
            with server_process(script) as (address, _):
                found[name] = rerun(page, address)
        with server_process(ROOT / "dashboard.py") as (address, _):
            for number, path in enumerate(page_paths()):
                found[path] = rerun(page, address + (path.split("/")[1] if number else ""))
        browser.close()
    return found


def rerun(page: Page, address: str) -> float:
    """Milliseconds of another run of the page at the address, the median of RUNS."""
    page.goto(address)
    page.wait_for_selector(STATE, state="attached", timeout=120_000)
    return statistics.median([_once(page) for _ in range(RUNS + 1)][1:])


def _once(page: Page) -> float:
    page.wait_for_timeout(700)  # what a page still draws or asks after its run is over belongs to the run before
    page.wait_for_selector(IDLE, state="attached", timeout=120_000)
    page.evaluate(WATCH)
    page.keyboard.press("r")
    page.wait_for_function("window.rerun !== null", timeout=120_000)
    return float(page.evaluate("window.rerun"))
