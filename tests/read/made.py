"""Small files of every format, made as tests need them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import pyarrow
from pyarrow import parquet

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Rain in Baku</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str) -> bytes:
    """A Word document with this body, as XML."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations,
            "word/document.xml": document,
            "docProps/core.xml": CORE,
        }
    )


def paragraph(*words: str) -> str:
    """A paragraph of a Word document."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in words) + "</w:p>"


def odt(body: str, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text with this body, as XML."""
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "meta"))
    meta = (
        f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<dc:title>Rain in Baku</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
        "<meta:creation-date>2024-03-05T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
            "meta.xml": meta,
        }
    )


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], about: str = "", size: int = 12) -> bytes:
    """A PDF: on each page lines of text, each at a place in points from the lower left corner."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for lines in pages:
        text = "".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(text), text))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(f"<< {about} >>".encode("latin-1"))
    return _numbered(objects)


def _numbered(objects: Sequence[bytes]) -> bytes:
    """The objects of a PDF with the table of their places; the last says what the document is about."""
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return written + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(written)


def scanned() -> bytes:
    """A PDF whose only page is a picture of one dot."""
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x00\nendstream"
    )
    shown = b"q 500 0 0 700 40 40 cm /P Do Q"
    return _numbered(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /P 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(shown), shown),
            picture,
            b"<< >>",
        ]
    )


def xlsx(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook with one sheet."""
    cells = "".join(
        f'<row r="{n}">' + "".join(_cell(f"{chr(65 + k)}{n}", value) for k, value in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1)
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Reports" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def _cell(place: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def parquet_of(columns: Mapping[str, Sequence[object]]) -> bytes:
    """A Parquet file."""
    target = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), target)
    return target.getvalue()


def mail(text: str, attached: Mapping[str, bytes] = {}, html: str = "", subject: str = "Rain in Baku") -> bytes:
    """A mail."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Jane Doe <jane@example.org>", "desk@example.org", subject
    message["Date"], message["Message-ID"] = "Tue, 05 Mar 2024 10:00:00 +0400", "<1@example.org>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attached.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mbox(*mails: bytes) -> bytes:
    """A mailbox."""
    return b"".join(b"From jane@example.org Tue Mar  5 10:00:00 2024\n" + one + b"\n\n" for one in mails)


def warc(*pages: tuple[str, str], is_packed: bool = False) -> bytes:
    """A web archive of pages by their addresses; packed record by record, as crawlers do."""
    records = [_record(address, page.encode()) for address, page in pages]
    return b"".join(gzip.compress(record) if is_packed else record for record in records)


def _record(address: str, page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(page), page)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Post</title>
<item><title>Rain in Baku</title><link>https://example.org/rain</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0400</pubDate>
<dc:creator>Jane Doe</dc:creator><description>&lt;p&gt;It rained in Baku.&lt;/p&gt;</description></item>
<item><link>https://example.org/snow</link></item>
</channel></rss>"""
PARAGRAPHS = [
    "It rained in Baku on Monday, the mayor said, and the streets around the old harbour were closed for hours.",
    "The port authority will rebuild the wall that the water broke, at a cost of two million manats, she added.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Rain in Baku - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-03-05T10:00:00+04:00">
<link rel="canonical" href="https://example.org/rain"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Rain in Baku</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>
<footer>All rights reserved</footer></body></html>"""
