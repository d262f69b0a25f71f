"""What each reader makes of the shapes that files of its format have: a table of cases for each."""

from __future__ import annotations

import gzip
import time
from datetime import datetime
from pathlib import Path

import pytest

from analysis.read import Article
from analysis.read.formats import File
from analysis.read.rtf import read_rtf
from tests.read import made
from tests.read.folders import RAIN, read, write

SNOW = "It snowed in Ganja on Tuesday, the minister said."
FIRST, SECOND = made.PARAGRAPHS
ARTICLE = f"<p>{FIRST}</p><p>{SECOND}</p>"
LIST = "<ul><li>A wall</li></ul><table><tr><td>Baku</td><td>12</td></tr></table>"
QUOTED = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable"
WHOLE = "<content:encoded><![CDATA[<p>It r&eacute;rained.</p>]]></content:encoded>"


def page(body: str, head: str = "", encoding: str = "utf-8") -> bytes:
    return f"<html><head><title>Rain</title>{head}</head><body>{body}</body></html>".encode(encoding)


def word(body: str) -> bytes:
    return made.docx(made.paragraph(RAIN) + body)


def rich(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator Word;}\pard " + body + "}").encode()


def mail(head: str, body: str, encoding: str = "ascii") -> bytes:
    return f"From: a@example.org\nSubject: Rain\n{head}\n\n{body}".encode(encoding)


def feed(entry: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>'
        f"<entry><title>Rain</title><updated>2024-03-05T10:00:00Z</updated>{entry}</entry></feed>"
    )


def rss(item: str) -> str:
    space = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{space}"><channel><title>Post</title><item>{item}</item></channel></rss>'


TABLE = "<w:tbl><w:tr>" + "".join(f"<w:tc>{made.paragraph(cell)}</w:tc>" for cell in ("Baku", "12")) + "</w:tr></w:tbl>"
MONDAY = datetime(2024, 3, 4, 10)
CASES: dict[str, dict[str, tuple[str, bytes | str, list[str]]]] = {
    "text": {
        "windows line ends": ("a.txt", "Rain\r\n\r\nIt rained.\r\n", ["Rain\n\nIt rained.\n"]),
        "windows-1252": ("a.txt", "Café “Baku” – open.".encode("cp1252"), ["Café “Baku” – open."]),
        "utf-16 with a mark": ("a.txt", RAIN.encode("utf-16"), [RAIN]),
        "markdown is kept as it stands": ("a.md", f"# Rain\n\n{RAIN}", [f"# Rain\n\n{RAIN}"]),
        "nothing but blanks": ("a.txt", " \n\n", []),
    },
    "web page": {
        "navigation and footer are left out": ("a.html", made.PAGE, [f"Rain in Baku\n\n{FIRST}\n\n{SECOND}"]),
        "a list and a table": (
            "a.html",
            page(
                f"<article>{ARTICLE}<ul><li>A wall</li></ul><table><tr><td>Baku</td><td>12</td></tr></table></article>"
            ),
            [f"{FIRST}\n\n{SECOND}\n\n- A wall\n\nBaku\t12"],
        ),
        "its encoding is in the head": (
            "a.html",
            page(f"<p>{'Он сказал, что дождь идёт в Баку. ' * 9}</p>", '<meta charset="windows-1251">', "cp1251"),
            [("Он сказал, что дождь идёт в Баку. " * 9).strip()],
        ),
        "no article, only words": ("a.html", page("<div>Rain.</div>"), ["Rain."]),
        "no words": ("a.html", page("<script>var a = 1</script>"), []),
    },
    "PDF": {
        "two pages": ("a.pdf", made.pdf([[(72, 700, "It rained")], [(72, 700, "in Baku.")]]), ["It rained in Baku."]),
        "a page without text": ("a.pdf", made.pdf([[(72, 700, RAIN)], []]), [RAIN]),
        "no text at all": ("a.pdf", made.pdf([[]]), []),
        "only a picture": ("a.pdf", made.scanned(), []),
    },
    "Word": {
        "a table": ("a.docx", word(TABLE), [f"{RAIN}\n\nBaku\n\n12"]),
        "a break and a tab": (
            "a.docx",
            word("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"),
            [f"{RAIN}\n\nOne\ntwo three"],
        ),
        "a heading": (
            "a.docx",
            word('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Snow</w:t></w:r></w:p>'),
            [f"{RAIN}\n\nSnow"],
        ),
        "words in pieces": ("a.docx", word(made.paragraph("It sn", "ow", "ed.")), [f"{RAIN}\n\nIt snowed."]),
        "no words": ("a.docx", made.docx("<w:p/>"), []),
    },
    "OpenDocument": {
        "a list": (
            "a.odt",
            made.odt("<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"),
            ["One"],
        ),
        "blanks and a tab": (
            "a.odt",
            made.odt('<text:p>It<text:s text:c="3"/>rained<text:tab/>here.</text:p>'),
            ["It rained\there."],
        ),
        "no words": ("a.odt", made.odt("<text:p/>"), []),
    },
    "RTF": {
        "letters by their number": ("a.rtf", rich(r"Caf\'e9 in \u1041?\u1072?ku.\par"), ["Café in Баku."]),
        "signs by their name": ("a.rtf", rich(r"\ldblquote Rain\rdblquote\emdash 5 March\par"), ["“Rain”—5 March"]),
        "braces of the text": ("a.rtf", rich(r"It \{rained\}.\par"), ["It {rained}."]),
        "a link": (
            "a.rtf",
            rich(r"See {\field{\*\fldinst HYPERLINK 'http://example.org'}{\fldrslt the page}}.\par"),
            ["See the page."],
        ),
        "notes go behind the text": (
            "a.rtf",
            rich(r"It rained.{\footnote \pard All {\b day}.} It snowed.{\footnote Not in Baku.}\par"),
            ["It rained. It snowed.\n\nAll day.\n\nNot in Baku."],
        ),
        "a note that does not end": ("a.rtf", rich(r"It rained.{\footnote All day.")[:-1], ["It rained."]),
        "a picture": ("a.rtf", rich(r"{\pict\pngblip 89504e470d0a}It rained.\par"), ["It rained."]),
        "no words": ("a.rtf", rich(""), []),
    },
    "mail": {
        "quoted-printable": (
            "a.eml",
            mail(
                "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
                "Caf=E9 in=\n Baku.",
            ),
            ["Café in Baku."],
        ),
        "base64": (
            "a.eml",
            mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", "SXQgcmFpbmVkLg=="),
            ["It rained."],
        ),
        "an unknown encoding": ("a.eml", mail("Content-Type: text/plain; charset=x-none", RAIN), [RAIN]),
        "only HTML": ("a.eml", mail("Content-Type: text/html", f"<p>{RAIN}</p><p>{SNOW}</p>"), [f"{RAIN}\n\n{SNOW}"]),
        "a mail in a mail": ("a.eml", made.mail(RAIN, {"b.eml": made.mail(SNOW)}), [RAIN, SNOW]),
        "no words": ("a.eml", mail("Content-Type: text/plain", ""), []),
    },
    "mailbox": {
        "From in a line is no new mail": (
            "a.mbox",
            made.mbox(mail("", "It rained.\n>From there it went.")),
            ["It rained.\nFrom there it went."],
        ),
        "two mails": ("a.mbox", made.mbox(made.mail(RAIN), made.mail(SNOW)), [RAIN, SNOW]),
    },
    "feed": {
        "Atom with XHTML": (
            "a.atom",
            feed(f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{ARTICLE}</div></content>'),
            [f"{FIRST}\n\n{SECOND}"],
        ),
        "Atom with escaped HTML": (
            "a.xml",
            feed('<content type="html">&lt;p&gt;Rain.&lt;/p&gt;</content>'),
            ["Rain."],
        ),
        "RSS whose whole text is beside a summary": (
            "a.rss",
            rss(f"<title>Rain</title><description>Rain</description>{WHOLE}"),
            ["It rérained."],
        ),
        "RSS of a link alone": ("a.rss", rss("<link>https://example.org</link>"), []),
    },
    "workbook": {
        "the column of texts anywhere": (
            "a.xlsx",
            made.xlsx([("id", "Full text"), (1, RAIN), (2, SNOW)]),
            [RAIN, SNOW],
        ),
        "rows without a text": ("a.xlsx", made.xlsx([("title", "text"), ("Rain", RAIN), ("Snow", "")]), [RAIN]),
        "no column of texts": ("a.xlsx", made.xlsx([("name", "age"), ("Jane", 5)]), []),
    },
    "Parquet": {
        "names of scrapers, days and lists": (
            "a.parquet",
            made.parquet_of(
                {"maintext": [RAIN, SNOW], "date_publish": [MONDAY, None], "authors": [["Jane Doe"], None]}
            ),
            [RAIN, SNOW],
        ),
        "no text in a row": ("a.parquet", made.parquet_of({"text": [None, SNOW]}), [SNOW]),
    },
    "archive": {
        "a ZIP in a ZIP": ("a.zip", made.packed({"b.zip": made.packed({"c.txt": RAIN}), "d.txt": SNOW}), [RAIN, SNOW]),
        "what cannot be read in it": ("a.zip", made.packed({"a.txt": RAIN, "b.png": b"\x89PNG\r\n\x1a\n"}), [RAIN]),
        "a ZIP of nothing": ("a.zip", made.packed({}), []),
        "gzip of a ZIP": ("a.zip.gz", gzip.compress(made.packed({"a.txt": RAIN})), [RAIN]),
    },
    "web archive": {
        "a page": ("a.warc", made.warc(("https://example.org/a", made.PAGE)), [f"Rain in Baku\n\n{FIRST}\n\n{SECOND}"]),
        "a page that is not there": (
            "a.warc",
            made.warc(("https://example.org/a", made.PAGE)).replace(b"200 OK", b"404 NO"),
            [],
        ),
    },
}


EVERY = {f"{reader}: {what}": case for reader, cases in CASES.items() for what, case in cases.items()}
Found = tuple[list[Article], dict[str, str]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What is read of all cases at once, each in a folder of its number: starting a process takes longest."""
    files = {f"{number}/{name}": content for number, (name, content, _) in enumerate(EVERY.values())}
    return read(write(tmp_path_factory.mktemp("in"), files))


@pytest.mark.parametrize("case", EVERY)
def test_what_a_reader_makes_of_a_file(found: Found, case: str) -> None:
    articles, unreadable = found
    folder, texts = f"{list(EVERY).index(case)}/", EVERY[case][2]

    assert [one.text for one in articles if one.source_id.startswith(folder)] == texts
    assert texts or any(name.startswith(folder) for name in unreadable), "what gives no report has a reason"


def test_a_document_says_its_title_with_letters_by_their_number(tmp_path: Path) -> None:
    source = rich(r"{\info{\title Caf\'e9 in Bak\u252?}{\author J\'f6rg}}It rained.\par")

    (one,) = read(write(tmp_path, {"a.rtf": source}))[0]

    assert (one.title, one.author) == ("Café in Bakü", "Jörg")


def test_a_title_of_many_numbers_that_does_not_end_is_given_up_soon(tmp_path: Path) -> None:
    source = b"{\\rtf1\\ansi{\\info{\\title " + b"\\u12345 " * 400 + b"\\b}}It rained.\\par}"
    began = time.monotonic()

    (one,) = read_rtf(File(path=str(write(tmp_path, {"a.rtf": source}) / "a.rtf"), source_id="a.rtf", kind="rtf"))

    assert isinstance(one, Article)
    assert (one.text, one.title) == ("It rained.", None)
    assert time.monotonic() - began < 5
