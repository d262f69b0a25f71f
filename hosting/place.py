"""Where the snapshots lie, and what people write."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.user_store.store import STORE_SETTING, beside

ROOT = Path(__file__).resolve().parents[1]
DATA_SETTING = "DOSSIER_DATA"


def started_on() -> Path:
    """The folder of snapshots that the server was started on: DOSSIER_DATA, or `.dossier/seeds` of the project."""
    return Path(os.environ.get(DATA_SETTING) or ROOT / ".dossier" / "seeds")


def store_address(folder: Path) -> str:
    """The address of the user store: DOSSIER_STORE, or a file beside the snapshots of the folder."""
    return os.environ.get(STORE_SETTING) or beside(folder)
