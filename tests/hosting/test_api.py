"""The API has the tables and counts of pages, under the same filters, for the same people."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import n_facts
from analysis.store import open_snapshot
from display.filters.query import read
from hosting import api
from hosting.guard import Guard
from hosting.mode import Mode
from hosting.openapi import MOST_ROWS
from sharing.shared import query_of_link
from sharing.tables.asked import NAMES
from tests.hosting import several
from tests.hosting.conftest import LOGIN, client, cookie, in_a_thread
from tests.pages import snapshots

Write = Callable[[str], None]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    snapshots.small(folder)
    return folder


@pytest.fixture
def browser(small: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """One who asks a public server."""
    monkeypatch.setenv("DOSSIER_DATA", str(small))
    return client(Starlette(routes=api.routes(), middleware=[Middleware(Guard, mode=Mode.PUBLIC)]))


def ask(browser: TestClient, path: str, **headers: str) -> httpx.Response:
    """The answer to a request below /api/v1."""
    return in_a_thread(lambda: browser.get(f"/api/v1{path}", headers=headers))


def test_it_says_what_there_is(browser: TestClient) -> None:
    said = ask(browser, "").json()

    assert tuple(said["tables"]) == NAMES
    columns = said["tables"]["documents"]["columns"]
    assert {tuple(column) for column in columns} == {("name", "type", "meaning", "unit")}
    assert "theme" in said["counts"]
    assert said["snapshot"].startswith("snapshot-")


def test_a_page_of_claims_is_followed_to_the_end(browser: TestClient, small: Path) -> None:
    rows, path = [], "/claims?limit=7"
    while path:
        answer = ask(browser, path).json()
        rows += answer["rows"]
        path = (answer["next"] or "").removeprefix("/api/v1")

    every = n_facts(Database(open_snapshot(small)), Selection())
    assert len({row["fact_id"] for row in rows}) == len(rows) == every == answer["total"]


def test_of_several_corpora_each_has_its_own(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several.write(tmp_path, monkeypatch, {"open": 'see = "public"', "blank": 'see = "public"'})
    shutil.copytree(small, tmp_path / "open", dirs_exist_ok=True)
    snapshots.empty(tmp_path / "blank")
    browser = client(Starlette(routes=api.routes(), middleware=[Middleware(Guard, mode=Mode.PUBLIC)]))

    def asked(name: str, path: str) -> dict[str, Any]:
        return dict(in_a_thread(lambda: browser.get(f"/c/{name}/api/v1{path}")).json())

    page = asked("open", "/documents?limit=5")
    assert (page["total"], asked("blank", "/documents")["total"]) == (9, 1)
    assert page["next"].startswith("/c/open/api/v1/documents?limit=5&snapshot=snapshot-")
    assert len(in_a_thread(lambda: browser.get(page["next"])).json()["rows"]) == 4
    assert "/c/blank/api/v1/{table}" in asked("blank", "/openapi.json")["paths"]
    of_the_other = asked("blank", f"/documents?snapshot={page['snapshot']}")
    assert list(of_the_other) == ["error"]


def test_pages_of_rows_are_of_one_snapshot_whatever_is_published_meanwhile(
    tmp_path: Path, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = snapshots.small(tmp_path)
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))
    first = ask(browser, "/claims?limit=7").json()
    new = snapshots.odd(tmp_path)

    second = ask(browser, first["next"].removeprefix("/api/v1")).json()

    assert (first["snapshot"], second["snapshot"], second["total"]) == (old.name, old.name, first["total"])
    assert second["offset"] == 7
    assert ask(browser, "/claims").json()["snapshot"] == new.name
    for name in ("snapshot-0123456789abcdef", f"../{tmp_path.name}/{old.name}", "<b>"):
        answer = ask(browser, f"/claims?snapshot={name}")
        assert (answer.status_code, list(answer.json())) == (404, ["error"])


@pytest.mark.parametrize(
    "query", ["theme=Mining", "not-theme=Mining", "theme=mining&status=Done", "details=1", "words=mine"]
)
def test_the_filters_are_those_of_the_addresses(browser: TestClient, small: Path, query: str) -> None:
    database = Database(open_snapshot(small))
    selection, dropped = read(database, query_of_link(query))

    assert dropped == []
    assert ask(browser, f"/claims?{query}").json()["total"] == n_facts(database, selection)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_there_in_every_form(browser: TestClient, name: str) -> None:
    page = ask(browser, f"/{name}?limit={MOST_ROWS}").json()

    rows = list(csv.DictReader(io.StringIO(ask(browser, f"/{name}.csv").content.decode("utf-8-sig"))))
    lines = [json.loads(line) for line in ask(browser, f"/{name}.jsonl").text.splitlines()]
    table = pd.read_parquet(io.BytesIO(ask(browser, f"/{name}.parquet").content))
    assert len(rows) == len(lines) == len(table) == page["total"] == len(page["rows"])


def test_counts_are_those_of_the_panel(browser: TestClient) -> None:
    said = ask(browser, "/counts/theme?status=Done").json()

    assert said["filters"] == ["Done"]
    for one in said["values"]:
        total = ask(browser, f"/claims?status=Done&theme={one['value']}&limit=1").json()["total"]
        assert total == one["n"] or one["value"] == "No theme"


def test_texts_are_left_out_where_that_is_asked(browser: TestClient) -> None:
    columns = ask(browser, "/documents?texts=no&limit=1").json()["rows"][0]

    assert "text" not in columns
    assert "text" in ask(browser, "/documents?limit=1").json()["rows"][0]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "There is no nothing."),
        ("/claims.exe", 404, "There is no claims.exe."),
        ("/claims?theme=Space", 400, "The reports do not have: Theme: Space."),
        ("/claims?tehme=Mining", 400, "There is no filter tehme."),
        ("/claims?limit=0", 400, "limit is 0, no whole number up to 1,000."),
        ("/claims?limit=1001", 400, "limit is 1001, no whole number up to 1,000."),
        ("/claims?offset=-1", 400, "offset is -1, no whole number"),
        ("/claims?limit=1;DROP", 400, "limit is 1;DROP, no whole number"),
        ("/claims?limit=1&limit=2", 400, "limit is there twice."),
        ("/claims?texts=No", 400, "texts is No, not yes or no."),
        ("/counts/nothing", 404, "nothing is not counted"),
        ("/terms?theme=Mining", 400, "Filters cannot hold for the table terms"),
        ("/..%2f..%2fetc%2fpasswd", 404, ""),
    ],
)
def test_what_is_wrong_is_said(browser: TestClient, path: str, status: int, said: str) -> None:
    answer = ask(browser, path)

    assert answer.status_code == status
    assert said in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_written(browser: TestClient, method: str) -> None:
    assert in_a_thread(lambda: browser.request(method, "/api/v1/claims")).status_code == 405


def test_without_a_snapshot_it_says_so(browser: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_DATA", str(tmp_path))

    assert ask(browser, "/claims").status_code == 503


def test_answers_are_as_the_description_says(browser: TestClient) -> None:
    described = ask(browser, "/openapi.json").json()
    assert described["openapi"] == "3.1.0"

    def schema(path: str, status: int) -> dict[str, Any]:
        content = described["paths"][path]["get"]["responses"][str(status)]["content"]
        return dict(content["application/json"]["schema"])

    for path, place in (
        ("/claims?limit=2", "/api/v1/{table}"),
        ("/counts/theme", "/api/v1/counts/{field}"),
        ("/claims?limit=0", "/api/v1/{table}"),
        ("/counts/nothing", "/api/v1/counts/{field}"),
    ):
        answer = ask(browser, path)
        jsonschema.validate(answer.json(), schema(place, answer.status_code))


@pytest.fixture
def guarded(small: Path, secrets: Write, access: Write, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """One who asks a server behind a login."""
    monkeypatch.setenv("DOSSIER_DATA", str(small))
    secrets(LOGIN.format(port=1))
    access('see = "named"\n[roles]\nreader = ["ann@desk.example"]\n' + TOKENS)
    return client(Starlette(routes=api.routes(), middleware=[Middleware(Guard, mode=Mode.LOGIN)]))


TOKENS = f'[tokens]\nstatistics = "{sha256(b"an accidental word").hexdigest()}"\n'


@pytest.mark.parametrize("path", ["", "/claims", "/claims.csv", "/documents.parquet", "/counts/theme", "/openapi.json"])
def test_behind_a_login_it_is_for_readers_and_programs_with_a_token(guarded: TestClient, path: str) -> None:
    assert ask(guarded, path).status_code == 401
    assert ask(guarded, path, **cookie("eve@other.example")).status_code == 403
    assert ask(guarded, path, authorization="Bearer another word").status_code == 401
    assert ask(guarded, path, **cookie()).status_code == 200
    assert ask(guarded, path, authorization="Bearer an accidental word").status_code == 200


def test_a_token_that_is_withdrawn_is_dead_at_once(guarded: TestClient, access: Write) -> None:
    access('see = "named"\n')

    assert ask(guarded, "/claims", authorization="Bearer an accidental word").status_code == 401


@pytest.mark.parametrize("path", ["/facts", "/media/a.csv", "/_stcore/host-config", "/api2/claims", "/"])
def test_a_token_opens_the_api_alone(guarded: TestClient, path: str) -> None:
    headers = {"authorization": "Bearer an accidental word"}

    assert in_a_thread(lambda: guarded.get(path, headers=headers)).status_code == 401
