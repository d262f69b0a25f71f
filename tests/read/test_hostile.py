"""Files that are damaged, or made to do harm: each costs itself only, and says why."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

from analysis.read import apart, nested, unpack
from analysis.read.apart import DIED, TOO_LARGE, TOO_LONG, Apart
from analysis.read.archive import CUT, LOCKED
from analysis.read.article import Article, Unreadable
from analysis.read.formats import File, Result
from analysis.read.nested import TOO_DEEP
from analysis.read.unpack import IS_BOMB, TOO_MANY
from tests.read import made
from tests.read.folders import RAIN, read, write

# A child whose reader for web pages does what a parser should not, where the name of the file says so.
PLANTED = """
import os, sys
from analysis.read import child
from analysis.read.article import Article, Unreadable
def planted(file):
    yield Article("before", "It rained.")
    if "hang" in file.source_id:
        while True: pass
    if "crash" in file.source_id: os.abort()
    if "exit" in file.source_id: os._exit(3)
    if "memory" in file.source_id: held = [bytearray(10_000_000) for _ in range(100)]
    if "raise" in file.source_id: raise RecursionError
    if "print" in file.source_id: print("noise"); os.write(1, b"noise")
    yield Article("after", "It snowed.")
child.reader_of = lambda kind: planted
child.main(1.0, 500_000_000)
"""


KINDS = ("docx", "odt", "xlsx", "zip", "pdf", "parquet", "rtf", "eml", "warc")


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Apart:
    """A reader of foreign files whose parser does what the file says."""
    whole = apart.subprocess.Popen
    monkeypatch.setattr(
        apart.subprocess, "Popen", lambda command, **options: whole([sys.executable, "-c", PLANTED], **options)
    )
    return Apart()


def results(reader: Apart, name: str) -> list[Result]:
    return list(reader.read(File(path="", source_id=name, kind="html")))


@pytest.mark.skipif(sys.platform != "linux", reason="Other systems bound neither memory nor time of a process so")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("hang", TOO_LONG, id="a parser that hangs"),
        pytest.param("crash", DIED, id="a parser that crashes"),
        pytest.param("exit", DIED, id="a parser that ends its process"),
        pytest.param("memory", TOO_LARGE, id="a parser that wants all memory"),
        pytest.param("raise", "It could not be read (RecursionError)", id="a parser that raises"),
    ],
)
def test_what_a_parser_does_costs_its_file_only(planted: Apart, name: str, reason: str) -> None:
    with planted:
        before, fault = results(planted, name)
        after = results(planted, "sound")

    assert isinstance(before, Article)
    assert isinstance(fault, Unreadable)
    assert (fault.source_id, fault.reason.startswith(reason)) == (name, True)
    assert [one.source_id for one in after] == ["before", "after"]


def test_what_a_parser_prints_is_not_taken_for_an_answer(planted: Apart) -> None:
    with planted:
        assert [one.source_id for one in results(planted, "print")] == ["before", "after"]


def test_who_stops_asking_gets_nothing_of_that_file_with_the_next(planted: Apart) -> None:
    with planted:
        asked = planted.read(File(path="", source_id="first", kind="html"))
        next(iter(asked))
        asked.close()  # type: ignore[attr-defined]

        assert [one.source_id for one in results(planted, "second")] == ["before", "after"]


def test_a_crash_of_pdfium_is_answered_by_pypdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Apart.read

    def crashing(self: Apart, file: File):  # type: ignore[no-untyped-def]
        return iter([Unreadable(file.source_id, DIED)]) if file.kind == "pdf" else whole(self, file)

    monkeypatch.setattr(Apart, "read", crashing)

    articles, unreadable = read(write(tmp_path, {"a.pdf": made.pdf([[(72, 700, RAIN)]])}))

    assert ([article.text for article in articles], unreadable) == ([RAIN], {})


@pytest.mark.parametrize("name", ["a.zip", "a.txt.gz"])
def test_bombs_are_not_unpacked(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    zeros = b"0" * (unpack.BOMB + unpack.PIECE)
    content = gzip.compress(zeros) if name.endswith(".gz") else made.packed({"a.txt": zeros})

    assert read(write(tmp_path, {name: content})) == ([], {name: IS_BOMB})


def test_archives_in_archives_are_opened_so_deep_only(tmp_path: Path) -> None:
    content = made.packed({"a.txt": RAIN})
    for _ in range(nested.MOST_LEVELS):
        content = made.packed({"a.zip": content, "b.txt": RAIN})

    articles, unreadable = read(write(tmp_path, {"a.zip": content}))

    assert len(articles) == nested.MOST_LEVELS
    assert list(unreadable.values()) == [TOO_DEEP]


def test_of_an_archive_of_countless_files_the_first_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested, "MOST_FILES", 3)

    articles, unreadable = read(write(tmp_path, {"a.zip": made.packed({f"{n}.txt": RAIN for n in range(5)})}))

    assert ([article.source_id for article in articles], unreadable) == (
        ["a.zip/0.txt", "a.zip/1.txt", "a.zip/2.txt"],
        {"a.zip": TOO_MANY},
    )


def test_names_in_archives_lead_nowhere_else(tmp_path: Path) -> None:
    names = ["../../a.txt", "/etc/b.txt", "C:\\x\\c.txt", "..\\d.txt"]

    articles, _ = read(write(tmp_path / "in", {"a.zip": made.packed(dict.fromkeys(names, RAIN))}))

    assert [one.source_id for one in articles] == ["a.zip/a.txt", "a.zip/etc/b.txt", "a.zip/x/c.txt", "a.zip/d.txt"]
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_links_and_locked_files_in_archives_are_not_followed(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", RAIN)
    raw = bytearray(target.getvalue())
    raw[raw.rfind(b"PK\x01\x02") + 8] |= 1

    unreadable = read(write(tmp_path, {"a.zip": bytes(raw)}))[1]

    assert unreadable["a.zip/link.txt"].startswith("It is a link")
    assert unreadable["a.zip/locked.txt"] == LOCKED


def test_files_of_the_system_in_archives_are_passed_over(tmp_path: Path) -> None:
    content = made.packed(dict.fromkeys(["a.txt", "__MACOSX/._a.txt", ".DS_Store", "x/Thumbs.db", "README.md"], RAIN))

    articles, unreadable = read(write(tmp_path, {"a.zip": content}))

    assert ([article.source_id for article in articles], unreadable) == (["a.zip/a.txt"], {})


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.warc.gz"])
def test_of_a_packed_file_that_is_cut_off_the_beginning_is_read(tmp_path: Path, name: str) -> None:
    page = f"<html><body><p>{made.PARAGRAPHS[0]}</p></body></html>"
    whole = (
        made.warc(("https://example.org/a", page), ("https://example.org/b", page), is_packed=True)
        if "warc" in name
        else gzip.compress(b'{"text": "It rained."}\n') + gzip.compress(b'{"text": "It snowed."}\n')
    )

    articles, unreadable = read(write(tmp_path, {name: whole[:-12]}))

    assert len(articles) >= 1
    assert unreadable[f"{name} (its end)"].startswith("It is cut off")
    assert CUT.startswith("It is cut off")


@pytest.mark.parametrize("length", [10, 100, 400, 800])
@pytest.mark.parametrize("name", [f"a.{kind}" for kind in KINDS])
def test_half_a_file_is_read_or_says_why(tmp_path: Path, name: str, length: int) -> None:
    whole = {
        "a.docx": made.docx(made.paragraph(RAIN)),
        "a.odt": made.odt(f"<text:p>{RAIN}</text:p>"),
        "a.xlsx": made.xlsx([("text",), (RAIN,)]),
        "a.zip": made.packed({"a.txt": RAIN}),
        "a.pdf": made.pdf([[(72, 700, RAIN)]]),
        "a.parquet": made.parquet_of({"text": [RAIN]}),
        "a.rtf": b"{\\rtf1 " + RAIN.encode() + b"}" + b" " * 900,
        "a.eml": made.mail(RAIN, {"a.txt": RAIN.encode()}),
        "a.warc": made.warc(("https://example.org/a", made.PAGE)),
    }[name]

    articles, unreadable = read(write(tmp_path, {name: whole[:length]}))

    assert articles or unreadable
    assert all(reason.endswith((".", "?")) for reason in unreadable.values())


ENTITIES = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'


def test_entities_of_xml_are_not_opened(tmp_path: Path) -> None:
    secret = Path("/etc/hostname").read_text(encoding="utf-8").strip() if Path("/etc/hostname").exists() else "secret"
    words = "<description>It rained &secret; in Baku.</description>"
    feed = f'<rss version="2.0"><channel><item>{words}</item></channel></rss>'
    document = made.odt("<text:p>It rained.</text:p>")
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["content.xml"] = ENTITIES.encode() + parts["content.xml"].replace(b"It rained.", b"It rained &secret;.")

    articles, _ = read(write(tmp_path, {"a.rss": ENTITIES + feed, "a.odt": made.packed(parts)}))

    assert articles
    assert not [article.text for article in articles if secret in article.text]


def test_a_page_of_ten_thousand_levels_is_read(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 10_000 + RAIN + "</div>" * 10_000

    assert [article.text for article in read(write(tmp_path, {"a.html": page}))[0]] == [RAIN]
