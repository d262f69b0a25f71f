"""Snapshots are published whole or not at all, and named by their content."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.store import KEPT, NoSnapshot, open_snapshot, publish

FRAME = pd.DataFrame({"n": [1, 2]})


def test_a_published_snapshot_gives_back_its_tables(tmp_path: Path) -> None:
    snapshot = publish(tmp_path, {"numbers": FRAME}, {"model": "m"})

    assert open_snapshot(tmp_path) == snapshot
    assert list(snapshot.table("numbers")["n"]) == [1, 2]
    assert snapshot.manifest["counts"] == {"numbers": 2}


def test_the_same_content_has_the_same_name_and_bytes(tmp_path: Path) -> None:
    left = publish(tmp_path / "left", {"numbers": FRAME}, {})
    right = publish(tmp_path / "right", {"numbers": FRAME.copy()}, {})

    assert left.name == right.name
    assert left.path("numbers").read_bytes() == right.path("numbers").read_bytes()


def test_a_build_that_dies_leaves_the_old_snapshot_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = publish(tmp_path, {"numbers": FRAME}, {})

    def fail(*arguments: object, **options: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", fail)
    with pytest.raises(OSError, match="full"):
        publish(tmp_path, {"numbers": FRAME * 2}, {})

    assert open_snapshot(tmp_path) == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["CURRENT", old.name]


def test_old_snapshots_make_room(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        newest = publish(tmp_path, {"numbers": FRAME + number}, {})

    assert len(list(tmp_path.glob("snapshot-*"))) == KEPT
    assert open_snapshot(tmp_path) == newest


@pytest.mark.parametrize("content", [None, "snapshot-gone\n"])
def test_a_folder_without_a_snapshot_says_so(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "CURRENT").write_text(content, encoding="utf-8")

    with pytest.raises(NoSnapshot):
        open_snapshot(tmp_path)
