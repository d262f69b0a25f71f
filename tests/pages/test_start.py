"""What the server does before the first visit."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

STARTED = """
import gc
import threading

import dashboard

next(thread for thread in threading.enumerate() if thread.name == "warm-up").join()
print(gc.get_freeze_count() > 100_000)
"""


def test_what_the_pages_import_is_not_walked_again_when_memory_is_freed():
    done = subprocess.run([sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["True"]
    assert "leaked" not in done.stderr  # at the end it is given back


def test_no_full_collection_follows_a_run():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert settings["runner"]["postScriptGC"] is False
