"""The report as PDF, printed by a Chromium that is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from sharing.missing import MissingPackage
from sharing.writing import write_text

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
BROWSER_SETTING = "DOSSIER_BROWSER"
SECONDS = 180
PATIENCE = 30_000  # milliseconds, of the page's own clock, in which the script of the report draws
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    f"--virtual-time-budget={PATIENCE}",
)


class NotPrinted(OSError):
    """The browser did not print."""


def print_to(html: str, path: Path) -> None:
    """Print the report to a file. Raises MissingPackage where there is no browser, NotPrinted."""
    browser = browser_path()
    if browser is None:
        raise MissingPackage(f"A PDF needs Chromium or Google Chrome, or {BROWSER_SETTING} set to one")
    with tempfile.TemporaryDirectory(prefix="dossier-print-") as folder:
        report, printed = Path(folder) / "report.html", Path(folder) / "report.pdf"
        write_text(report, html)
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        places = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", report.as_uri()]
        try:
            subprocess.run([browser, *FLAGS, *sandbox, *places], capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as fault:
            raise NotPrinted(f"The browser took more than {SECONDS} seconds") from fault
        if not printed.exists():
            raise NotPrinted("The browser wrote no PDF")
        shutil.copyfile(printed, path)


def browser_path() -> str | None:
    """The program of a Chromium; None without one."""
    named = os.environ.get(BROWSER_SETTING)
    found = [named] if named else [*(shutil.which(name) for name in NAMES), MAC]
    return next((path for path in found if path and Path(path).exists()), None)
