"""The dashboard on a hand-made snapshot, without a browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from functools import partialmethod
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from analysis.queries.engine.database import Database
from analysis.user_store.store import UserStore
from pages.parts.data import say_damage
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


@pytest.fixture(autouse=True)
def made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test makes of answers, some of its own making, is not shown to the next."""
    original, here = Database.made, object()
    monkeypatch.setattr(Database, "made", lambda self, key, make: original(self, (here, key), make))


@pytest.fixture(scope="session")
def nothing_written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user store with its tables and nothing in them: to make them takes longer than many a page."""
    file = tmp_path_factory.mktemp("store") / "written.db"
    UserStore(f"sqlite:///{file}")
    return file


@pytest.fixture
def visit(small: Path, nothing_written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page: `visit("explore/topics", theme="Mining")`; keyword arguments are the address after the `?`."""
    # As the server does it; a browser test sees that it does.
    monkeypatch.setattr(ScriptRunner, "__init__", partialmethod(ScriptRunner.__init__, on_script_error=say_damage))
    store = tmp_path / "written.db"
    if not store.exists():
        shutil.copyfile(nothing_written, store)

    def visited(page: str = "explore/overview", data: Path = small, /, **address: object) -> AppTest:
        monkeypatch.setenv("DOSSIER_DATA", str(data))
        monkeypatch.setenv("DOSSIER_STORE", f"sqlite:///{store}")
        app = AppTest.from_file(str(DASHBOARD), default_timeout=30)
        for name, value in address.items():
            app.query_params[name.replace("_", "-")] = value
        if page != "explore/overview":  # as from a link: `switch_page` would need a run of the overview before
            app._page_hash = calc_hash(page.split("/")[1])
        return app.run()

    return visited


def html(app: AppTest) -> str:
    """All of our own HTML on the page."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def chips(app: AppTest) -> list[str]:
    """The words of the active filters; those that hide begin with `not`."""
    found = [(button.key or "", button.label) for button in app.button if "-chip-" in (button.key or "")]
    plain = [(key, re.sub(r"\\(.)", r"\1", label).replace("\u200c", "")) for key, label in found]
    return [f"not {label[6:-2]}" if key.startswith("not") else label for key, label in plain]


def panel(app: AppTest) -> dict[str, Any]:
    """What the filters in the sidebar show."""
    return _shown(_component(app, "panel"))


def tools(app: AppTest, chart: str) -> dict[str, Any]:
    """What stands above a chart."""
    return _shown(_component(app, f"tools-{chart}"))


def use(app: AppTest, chart: str, what: str, words: str) -> AppTest:
    """Click in what stands above a chart: `view`, `open` or `file`, and the words that the browser sends with it."""
    return _sent(app, app._tree.get_widget_states(), _component(app, f"tools-{chart}"), what, words)


def _component(app: AppTest, key: str) -> Any:
    """The component with the key."""
    protos = [component.proto for component in app.get("bidi_component")]
    return next(proto for proto in protos if proto.id.endswith(f"-{key}"))


def _shown(component: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(component.json)
    return found


def _sent(app: AppTest, states: Any, component: Any, event: str, value: object) -> AppTest:
    """Run the page as when the browser sends an event of the component."""
    said = json.dumps([{"event": event, "value": value}])
    states.widgets.add(id=_make_trigger_id(component.id, "events"), json_trigger_value=said)
    return app._run(states)


def values(app: AppTest, field: str) -> list[tuple[str, int, str]]:
    """The values of an open section of the filters: their words, their number of facts, `only` or `hidden`."""
    section = next(one for one in panel(app)["sections"] if one["field"] == field)
    return [(one["label"], one["n"], one["state"]) for one in section["values"]]


def act(app: AppTest, *actions: dict[str, Any], opened: dict[str, Any] | None = None) -> AppTest:
    """Click in the filters: what the browser sends for these actions, and for the sections that are `opened`."""
    component = _component(app, "panel")
    states = app._tree.get_widget_states()
    if opened is not None:
        states.widgets.add(id=component.id, json_value=json.dumps({"opened": opened}))
    if actions:
        numbered = [{"id": number} | action for number, action in enumerate(actions, 1)]
        return _sent(app, states, component, "actions", {"token": uuid4().hex, "actions": numbered})
    return app._run(states)
