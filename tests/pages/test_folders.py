"""A folder of snapshots may have any name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.user_store.store import UserStore, beside
from tests.pages import snapshots
from tests.pages.conftest import Open, html
from tests.test_packaging import ODD_NAME


@pytest.mark.parametrize("page", ["explore/overview", "explore/search", "read/report"])
def test_pages_open_a_snapshot_in_a_folder_of_an_odd_name(visit: Open, tmp_path: Path, page: str):
    snapshots.small(tmp_path / ODD_NAME)

    app = visit(page, tmp_path / ODD_NAME, q="mine")

    assert not app.exception
    assert not app.error
    assert not app.warning
    assert "mine" in html(app) + json.dumps([box.value for box in app.text_input])


def test_what_people_write_is_kept_in_a_folder_of_an_odd_name(tmp_path: Path):
    folder = tmp_path / ODD_NAME
    folder.mkdir()

    UserStore(beside(folder)).keep_list(["mine"], "mines")

    assert [path.name for path in folder.iterdir()] == ["written.sqlite"]
    assert [one.name for one in UserStore(beside(folder)).lists()] == ["mines"]
