"""A backup in one file makes the folder and the store again in an empty place, whole or not at all."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from analysis import backup as backup_of
from analysis.__main__ import main
from analysis.store import open_snapshot
from analysis.user_store.records import Judgement, Removed, ReportDay
from analysis.user_store.store import UserStore, beside
from tests.pages import snapshots

NOON = datetime(2024, 5, 1, 12, 30, 15)


def fill(written: UserStore) -> None:
    """Write something of every kind."""
    written.save_view("Mines ⛏", "/facts?theme=Mining", 6, NOON)
    written.judge([Judgement("f1", "actor", "the mayor\n", True, NOON)])
    written.keep_list(["mine", "shaft"], "mines")
    written.set_days([ReportDay("d1", "a.txt", date(2024, 5, 1), NOON)])
    written.remove_reports([Removed("d2", "b.txt", "A title", "", NOON)])
    written.end_login("0" * 64, NOON, NOON)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a snapshot, an added report, settings, caches, and what people wrote."""
    out = tmp_path_factory.mktemp("made") / "out"
    snapshots.small(out)
    (out / "inputs" / "added").mkdir(parents=True)
    (out / "inputs" / "added" / "первый.txt").write_text("The mayor of Baku opened the bridge.", encoding="utf-8")
    (out / "access.toml").write_text('see = "public"\n', encoding="utf-8")
    (out / "cache.sqlite").write_bytes(b"cache")
    fill(UserStore(beside(out)))
    return out


@pytest.fixture(scope="module")
def file(made: Path) -> Path:
    assert main(["backup", str(made), "--to", str(made.parent / "copy.zip")]) == 0
    return made.parent / "copy.zip"


def content(out: Path) -> dict[str, bytes]:
    """The files of a folder but for the store and caches."""
    left_out = ("written.sqlite", "cache.sqlite")
    found = [path for path in out.rglob("*") if path.is_file() and path.name not in left_out]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_an_empty_folder_is_as_the_old_one_was(
    made: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a new machine" / "out"

    assert main(["restore", str(file), "--to", str(out)]) == 0

    said = capsys.readouterr().out
    assert f"{open_snapshot(made).name} with 9 reports, and 9 entries of people." in said
    assert content(out) == content(made)
    assert open_snapshot(out).table("facts").equals(open_snapshot(made).table("facts"))
    assert UserStore(beside(out)).everything() == UserStore(beside(made)).everything()
    assert UserStore(beside(out)).report_days() == [ReportDay("d1", "a.txt", date(2024, 5, 1), NOON)]
    assert not (out / "cache.sqlite").exists()


def test_only_its_owner_may_read_the_file(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".")] == []


def test_the_store_of_a_setting_is_kept_and_made(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_STORE", f"sqlite:///{tmp_path / 'one.db'}")
    UserStore(f"sqlite:///{tmp_path / 'one.db'}").save_view("Elsewhere", "/", 1, NOON)
    assert main(["backup", str(made), "--to", str(tmp_path / "copy.zip")]) == 0

    monkeypatch.setenv("DOSSIER_STORE", f"sqlite:///{tmp_path / 'two.db'}")
    assert main(["restore", str(tmp_path / "copy.zip"), "--to", str(tmp_path / "out")]) == 0

    views = UserStore(f"sqlite:///{tmp_path / 'two.db'}").views()
    assert [view.name for view in views] == ["Elsewhere"]
    assert not (tmp_path / "out" / "written.sqlite").exists()


def test_nothing_that_is_there_is_written_over(made: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(made)

    assert main(["restore", str(file), "--to", str(made)]) == 1

    assert "Restore into an empty folder." in capsys.readouterr().err
    assert content(made) == before


def test_a_store_with_entries_is_left_as_it_is(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"sqlite:///{tmp_path / 'one.db'}"
    UserStore(address).save_view("Mine", "/", 1, NOON)
    monkeypatch.setenv("DOSSIER_STORE", address)

    assert main(["restore", str(file), "--to", str(tmp_path / "out")]) == 1

    assert capsys.readouterr().err == "Nothing was restored: the store already has what people wrote\n"
    assert [view.name for view in UserStore(address).views()] == ["Mine"]
    assert not (tmp_path / "out").exists()


def changed(file: Path, to: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """A copy of the backup whose files are others."""
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(to, "w") as after:
        for name in before.namelist():
            if (found := change(name, before.read(name))) is not None:
                after.writestr(*found)
    return to


def about(change: Callable[[dict], None]) -> Callable[[str, bytes], tuple[str, bytes]]:
    def changes(name: str, raw: bytes) -> tuple[str, bytes]:
        if name != "backup.json":
            return name, raw
        said = json.loads(raw)
        change(said)
        return name, json.dumps(said).encode()

    return changes


def outside(said: dict) -> None:
    said["files"]["snapshots/../../evil.txt"] = {"size": 1, "digest": "", "changed": 0}


FACTS = "facts.parquet"
SPOILT = {
    "a file is other": (
        lambda name, raw: (name, raw[:-9] + b"xxxxxxxxx" if FACTS in name else raw),
        "is not as it was",
    ),
    "a file is away": (lambda name, raw: None if FACTS in name else (name, raw), "is damaged"),
    "of another version": (about(lambda said: said.update(version=2)), "another version of Dossier"),
    "out of the folder": (about(outside), "which is outside of the folder"),
    "no list": (lambda name, raw: None if name == "backup.json" else (name, raw), "no backup of Dossier"),
}


@pytest.mark.parametrize(("change", "words"), SPOILT.values(), ids=SPOILT)
def test_a_backup_that_is_damaged_or_evil_restores_nothing(
    file: Path, tmp_path: Path, change: Callable, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = changed(file, tmp_path / "spoilt.zip", change)

    code = main(["restore", str(spoilt), "--to", str(tmp_path / "in" / "out")])

    error = capsys.readouterr().err
    assert (code, error.count("\n")) == (1, 1)
    assert error.startswith("Nothing was restored. ")
    assert words in error
    assert not (tmp_path / "in" / "out").exists()
    assert not list(tmp_path.rglob("evil.txt"))


@pytest.mark.parametrize("raw", [b"", b"no ZIP", b"PK\x03\x04" + b"x" * 99], ids=["empty", "text", "cut"])
def test_what_is_no_backup_is_said_in_one_line(tmp_path: Path, raw: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(raw)

    assert main(["restore", str(tmp_path / "a.zip"), "--to", str(tmp_path / "out")]) == 1

    assert capsys.readouterr().err == "Nothing was restored. a.zip is no backup of Dossier, or it is damaged.\n"


def test_without_a_snapshot_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path), "--to", str(tmp_path / "copy.zip")]) == 1

    assert "holds no published snapshot" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_takes_a_snapshot_away_is_said(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shutil.copytree(made, tmp_path / "out")
    monkeypatch.setattr(backup_of, "_files", lambda out: iter([out / "snapshot-away" / "facts.parquet"]))

    assert main(["backup", str(out), "--to", str(tmp_path / "copy.zip")]) == 1

    assert "The folder changed while it was read" in capsys.readouterr().err
    assert not list(tmp_path.glob("*copy.zip*"))
