"""From the start of a server to the first chart in a browser, for the dashboard and for an empty Streamlit page."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.install import BROWSER_FLAGS, browser_path  # noqa: E402

EMPTY = """import plotly.graph_objects as go
import streamlit as st
st.title("Empty")
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[3, 1, 2])))
"""
CHART = ".js-plotly-plot .main-svg"


def measure_start(runs: int) -> None:
    """Print the seconds of each run for both pages, in turn, and the ratio of each pair. Needs built seeds."""
    program = browser_path()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        pairs = [(first_chart(browser, empty), first_chart(browser, ROOT / "dashboard.py")) for _ in range(runs)]
        browser.close()
    ratios = sorted(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    print(f"empty page {bare:.2f} s, dashboard {ours:.2f} s, ratio {statistics.median(ratios):.2f} ({spread})")


def first_chart(browser: Browser, script: Path) -> float:
    """Seconds from starting the server to the first chart in a new browser window."""
    began = time.perf_counter()
    with server(script) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector(CHART, timeout=60_000)
        taken = time.perf_counter() - began
        page.close()
    return taken


@contextmanager
def server(script: Path) -> Iterator[str]:
    """The address of a Streamlit server that runs the script, from a free port."""
    with server_process(script) as (address, _):
        yield address


@contextmanager
def server_process(script: Path) -> Iterator[tuple[str, int]]:
    """The address of a Streamlit server that runs the script, and the number of its process."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    command += ["--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"]
    # The dashboard finds its settings in its folder; another page has those that Streamlit comes with.
    folder = ROOT if script.is_relative_to(ROOT) else script.parent
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}/", process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Return when somebody listens on the port. Raises TimeoutError after a minute."""
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"Nothing listens on port {port}.")
