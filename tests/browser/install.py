"""A browser for the tests: a Chromium that is there, else Debian's package when root, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
BROWSER_FLAGS = [
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HELP = (
    "The browser tests need Chromium and could not install it. Please install Chromium or Google Chrome, "
    "or set DOSSIER_BROWSER to its program, and run the command again."
)


def browser_path() -> str | None:
    """The program of a Chromium that is there, None without one."""
    named = os.environ.get("DOSSIER_BROWSER")
    found = [named] if named else [*(shutil.which(name) for name in NAMES), MAC]
    there = next((path for path in found if path and Path(path).exists()), None)
    return there or (playwrights_own() if Path(playwrights_own()).exists() else None)


def playwrights_own() -> str:
    """Where Playwright keeps its Chromium, whether it is there or not."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def commands() -> list[list[str]]:
    """The ways to install one, the first to try first."""
    debian = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    is_debian_root = shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0
    return [*(debian if is_debian_root else []), [sys.executable, "-m", "playwright", "install", "chromium"]]


def install() -> str | None:
    """The program of a Chromium, installed if need be; None when that failed."""
    if path := browser_path():
        return path
    print("Installing a browser for the tests")
    for command in commands():
        subprocess.run(
            command, check=False, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        )
        if path := browser_path():
            return path
    return None


if __name__ == "__main__":
    sys.exit(0 if install() else HELP)
