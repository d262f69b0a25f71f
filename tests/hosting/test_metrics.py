"""Figures for Prometheus: they count what happens, and are for this machine or for who has the token."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from analysis.__main__ import main
from hosting import metrics
from hosting.guard import Guard
from hosting.measured import Measured
from hosting.mode import CannotStart, Mode
from tests.hosting.conftest import LOGIN, client, in_a_thread

Write = Callable[[str], None]
TOKEN = {"authorization": "Bearer an accidental word"}


async def _page(_: object) -> PlainTextResponse:
    return PlainTextResponse("reports")


async def _run(socket: WebSocket) -> None:
    """A session whose script is run once, after it was begun anew."""
    await socket.accept()
    await socket.receive_bytes()
    for status in (ForwardMsg.FINISHED_EARLY_FOR_RERUN, ForwardMsg.FINISHED_SUCCESSFULLY):
        await socket.send_bytes(ForwardMsg(script_finished=status).SerializeToString())
    await socket.receive_bytes()


def served(mode: Mode, address: str = "203.0.113.7", base: str = "http://desk.example:8501") -> TestClient:
    routes = [metrics.route("/"), WebSocketRoute("/_stcore/stream", _run), Route("/{rest:path}", _page)]
    app = Starlette(routes=routes, middleware=[Middleware(Measured), Middleware(Guard, mode=mode)])
    return client(app, base, address)


def figures() -> dict[str, float]:
    """Every sample, by its name and labels."""
    text = metrics.generate_latest().decode()
    samples = (one for family in text_string_to_metric_families(text) for one in family.samples)
    return {one.name + "".join(f" {value}" for value in one.labels.values()): one.value for one in samples}


@pytest.mark.parametrize("mode", [Mode.PUBLIC, Mode.LOGIN])
def test_they_are_not_public(mode: Mode, secrets: Write, access: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets(LOGIN.format(port=1))
    access('see = "public"\n')

    def status(headers: dict[str, str]) -> int:
        return in_a_thread(lambda: served(mode).get("/metrics", headers=headers)).status_code

    assert status({}) == status(TOKEN) == 404
    monkeypatch.setenv("DOSSIER_METRICS", sha256(b"an accidental word").hexdigest())
    assert status(TOKEN) == 200
    assert status({}) == status({"authorization": "Bearer another word"}) == 404


def test_this_machine_gets_them_but_no_proxy_on_it() -> None:
    own = served(Mode.PUBLIC, "127.0.0.1", "http://127.0.0.1:8501")

    assert in_a_thread(lambda: own.get("/metrics")).status_code == 200
    forwarded = {"x-forwarded-for": "203.0.113.7"}
    assert in_a_thread(lambda: own.get("/metrics", headers=forwarded)).status_code == 404


def test_a_token_that_is_no_digest_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_METRICS", "an accidental word")

    with pytest.raises(CannotStart, match="DOSSIER_METRICS is no SHA-256 digest"):
        metrics.check_token()


def test_requests_sessions_and_runs_are_counted() -> None:
    browser, before = served(Mode.PUBLIC), figures()

    def visit() -> float:
        browser.get("/facts?theme=words of a report")
        with browser.websocket_connect("/_stcore/stream") as socket:
            asked = BackMsg()
            asked.rerun_script.query_string = "theme=Mining"
            socket.send_bytes(asked.SerializeToString())
            socket.receive_bytes(), socket.receive_bytes()
            n_open = figures()["dossier_sessions"]
            socket.send_bytes(b"done")
        return n_open

    n_open = in_a_thread(visit)

    after = figures()
    new = {name: value - before.get(name, 0) for name, value in after.items() if value != before.get(name, 0)}
    assert new["dossier_requests_total page 200"] == 1
    assert new["dossier_request_seconds_count page"] == 1
    assert new["dossier_run_seconds_count page"] == 1  # what was begun anew is one run
    assert n_open - before["dossier_sessions"] == 1
    assert "dossier_sessions" not in new
    assert not any(re.search("words|Mining", name) for name in after)


def test_builds_and_the_snapshot_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_this_process: None
) -> None:
    reports, out = tmp_path / "in", tmp_path / "out"
    reports.mkdir()
    (reports / "a.txt").write_text("The mayor of Baku opened the new bridge on Monday.", encoding="utf-8")
    monkeypatch.setenv("DOSSIER_DATA", str(out))

    assert [main(["build", str(reports), "--out", str(out)]) for _ in range(2)] == [0, 0]
    (reports / "a.txt").unlink()
    assert main(["build", str(reports), "--out", str(out)]) == 1

    found = figures()
    assert [found[f"dossier_builds_total  {one}"] for one in ("new", "same", "failed")] == [1, 1, 1]
    assert found["dossier_snapshot_rows  documents"] == 1
    assert found["dossier_snapshot_published_timestamp_seconds "] == (out / "CURRENT").stat().st_mtime


def test_a_folder_without_snapshots_has_no_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path / "none"))

    found = figures()

    assert found["dossier_builds_total  new"] == 0
    assert "dossier_snapshot_published_timestamp_seconds " not in found
