"""Hand-made snapshots to share: the nine reports, the same with hostile words, and a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from analysis.store import publish
from sharing.shared import Shared, open_shared
from tests.pages import snapshots

AT = datetime(2024, 7, 1, 12, 30, tzinfo=UTC)
HOSTILE = (
    "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)> **b** "
    "[l](https://evil.example) \u202egpj"
)

Share = Callable[..., Shared]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the nine reports as its published snapshot."""
    folder = tmp_path_factory.mktemp("shared")
    snapshots.small(folder)
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine reports with titles, publishers, addresses, claims and names that try to be more than words."""
    folder = tmp_path_factory.mktemp("hostile")
    publish(folder, hostile_frames(), {"model": "by hand"})
    return folder


def hostile_frames() -> dict[str, pd.DataFrame]:
    """Every table of the nine reports with hostile words."""
    frames = snapshots.small_frames()
    frames["documents"]["title"] = HOSTILE
    frames["documents"]["publisher"] = "=HYPERLINK(1) " + HOSTILE
    frames["documents"]["url"] = "javascript:alert(3)"
    frames["facts"]["claim"] = HOSTILE + " It rained here today."
    frames["facts"]["claim_spans"] = None
    frames["entities"]["name"] = [f"{HOSTILE} {number}" for number in range(len(frames["entities"]))]
    frames["attributions"]["source"] = HOSTILE
    return frames


@pytest.fixture
def share(small: Path) -> Share:
    """What is shared of the nine reports: `share(link, has_texts=False)`."""

    def shared(link: str = "", has_texts: bool = True) -> Shared:
        return open_shared(small, AT, link, has_texts)

    return shared
