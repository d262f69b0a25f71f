"""What foreign files hold is kept between builds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.cache import FileCache
from analysis.pipeline import read_all
from analysis.read import inputs
from analysis.read.apart import TOO_LONG
from analysis.read.article import Hint, Unreadable
from tests.read import made
from tests.read.folders import RAIN, write


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are."""
    names: list[str] = []
    whole = inputs.read_whole

    def watched(path: Path, source_id: str, apart: inputs.Apart, hint: Hint):  # type: ignore[no-untyped-def]
        names.append(source_id)
        return whole(path, source_id, apart, hint)

    monkeypatch.setattr(inputs, "read_whole", watched)
    return names


def test_only_new_and_changed_files_are_opened_again(tmp_path: Path, opened: list[str]) -> None:
    documents = {"a.docx": made.docx(made.paragraph(RAIN)), "b.zip": made.packed({"c.txt": RAIN, "d.png": b"\x89PNG"})}
    folder, cache = write(tmp_path / "in", documents), FileCache(tmp_path / "out")
    first = read_all([folder], files=cache)
    write(folder, {"b.zip": made.packed({"c.txt": "It snowed."}), "e.rtf": b"{\\rtf1 It froze.}"})
    opened.clear()

    second = read_all([folder], files=cache)

    assert opened == ["b.zip", "e.rtf"]
    assert [article.text for article in first[0]] == [RAIN, RAIN]
    assert [article.text for article in second[0]] == [RAIN, "It snowed.", "It froze."]
    assert read_all([folder], files=cache) == read_all([folder]) == second


def test_a_text_is_read_each_time_and_a_file_with_an_old_time_stamp_is_seen(tmp_path: Path, opened: list[str]) -> None:
    folder, cache = (
        write(tmp_path / "in", {"a.txt": RAIN, "b.rtf": b"{\\rtf1 It rained.}"}),
        FileCache(tmp_path / "out"),
    )
    read_all([folder], files=cache)
    before = (folder / "b.rtf").stat()
    write(folder, {"b.rtf": b"{\\rtf1 It snowed}"})
    os.utime(folder / "b.rtf", (before.st_atime, before.st_mtime))
    opened.clear()

    assert [article.text for article in read_all([folder], files=cache)[0]] == [RAIN, "It snowed"]
    assert opened == ["a.txt", "b.rtf"]


def test_what_was_stopped_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = write(tmp_path / "in", {"a.rtf": b"{\\rtf1 It rained.}"}), FileCache(tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr(inputs, "read_whole", lambda path, name, *rest: iter([Unreadable(name, TOO_LONG)]))
        assert read_all([folder], files=cache)[1] == [Unreadable("a.rtf", TOO_LONG)]

    assert [article.text for article in read_all([folder], files=cache)[0]] == ["It rained."]


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "in", {"a.rtf": b"{\\rtf1 It rained.}"}), FileCache(tmp_path / "out")
    cache.put(cache.key(folder / "a.rtf", "a.rtf"), [])
    cache.path.write_bytes(bytes(range(256)) * 40)

    assert [article.text for article in read_all([folder], files=cache)[0]] == ["It rained."]


def test_the_cache_lies_beside_the_snapshots_and_is_no_input(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.rtf": b"{\\rtf1 It rained.}"})

    _, unreadable, _ = read_all([folder], files=FileCache(folder / "out"))

    assert unreadable == []
