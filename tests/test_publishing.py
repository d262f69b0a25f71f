"""A snapshot is published in another folder, which servers show: whole or not at all, beside those of before."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.changes import kept_changes
from analysis.queries.engine.database import Database
from analysis.store import open_snapshot, publish
from tests.pages import snapshots

FRAME = pd.DataFrame({"doc_id": ["a", "b"]})


def published(*names: str) -> int:
    out, to = names
    return main(["publish", out, "--to", to])


def test_a_snapshot_is_published_in_another_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = snapshots.small(tmp_path / "out")
    os.utime(made.folder / "manifest.json", (1_700_000_000, 1_700_000_000))

    assert published(str(tmp_path / "out"), str(tmp_path / "served" / "desk")) == 0

    copied = open_snapshot(tmp_path / "served" / "desk")
    assert copied.name == made.name
    assert Database(copied).number("SELECT count(*) FROM documents") == 9
    assert copied.made_at == made.made_at  # the data is as old as it was
    said = capsys.readouterr().out
    assert said == f"{made.name} is published in {tmp_path}/served/desk: 9 reports, as of 2023-11-14 22:13 UTC.\n"


def test_the_one_before_stays_and_can_be_gone_back_to(tmp_path: Path) -> None:
    first, out, to = snapshots.odd(tmp_path / "odd"), tmp_path / "out", tmp_path / "to"
    second = snapshots.small(out)
    os.utime(second.folder, (0, 0))  # made before the first
    published(str(tmp_path / "odd"), str(to))

    published(str(out), str(to))

    assert open_snapshot(to).name == second.name
    since = kept_changes(open_snapshot(to))
    assert since is not None
    assert since.before == first.name
    assert main(["rollback", str(to)]) == 0
    assert open_snapshot(to).name == first.name


@pytest.mark.parametrize("what", ["damaged", "not there", "the same folder"])
def test_what_cannot_be_published_changes_nothing(
    tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old = publish(tmp_path / "to", {"documents": FRAME}, {})
    new = publish(tmp_path / "out", {"documents": FRAME, "more": FRAME}, {})
    if what == "damaged":
        path = new.path("more")
        path.write_bytes(path.read_bytes()[:-9] + b"x" * 9)
    to = tmp_path / ("out" if what == "the same folder" else "to")

    assert published(str(tmp_path / ("none" if what == "not there" else "out")), str(to)) == 1

    error = capsys.readouterr().err
    assert error.startswith("Nothing was published. ")
    assert error.count("\n") == 1
    assert open_snapshot(tmp_path / "to").name == old.name
    assert sorted(one.name for one in (tmp_path / "to").iterdir()) == ["CURRENT", old.name]
