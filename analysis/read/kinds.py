"""What a file is, told from its bytes; its name decides only between kinds of plain text."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from analysis.read.decode import NotText, decode
from analysis.read.zips import FAULTS

SAMPLE = 65_536  # bytes from which the kind is told
LONGEST_DIRECTORY = 4_000_000  # bytes of an old Office document in which its parts are looked up
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gz"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"filedesc://", "warc"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
# The parts of an old Office document are named in UTF-16; the first that is there tells what it is.
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OLD_OFFICE_PARTS = (
    ("EncryptedPackage", "locked office"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
# What a file in a ZIP archive says that all of it is.
ZIP_PARTS = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
)
ZIP_TYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/epub+zip": "epub",
}
ZIP_SUFFIXES = {".docx": "docx", ".docm": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".pptx": "pptx", ".odt": "odt"}
BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), "txt"),
    **dict.fromkeys((".md", ".markdown"), "md"),
    **dict.fromkeys((".csv",), "csv"),
    **dict.fromkeys((".tsv", ".tab"), "tsv"),
    **dict.fromkeys((".json",), "json"),
    **dict.fromkeys((".jsonl", ".ndjson", ".jl"), "jsonl"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".eml",), "mail"),
    **dict.fromkeys((".mbox",), "mbox"),
    **dict.fromkeys((".rss", ".atom"), "feed"),
}
MARKUP_AHEAD = r"\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE\b[^>\[]*(?:\[[^\]]*\][^>]*)?>\s*)*"
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!DOCTYPE\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
FEED = re.compile(MARKUP_AHEAD + r"<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE | re.DOTALL)
XML = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|$)")
HEADERS_OF_MAIL = {"received", "message-id", "mime-version", "return-path", "delivered-to", "x-mailer", "in-reply-to"}
PARTS_OF_MAIL = {"from", "to", "subject", "date", "cc", "reply-to", "content-type"}
MBOX = re.compile(r"From [^\n]{1,200}\r?\n(?=[A-Za-z][\w-]{1,60}:|>From )")
RECORD = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,60}"\s*:')


def kind_of(path: Path, suffix: str) -> str:
    """The kind of a file, `text` where it is plain text without a suffix that says which, else `binary`.

    Raises OSError.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if b"%PDF-" in sample[:1024]:
        return "pdf"
    if sample.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of_zip(path, suffix)
    if sample.startswith(OLD_OFFICE):
        return kind_of_old_office(path)
    if found := next((kind for magic, kind in MAGIC if sample.startswith(magic)), None):
        return found
    if sample[257:262] == b"ustar":
        return "tar"
    try:
        return kind_of_text(decode(_whole_characters(sample)), suffix)
    except NotText:
        return BY_SUFFIX.get(suffix, "binary")


def kind_of_text(text: str, suffix: str) -> str:
    """The kind of a text that begins so, in a file whose name ends so.

    >>> kind_of_text("<!doctype html><p>It rained.", ".txt"), kind_of_text("It rained.", ".html")
    ('html', 'txt')
    """
    named = BY_SUFFIX.get(suffix, "")
    if MBOX.match(text):
        return "mbox"
    if named not in ("csv", "tsv", "json", "jsonl"):
        if FEED.match(text):
            return "feed"
        if HTML.match(text) or (named == "html" and "<" in text):
            return "html"
        if XML.match(text):
            return "html" if named == "html" else "xml"
        if _is_mail(text) or (named == "mail" and HEADER.match(text)):
            return "mail"
    if named in ("", "txt") and RECORD.match(text):
        return "jsonl"
    return "txt" if named in ("html", "mail", "mbox", "feed") else named or "text"


def kind_of_zip(path: Path, suffix: str) -> str:
    """The kind of a file that begins like a ZIP archive."""
    try:
        with ZipFile(path) as archive:
            names = [name.lower().replace("\\", "/") for name in archive.namelist()[:1000]]
            if names[:1] == ["mimetype"]:
                with archive.open(archive.infolist()[0]) as file:
                    return ZIP_TYPES.get(file.read(100).decode("ascii", "replace").strip(), "zip")
    except FAULTS:
        return ZIP_SUFFIXES.get(suffix, "zip")
    if "[content_types].xml" in names:
        return next((kind for part, kind in ZIP_PARTS if any(n.startswith(part) for n in names)), "zip")
    if "content.xml" in names and suffix in ZIP_SUFFIXES:
        return ZIP_SUFFIXES[suffix]
    return "zip"


def kind_of_old_office(path: Path) -> str:
    """The kind of a compound file of old Office programs, by the names of its parts."""
    with path.open("rb") as file:
        head = file.read(LONGEST_DIRECTORY).lower()
    found = (kind for part, kind in OLD_OFFICE_PARTS if part.lower().encode("utf-16-le") in head)
    return next(found, "old office")


def _whole_characters(sample: bytes) -> bytes:
    """The sample without a character that it cuts in half."""
    return sample[: sample.rfind(b"\n") + 1] or sample if len(sample) == SAMPLE else sample


def _is_mail(text: str) -> bool:
    """Whether a text begins with the header of a mail: two of its lines, one of them of those that only mails have."""
    found = set()
    for line in text[:20_000].lstrip("\r\n").splitlines()[:60]:
        match = HEADER.match(line)
        if match:
            found.add(match[1].lower())
        elif not line.startswith((" ", "\t", ">From ")) or not found:
            break
    return bool(found & HEADERS_OF_MAIL) and bool(found & PARTS_OF_MAIL)
