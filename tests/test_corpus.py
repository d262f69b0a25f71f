"""What a folder of snapshots is built of: inputs are kept, added files are kept whole, files are found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.corpus import FILE, Corpus, add_file, file_name, file_of, inputs_folder, keep_corpus, kept_corpus

STORM = b"Storm hits the port."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of a user, as the input of `out`."""
    folder = tmp_path / "reports"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_bytes(STORM)
    (folder / ".env").write_bytes(b"secret")
    (tmp_path / "beside.txt").write_bytes(b"secret")
    (tmp_path / "out").mkdir()
    keep_corpus(tmp_path / "out", Corpus((str(folder),), "model"))
    return folder


def test_what_a_build_was_given_is_known_again(tmp_path: Path) -> None:
    assert kept_corpus(tmp_path) is None

    keep_corpus(tmp_path, Corpus(("/a", "/b"), "model", "/themes.csv"))

    assert kept_corpus(tmp_path) == Corpus(("/a", "/b"), "model", "/themes.csv")


def test_a_damaged_record_of_it_is_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"inputs": 7')

    assert kept_corpus(tmp_path) is None


def test_an_added_file_keeps_its_name_and_another_of_that_name_gets_a_number(tmp_path: Path) -> None:
    assert add_file(tmp_path, "a.txt", STORM) == ("added/a.txt", True)
    assert add_file(tmp_path, "a.txt", b"other") == ("added/a (2).txt", True)
    assert add_file(tmp_path, "x/../a.txt", STORM) == ("added/a.txt", False)

    assert (inputs_folder(tmp_path) / "added" / "a.txt").read_bytes() == STORM


@pytest.mark.parametrize("name", ["", "...", "/", "..\\..\\x", "x" * 4_000 + ".txt", "ш" * 400, "\ud800", "a\x00.txt"])
def test_any_name_makes_a_file_in_the_folder(tmp_path: Path, name: str) -> None:
    source_id, _ = add_file(tmp_path, name, STORM)

    assert source_id == f"added/{file_name(name)}"
    assert [path.name for path in (inputs_folder(tmp_path) / "added").iterdir()] == [file_name(name)]


def test_a_file_of_the_inputs_is_found_by_the_id_of_its_report(reports: Path, tmp_path: Path) -> None:
    add_file(tmp_path / "out", "new.txt", STORM)

    assert file_of(tmp_path / "out", "sub/a.txt") == reports / "sub" / "a.txt"
    assert file_of(tmp_path / "out", "sub/a.txt/inside.txt") == reports / "sub" / "a.txt"
    assert file_of(tmp_path / "out", "added/new.txt") == inputs_folder(tmp_path / "out").resolve() / "added" / "new.txt"


@pytest.mark.parametrize("source_id", ["../beside.txt", ".env", "sub/../.env", "/etc/passwd", "no.txt", "", "sub"])
def test_an_id_that_looks_like_a_path_leads_nowhere_else(reports: Path, tmp_path: Path, source_id: str) -> None:
    assert reports.exists()
    assert file_of(tmp_path / "out", source_id) is None
