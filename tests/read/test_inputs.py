"""Folders and files in, articles out."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from analysis.read import Article, Unreadable, read_inputs
from analysis.read import csv as csv_format
from analysis.read import jsonl as jsonl_format
from analysis.read import txt as txt_format
from analysis.read.inputs import KNOWN

RAIN = "It rained in Baku on Monday, the mayor said."


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*inputs: Path) -> tuple[list[Article], dict[str, str]]:
    found = list(read_inputs(inputs))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, {one.source_id: one.reason for one in found if isinstance(one, Unreadable)}


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    folder = write(tmp_path, {"b/2.txt": RAIN, "a.txt": RAIN, "b/1.TXT": RAIN})

    articles, unreadable = read(folder)

    assert [article.source_id for article in articles] == ["a.txt", "b/1.TXT", "b/2.txt"]
    assert unreadable == {}


def test_line_ends_of_windows_are_the_only_change_to_a_text(tmp_path: Path) -> None:
    text = " It rained.\r\n\r\nThen\tit\x0bstopped.\rAnd \u2028began\x00.  \n"
    folder = write(tmp_path, {"a.txt": text})

    assert read(folder)[0][0].text == text.replace("\r\n", "\n")


def test_a_record_says_what_it_knows(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": RAIN,
        "title": " Rain\nin Baku ",
        "published": "15 Feb 2024",
        "publisher": "Trend",
        "url": "https://example.org/rain",
        "author": "Jane Doe",
        "topics": ["rain"],
    }
    folder = write(tmp_path, {"a.jsonl": lines(record)})

    article = read(folder)[0][0]

    assert (article.source_id, article.title, article.publisher) == ("7", "Rain in Baku", "Trend")
    assert (str(article.published), article.published_from) == ("2024-02-15 00:00:00", "metadata")
    assert (article.url, article.author) == ("https://example.org/rain", "Jane Doe")


def test_values_that_are_no_words_are_left_out(tmp_path: Path) -> None:
    record = {"id": True, "text": RAIN, "title": 5, "published": 2024, "publisher": [], "url": "javascript:alert(1)"}
    folder = write(tmp_path, {"a.jsonl": lines(record)})

    article = read(folder)[0][0]

    assert (article.source_id, article.published_from) == ("a.jsonl:1", "unknown")
    assert (article.title, article.published, article.publisher, article.url) == (None, None, None, None)


def test_metadata_goes_before_the_header_and_that_before_the_name(tmp_path: Path) -> None:
    dated = "Date: 2024-03-02\nSource: Trend\n\n" + RAIN
    files = {
        "2024-03-01.txt": dated,
        "2024-03-03.txt": RAIN,
        "a.jsonl": lines({"text": dated, "published": "2024-03-04", "publisher": "Turan"}),
    }

    articles, _ = read(write(tmp_path, files))

    assert [(str(a.published)[:10], a.published_from, a.publisher) for a in articles] == [
        ("2024-03-02", "text", "Trend"),
        ("2024-03-03", "filename", None),
        ("2024-03-04", "metadata", "Turan"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_records(tmp_path: Path, separator: str) -> None:
    rows = [("Title", "TEXT", "published"), ("Rain", f'"It rained{separator} then\nit ""stopped"""', "2024-03-01")]
    folder = write(tmp_path, {"a.csv": "\ufeff" + "".join(separator.join(row) + "\r\n" for row in rows)})

    articles, unreadable = read(folder)

    assert [(a.source_id, a.title, a.text) for a in articles] == [
        ("a.csv:2", "Rain", f'It rained{separator} then\nit "stopped"')
    ]
    assert unreadable == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_every_format_in_every_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    text = "It rained in Zürich – “often”, she said."
    content = {"a.txt": text, "a.jsonl": json.dumps({"text": text}, ensure_ascii=False), "a.csv": f'text\n"{text}"'}
    folder = write(tmp_path, {name: content[name].encode(encoding)})

    articles, unreadable = read(folder)

    assert [article.text for article in articles] == [text]
    assert unreadable == {}


def test_only_the_line_that_is_cut_in_half_is_lost(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.jsonl": lines({"text": RAIN}) + '{"text": "It ra\n\n' + lines({"text": RAIN})})

    articles, unreadable = read(folder)

    assert [article.source_id for article in articles] == ["a.jsonl:1", "a.jsonl:4"]
    assert unreadable == {"a.jsonl:2": "The line is cut off: its JSON ends too early."}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("{}", "The record has no `text`.", id="no text"),
        pytest.param('{"text": null}', "The record has no `text`.", id="null"),
        pytest.param('{"text": 5}', "Its `text` is not in words.", id="a number"),
        pytest.param('{"text": NaN}', "Its `text` is not in words.", id="NaN"),
        pytest.param('{"text": " \\n"}', "It is empty.", id="blank"),
        pytest.param('["text"]', jsonl_format.NO_RECORD, id="a list"),
        pytest.param("It rained.", jsonl_format.NO_RECORD, id="no JSON"),
        pytest.param('{"text": ', "The line is cut off: its JSON ends too early.", id="cut before the text"),
        pytest.param(
            '{"text" "a"}', "The line is not valid JSON at character 9: Expecting ':' delimiter.", id="no colon"
        ),
        pytest.param(
            '{"text": "a", "n": %s}' % ("1" * 5000),
            "The line is not a record: its JSON holds a number or a nesting out of all measure.",
            id="a number of 5,000 digits",
        ),
        pytest.param(
            "[" * 100_000,
            "The line is not a record: its JSON holds a number or a nesting out of all measure.",
            id="deep nesting",
        ),
    ],
)
def test_a_line_that_is_no_record_says_why(tmp_path: Path, line: str, reason: str) -> None:
    assert read(write(tmp_path, {"a.jsonl": line + "\n"}))[1] == {"a.jsonl:1": reason}


def test_half_a_surrogate_pair_in_a_record_can_be_stored(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.jsonl": '{"id": "\\ud800", "text": "It rained \\ud800 \\ud83d\\ude00."}'})

    article = read(folder)[0][0]

    assert (article.source_id, article.text) == ("\ufffd", "It rained \ufffd 😀.")


def test_records_that_share_an_id_are_both_kept(tmp_path: Path) -> None:
    files = {"a.jsonl": lines({"id": "1", "text": "It rained."}), "b.jsonl": lines({"id": "1", "text": "It snowed."})}

    articles, _ = read(write(tmp_path, files))

    assert [(a.source_id, a.text) for a in articles] == [("1", "It rained."), ("1", "It snowed.")]


@pytest.mark.parametrize(
    ("table", "unreadable"),
    [
        pytest.param(
            "title,body\nRain,It rained.\n",
            {"a.csv": "It has no column `text`. Its columns are: title, body."},
            id="no text",
        ),
        pytest.param("text\n", {"a.csv": "It has no row under its heading."}, id="no row"),
        pytest.param("\n\n", {"a.csv": "It is empty."}, id="blank lines"),
        pytest.param("id,text\n1\n", {"a.csv:2": "The record has no `text`."}, id="a row too short"),
        pytest.param(
            "id,text\n1,It rained, then it stopped.\n2,It snowed.\n",
            {"a.csv:2": "The row has 3 cells under 2 columns: quote texts with commas."},
            id="a comma that is not quoted",
        ),
        pytest.param(
            'id,text\n1,"It rained."\n2,"It snowed.\n',
            {"a.csv:3": "The row is no CSV: unexpected end of data. Is a quotation mark not closed, or not doubled?"},
            id="a quotation mark that is not closed",
        ),
    ],
)
def test_a_table_that_is_not_whole_says_why(tmp_path: Path, table: str, unreadable: dict[str, str]) -> None:
    assert read(write(tmp_path, {"a.csv": table}))[1] == unreadable


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
            "a.csv", b"PK\x03\x04", "It is a ZIP archive (perhaps a .docx or .odt), not plain text.", id="Excel"
        ),
        pytest.param("a.JPG", b"\xff\xd8\xff", f"A .jpg file. {KNOWN}", id="picture"),
        pytest.param("a", b"a", f"A file of no known format. {KNOWN}", id="no ending"),
        pytest.param(
            "a.txt",
            ("هطل المطر في باكو يوم الاثنين. " * 9).encode(),
            "Most of it is not in Latin script. Dossier reads English.",
            id="Arabic",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert read(write(tmp_path, {name: content})) == ([], {name: reason})


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


def test_records_that_are_too_long_cost_only_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (jsonl_format, csv_format):
        monkeypatch.setattr(module, "LONGEST_LINE", 1000)
    monkeypatch.setattr(csv_format, "LONGEST_TEXT", 500)
    long = "It rained. " * 200
    files = {"a.jsonl": lines({"text": long}, {"text": RAIN}), "b.csv": f'text\n{long}\n"{RAIN}"\n'}

    articles, unreadable = read(write(tmp_path, files))

    assert [article.source_id for article in articles] == ["a.jsonl:2", "b.csv:3"]
    assert list(unreadable) == ["a.jsonl:1", "b.csv:2"]


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
