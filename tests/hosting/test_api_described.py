"""The API does what its description says, whatever is asked: Schemathesis makes thousands of requests of it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from display.filters.query import KEYS
from hosting import api
from hosting.guard import Guard
from hosting.mode import Mode
from tests.pages import snapshots

SEED = "1"
PATIENT = ("--request-timeout", "120", "--max-response-time", "120")  # seconds: other tests run on the same cores
pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The address of the app on loopback."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a public server of nine reports."""
    out = tmp_path_factory.mktemp("api")
    snapshots.small(out)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DOSSIER_DATA", str(out))
        with served(Starlette(routes=api.routes(), middleware=[Middleware(Guard, mode=Mode.PUBLIC)])) as found:
            yield found


def asked(folder: Path, description: dict[str, Any], address: str, settings: str = "") -> str:
    """What Schemathesis says at its end. Fails where it found a fault."""
    (folder / "openapi.json").write_text(json.dumps(description), encoding="utf-8")
    (folder / "schemathesis.toml").write_text(settings, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", "openapi.json", "--url", address]
    options = ["--checks", "all", "--max-examples", "50", "--seed", SEED, "--no-color", *PATIENT]
    done = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20_000:]
    return done.stdout


# Which values a filter may have is for the reports to say, not for a description: any other is refused, with 400.
OTHER_VALUES = '[checks]\npositive_data_acceptance.expected-statuses = ["2xx", 400, 404]\n'


def test_any_filter_is_answered_as_described(address: str, tmp_path: Path) -> None:
    description = httpx.get(f"{address}/api/v1/openapi.json").json()
    places = {place: path for place, path in description["paths"].items() if not place.endswith((".jsonl", ".parquet"))}

    said = asked(tmp_path, description | {"paths": places}, address, OTHER_VALUES)

    assert "Tested: 4" in said


def test_all_else_that_is_described_is_answered(address: str, tmp_path: Path) -> None:
    description = httpx.get(f"{address}/api/v1/openapi.json").json()
    for path in description["paths"].values():
        asks = path["get"]["parameters"]
        path["get"]["parameters"] = [one for one in asks if one["name"] not in (*KEYS, "snapshot")]

    said = asked(tmp_path, description, address)

    assert "Tested: 6" in said
