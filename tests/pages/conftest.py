"""The dashboard on a hand-made snapshot, without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import snapshots

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the nine reports as its published snapshot."""
    folder = tmp_path_factory.mktemp("small")
    snapshots.small(folder)
    return folder


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with one report that says nothing."""
    folder = tmp_path_factory.mktemp("blank")
    snapshots.empty(folder)
    return folder


@pytest.fixture
def visit(small: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page: `visit("explore/topics", theme="Mining")`; keyword arguments are the address after the `?`."""

    def visited(page: str = "explore/overview", data: Path = small, /, **address: object) -> AppTest:
        monkeypatch.setenv("DOSSIER_DATA", str(data))
        app = AppTest.from_file(str(DASHBOARD), default_timeout=30)
        for name, value in address.items():
            app.query_params[name.replace("_", "-")] = value
        app.run()
        if page != "explore/overview":
            app.switch_page(f"pages/{page}.py")
            app.run()
        return app

    return visited


def html(app: AppTest) -> str:
    """All of our own HTML on the page."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def chips(app: AppTest) -> list[str]:
    """The words of the active filters; those that hide begin with `not`."""
    found = [(button.key or "", button.label) for button in app.button if "-chip-" in (button.key or "")]
    plain = [(key, re.sub(r"\\(.)", r"\1", label).replace("\u200c", "")) for key, label in found]
    return [f"not {label}" if key.startswith("not") else label for key, label in plain]
