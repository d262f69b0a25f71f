"""What a file is, told from its bytes."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from analysis.read.kinds import kind_of, kind_of_text
from tests.read import made
from tests.read.folders import RAIN

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PRESS_HEADER = f"Date: 2024-03-05\nSource: Trend\nSubject: Rain\n\n{RAIN}"


@pytest.mark.parametrize(
    ("content", "suffix", "kind"),
    [
        pytest.param(b"a line of a printer\n%PDF-1.4", ".txt", "pdf", id="a PDF behind other bytes"),
        pytest.param(made.docx(made.paragraph(RAIN)), ".zip", "docx", id="a Word document that is called ZIP"),
        pytest.param(made.odt(""), "", "odt", id="an open document without a suffix"),
        pytest.param(made.packed({"a.txt": RAIN}), ".docx", "zip", id="a ZIP archive that is called Word"),
        pytest.param(b"PK\x03\x04 cut off", ".docx", "docx", id="half a Word document"),
        pytest.param(made.packed({"mimetype": "application/epub+zip"}), ".zip", "epub", id="an e-book"),
        pytest.param(OLD + "WordDocument".encode("utf-16-le"), ".docx", "doc", id="an old Word document"),
        pytest.param(OLD + "__properties_version1.0".encode("utf-16-le"), ".eml", "msg", id="a mail of Outlook"),
        pytest.param(OLD + "EncryptedPackage".encode("utf-16-le"), ".docx", "locked office", id="a locked document"),
        pytest.param(OLD + "Workbook".encode("utf-16-le"), ".xlsx", "xls", id="an old workbook"),
        pytest.param(b"\0" * 257 + b"ustar", ".zip", "tar", id="a TAR archive"),
        pytest.param(made.mail(RAIN), "", "mail", id="a mail without a suffix"),
        pytest.param(PRESS_HEADER.encode(), ".txt", "txt", id="the header of a press database is no mail"),
        pytest.param(made.mbox(made.mail(RAIN)), ".txt", "mbox", id="a mailbox"),
        pytest.param(b"From Monday on it rained.\n", ".txt", "txt", id="a text that begins with From"),
        pytest.param(made.RSS.encode(), ".html", "feed", id="a feed"),
        pytest.param(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><feed/>', "", "feed", id="with entities"),
        pytest.param(b'<?xml version="1.0"?><book/>', ".xml", "xml", id="other XML"),
        pytest.param(b"<p>It rained.</p>", ".html", "html", id="a piece of a page"),
        pytest.param(b"<p>It rained.</p>", ".txt", "txt", id="a text with a tag"),
        pytest.param(RAIN.encode(), ".html", "txt", id="a text that is called a page"),
        pytest.param(made.PAGE.encode("utf-16"), ".csv", "csv", id="what is called a table is one"),
        pytest.param(b'{"text": "It rained."}\n', ".txt", "jsonl", id="records that are called text"),
        pytest.param(b"{It rained}", ".txt", "txt", id="a text in braces"),
        pytest.param(RAIN.encode(), "", "text", id="text without a suffix"),
        pytest.param(bytes(range(256)) * 9, "", "binary", id="anything else"),
    ],
)
def test_bytes_decide(tmp_path: Path, content: bytes, suffix: str, kind: str) -> None:
    (tmp_path / "file").write_bytes(content)

    assert kind_of(tmp_path / "file", suffix) == kind


@pytest.mark.parametrize(
    "piece", ["<!-- a -->", "<?x a>", "<!DOCTYPE a [b] c>", "<!--", "<!DOCTYPE [", "<?xml ", " ", "a: b\n", "From a\n"]
)
def test_a_kind_is_told_in_time_in_proportion_to_the_text(piece: str) -> None:
    began = time.process_time()

    for suffix in (".xml", ".html", ".txt", ".eml"):
        kind_of_text(piece * (60_000 // len(piece)) + "x", suffix)

    assert time.process_time() - began < 5


def test_a_damaged_part_of_an_archive_does_not_stop_who_asks_what_it_is(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 3)
    raw = target.getvalue()
    path = tmp_path / "a.odt"
    path.write_bytes(raw[:40] + b"\xff\x01\xfe" + raw[43:])

    assert kind_of(path, ".odt") == "odt"
