"""Files of every format in, articles out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from analysis.read.formats import NOT_READ
from analysis.read.pdf import PICTURES
from analysis.read.warc import NO_PAGE
from tests.read import made
from tests.read.folders import RAIN, lines, read, write

LONG = "\n\n".join(made.PARAGRAPHS)
REPORT = f"Rain in Baku\n\n{LONG}"
ROWS = [("title", "date", "text"), ("Rain in Baku", "2024-03-05", RAIN)]
WORD = made.docx(made.paragraph(RAIN) + made.paragraph("It ", "snowed."))
OPEN = made.odt(
    "<text:h>Rain</text:h><text:p>It<text:s/>rained<text:line-break/>in <text:span>Baku</text:span>.</text:p>"
)
RICH = (
    r"{\rtf1\ansi{\info{\title Rain in Baku}{\author Jane Doe}{\creatim\yr2024\mo3\dy5}}It rained.\par It snowed.\par}"
)

FILES = {
    "md": ("a.md", RAIN.encode(), RAIN),
    "html": ("a.html", made.PAGE.encode(), REPORT),
    "html that is called txt": ("a.txt", made.PAGE.encode(), REPORT),
    "pdf": ("a.pdf", made.pdf([[(72, 700, RAIN)]]), RAIN),
    "docx": ("a.docx", WORD, f"{RAIN}\n\nIt snowed."),
    "docx that is called doc": ("a.doc", WORD, f"{RAIN}\n\nIt snowed."),
    "odt": ("a.odt", OPEN, "Rain\n\nIt rained\nin Baku."),
    "rtf": ("a.rtf", RICH.encode(), "It rained.\n\nIt snowed."),
    "eml": ("a.eml", made.mail(RAIN), RAIN),
    "mbox": ("a.mbox", made.mbox(made.mail(RAIN)), RAIN),
    "rss": ("a.rss", made.RSS.encode(), "It rained in Baku."),
    "rss that is called xml": ("a.xml", made.RSS.encode(), "It rained in Baku."),
    "ndjson": ("a.ndjson", lines({"text": RAIN}).encode(), RAIN),
    "tsv": ("a.tsv", f"id\ttext\n1\t{RAIN}\n".encode(), RAIN),
    "xlsx": ("a.xlsx", made.xlsx(ROWS), RAIN),
    "parquet": ("a.parquet", made.parquet_of({"title": ["Rain"], "text": [RAIN]}), RAIN),
    "gz": ("a.txt.gz", gzip.compress(RAIN.encode()), RAIN),
    "gz of two members": ("a.txt.gz", gzip.compress(RAIN[:9].encode()) + gzip.compress(RAIN[9:].encode()), RAIN),
    "zip": ("a.zip", made.packed({"b/c.txt": RAIN}), RAIN),
    "warc": ("a.warc", made.warc(("https://example.org/rain", made.PAGE)), REPORT),
    "warc.gz": ("a.warc.gz", made.warc(("https://example.org/rain", made.PAGE), is_packed=True), REPORT),
}


@pytest.mark.parametrize(("name", "content", "text"), FILES.values(), ids=FILES)
def test_a_file_of_each_format_is_read(tmp_path: Path, name: str, content: bytes, text: str) -> None:
    articles, unreadable = read(write(tmp_path, {name: content}))

    assert [article.text for article in articles] == [text]
    assert set(unreadable) <= {"a.rss:2", "a.xml:2"}


@pytest.mark.parametrize("kind", ["html", "docx", "odt", "rtf", "eml", "rss", "pdf"])
def test_what_a_file_says_of_itself_is_kept(tmp_path: Path, kind: str) -> None:
    about = "/Title (Rain in Baku) /Author (Jane Doe) /CreationDate (D:20240305100000)"
    content = made.pdf([[(72, 700, RAIN)]], about) if kind == "pdf" else FILES[kind][1]

    one = read(write(tmp_path, {f"a.{kind}": content}))[0][0]

    assert (one.author, str(one.published)[:10], one.published_from) == ("Jane Doe", "2024-03-05", "metadata")
    assert one.title == ("Rain" if kind == "odt" else "Rain in Baku")
    assert one.publisher == ("Harbour Post" if kind in ("html", "rss") else None)
    assert one.url == ("https://example.org/rain" if kind in ("html", "rss") else None)


def test_the_first_lines_of_a_document_go_before_what_its_program_wrote(tmp_path: Path) -> None:
    body = made.paragraph("Snow In Ganja") + made.paragraph("March 9, 2024") + made.paragraph(RAIN)

    one = read(write(tmp_path, {"a.docx": made.docx(body)}))[0][0]

    assert (one.title, str(one.published)[:10], one.published_from) == ("Snow In Ganja", "2024-03-09", "text")


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    change = 'w:id="1" w:author="J" w:date="2024-03-05T10:00:00Z"'
    run = '<w:r><w:{0} xml:space="preserve">{1}</w:{0}></w:r>'
    body = (
        f"<w:p>{run.format('t', 'It ')}<w:ins {change}>{run.format('t', 'rained ')}</w:ins>"
        f"<w:del {change}>{run.format('delText', 'snowed ')}</w:del>{run.format('t', 'in Baku.')}</w:p>"
    )

    assert read(write(tmp_path, {"a.docx": made.docx(body)}))[0][0].text == "It rained in Baku."


def test_what_was_deleted_from_an_open_document_and_comments_are_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>It snowed.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>It rained<office:annotation><text:p>Sure?</text:p></office:annotation> in Baku"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>All day.</text:p>"
        "</text:note-body>"
        "</text:note>.</text:p>"
    )

    assert read(write(tmp_path, {"a.odt": made.odt(body)}))[0][0].text == "It rained in Baku.\n\nAll day."


def test_a_mail_is_a_report_and_so_is_what_is_attached_to_it(tmp_path: Path) -> None:
    attached = {
        "rain.docx": WORD,
        "snow.zip": made.packed({"snow.txt": "It snowed."}),
        "logo.png": b"\x89PNG\r\n\x1a\n",
    }
    forwarded = made.mail("It froze.", {"inner.eml": made.mail("It thawed.")}, subject="Frost")

    articles, unreadable = read(write(tmp_path, {"a.mbox": made.mbox(made.mail(RAIN, attached), forwarded)}))

    assert [article.source_id for article in articles] == [
        "a.mbox:1",
        "a.mbox:1/rain.docx",
        "a.mbox:1/snow.zip/snow.txt",
        "a.mbox:2",
        "a.mbox:2/inner.eml",
    ]
    assert unreadable == {"a.mbox:1/logo.png": NOT_READ["picture"]}


def test_a_mail_in_html_alone_is_its_words_and_what_it_quotes_is_noise(tmp_path: Path) -> None:
    files = {
        "a.eml": made.mail("", html="<p>It rained.</p><p>It snowed.</p>"),
        "b.eml": made.mail("It rained.\n\n> Did it\n> rain?\n\nYes."),
    }

    first, second = read(write(tmp_path, files))[0]

    assert first.text == "It rained.\n\nIt snowed."
    assert [second.text[start:end] for start, end in second.header] == ["> Did it\n> rain?"]


def test_a_pdf_of_pictures_is_told_plainly(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"a.pdf": made.scanned()})) == ([], {"a.pdf": PICTURES})


def test_a_workbook_may_have_lines_above_its_heading_and_days_as_days(tmp_path: Path) -> None:
    rows = [("Export of May",), (), ("Headline", "Full text", "Date"), ("Rain", RAIN, "2024-03-05"), ("", "", "")]

    articles, unreadable = read(write(tmp_path, {"a.xlsx": made.xlsx(rows)}))

    assert [(a.source_id, a.title, str(a.published)[:10]) for a in articles] == [
        ("a.xlsx:Reports:4", "Rain", "2024-03-05")
    ]
    assert unreadable == {}


def test_a_web_archive_whose_only_page_is_empty_says_that_it_holds_none(tmp_path: Path) -> None:
    articles, unreadable = read(write(tmp_path, {"a.warc": made.warc(("https://example.org/a", ""))}))

    assert (articles, unreadable) == ([], {"a.warc": NO_PAGE})


def test_a_page_of_a_web_archive_has_its_address(tmp_path: Path) -> None:
    bare = f"<html><body><p>{LONG}</p></body></html>"

    archive = made.warc(("https://example.org/a", bare), ("https://example.org/b", bare))

    articles, _ = read(write(tmp_path, {"a.warc": archive}))

    assert [(a.source_id, a.url) for a in articles] == [
        ("a.warc:1", "https://example.org/a"),
        ("a.warc:2", "https://example.org/b"),
    ]


def test_a_page_that_is_hardly_an_article_is_all_its_words(tmp_path: Path) -> None:
    page = "<html><head><title>x</title><script>var a = '<p>no</p>'</script></head><body><div>Rain.</div></body></html>"

    assert read(write(tmp_path, {"a.html": page}))[0][0].text == "Rain."
