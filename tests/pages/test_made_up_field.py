"""A new field is two entries: with these alone it is in the panel, the chips, the address, the table and the files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.pages import snapshots

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process that knows one field more finds of it."""
    data = tmp_path_factory.mktemp("made-up")
    snapshots.small(data)
    command = [sys.executable, "-m", "tests.pages.made.made_up_field", str(data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert answer["exceptions"] == []
    return answer


def test_it_is_a_chip(found: dict[str, Any]) -> None:
    assert found["chip"] == [f"Made up: key {found['key']}"]
    assert found["hidden"] == [f"not Made up: key {found['key']}"]


def test_it_is_in_the_address(found: dict[str, Any]) -> None:
    assert found["address"]["not-made_up"] == f"key {found['key']}"


def test_it_is_a_filter_that_lets_through_what_the_panel_counts(found: dict[str, Any]) -> None:
    assert found["n_shown"] == found["n_facts"] > 0
    assert [f"key {found['key']}", found["n_facts"], "hidden"] in found["panel"]


def test_facts_are_sorted_by_it(found: dict[str, Any]) -> None:
    assert "Made up" in found["sorts"]
    assert found["sort"] == "made up"
    assert found["sorted"] == sorted(found["sorted"])


def test_facts_are_grouped_by_it(found: dict[str, Any]) -> None:
    assert found["groups"] == [f"key {found['key']}"]


def test_it_is_a_column_of_the_table_and_of_files(found: dict[str, Any]) -> None:
    assert "Made up" in found["columns"]
    assert "event_key" in found["file"]
