"""Folders and files in, articles out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from analysis.read import read_inputs
from analysis.read import txt as txt_format
from analysis.read.formats import NOT_READ
from tests.read.folders import RAIN, lines, read, write


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    folder = write(tmp_path, {"b/2.txt": RAIN, "a.txt": RAIN, "b/1.TXT": RAIN})

    articles, unreadable = read(folder)

    assert [article.source_id for article in articles] == ["a.txt", "b/1.TXT", "b/2.txt"]
    assert unreadable == {}


def test_line_ends_of_windows_are_the_only_change_to_a_text(tmp_path: Path) -> None:
    text = " It rained.\r\n\r\nThen\tit\x0bstopped.\rAnd \u2028began\x00.  \n"
    folder = write(tmp_path, {"a.txt": text})

    assert read(folder)[0][0].text == text.replace("\r\n", "\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_every_format_in_every_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    text = "It rained in Zürich – “often”, she said."
    content = {"a.txt": text, "a.jsonl": json.dumps({"text": text}, ensure_ascii=False), "a.csv": f'text\n"{text}"'}
    folder = write(tmp_path, {name: content[name].encode(encoding)})

    articles, unreadable = read(folder)

    assert [article.text for article in articles] == [text]
    assert unreadable == {}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "It is empty.", id="empty text"),
        pytest.param("a.txt", b" \n\t", "It is empty.", id="blank text"),
        pytest.param("a.jsonl", b"", "It is empty.", id="empty records"),
        pytest.param("a.csv", b"", "It is empty.", id="empty table"),
        pytest.param("a.txt", bytes(range(256)) * 9, "It is a binary file, not plain text.", id="binary text"),
        pytest.param("a.jsonl", bytes(range(256)) * 9, "It is a binary file, not plain text.", id="binary records"),
        pytest.param(
            "a.csv", b"PK\x03\x04", "It is damaged or not whole. Make the archive anew.", id="half an archive"
        ),
        pytest.param("a.JPG", b"\xff\xd8\xff", NOT_READ["picture"], id="picture"),
        pytest.param("a", b"a", NOT_READ["text"], id="no ending"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert read(write(tmp_path, {name: content})) == ([], {name: reason})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("هطل المطر في باكو يوم الاثنين. " * 9, "ar", id="Arabic"),
        pytest.param("Es regnete am Montag in Baku, sagte der Bürgermeister, es bleibt so.", "de", id="German"),
        pytest.param("It rained all day, the mayor of the city said, and the rain will go on.", "en", id="English"),
        pytest.param("Il a plu.", "en", id="too short to tell"),
    ],
)  # fmt: skip
def test_the_language_of_a_report_is_told(tmp_path: Path, text: str, language: str) -> None:
    assert [one.language for one in read(write(tmp_path, {"a.txt": text}))[0]] == [language]


def test_a_report_with_foreign_names_is_read(tmp_path: Path) -> None:
    assert (
        len(read(write(tmp_path, {"a.txt": "The paper Известия and the ministry (وزارة الخارجية) said so."}))[0]) == 1
    )


def test_a_report_that_is_too_long_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(txt_format, "LONGEST_TEXT", 1000)
    folder = write(tmp_path, {"a.txt": "It rained. " * 200, "b.txt": RAIN})

    articles, unreadable = read(folder)

    assert [article.source_id for article in articles] == ["b.txt"]
    assert "records of a .jsonl or .csv file" in unreadable["a.txt"]


def test_hidden_files_and_those_about_the_folder_are_passed_over(tmp_path: Path) -> None:
    names = [".a.txt", ".git/b.txt", "README.md", "readme.txt", "LICENSE", "sub/README.en.md", "sub/.DS_Store"]

    assert read(write(tmp_path, dict.fromkeys(names, RAIN))) == ([], {})


def test_snapshots_below_the_folder_are_passed_over(tmp_path: Path) -> None:
    files = {"out/CURRENT": "snapshot-1", "out/snapshot-1/facts.parquet": b"PAR1", "a.txt": RAIN}

    articles, unreadable = read(write(tmp_path, files))

    assert ([article.source_id for article in articles], unreadable) == (["a.txt"], {})


def test_links_are_followed_only_inside_the_folder(tmp_path: Path) -> None:
    write(tmp_path, {"out/secret.txt": RAIN, "in/a.txt": RAIN})
    os.symlink(tmp_path / "out" / "secret.txt", tmp_path / "in" / "link.txt")
    os.symlink(tmp_path / "out", tmp_path / "in" / "folder")
    os.symlink(tmp_path / "in" / "a.txt", tmp_path / "in" / "same.txt")
    os.symlink(tmp_path / "nowhere.txt", tmp_path / "in" / "broken.txt")

    articles, unreadable = read(tmp_path / "in")

    assert [article.source_id for article in articles] == ["a.txt"]
    assert unreadable == {
        "broken.txt": "It is a link to a file that is not there.",
        "link.txt": "It is a link to a file outside the folder. Copy the file into the folder.",
    }


def test_a_file_that_is_no_file_does_not_stop_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    assert read(tmp_path)[1] == {"a.txt": "It is no regular file."}


def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:
        file.write(RAIN)

    articles, _ = read(tmp_path)

    assert articles[0].source_id == "caf\ufffd.txt"


def test_several_inputs_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.txt": "It rained.", "two/a.txt": "It snowed.", "b.txt": "It froze."})

    articles, unreadable = read(tmp_path / "one", tmp_path / "two", tmp_path / "b.txt", tmp_path / "gone")

    assert [article.source_id for article in articles] == ["one/a.txt", "two/a.txt", "b.txt"]
    assert unreadable == {"gone": "There is no such file or folder."}


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": RAIN})

    assert len(read(tmp_path, tmp_path / "a.txt")[0]) == 1


def test_no_input_gives_nothing(tmp_path: Path) -> None:
    assert read() == ([], {})
    assert read(tmp_path) == ([], {})


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path, {"b.txt": RAIN, "a.jsonl": lines({"text": RAIN}), "c.png": b"\x89PNG"})

    assert list(read_inputs([folder])) == list(read_inputs([folder]))
