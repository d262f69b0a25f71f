"""Which formats are read and by what; what is said of those that are not.

A reader is named, not imported: the libraries behind it are loaded where a file of its kind is read, which for all
foreign formats is a process of their own (`apart.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

import msgspec

from analysis.read.article import Article, Given, Hint, Member, Taken, Unreadable

Result = Article | Unreadable | Member | Taken
GOES_ON = None  # what a reader gives between the parts of a long report, so that the clock begins anew


class Room(msgspec.Struct, frozen=True):
    """How much may still be unpacked from a file: files, bytes, and files inside of files."""

    n_files: int
    n_bytes: int
    n_levels: int


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file to read: where it is, what it is called and what it is, and for what it holds a folder and the room."""

    path: str
    source_id: str
    kind: str
    given: Given = Given()
    hint: Hint = Hint()
    folder: str = ""
    room: Room = Room(0, 0, 0)


Reader = Callable[[File], Iterator[Result | None]]


class Format(msgspec.Struct, frozen=True):
    """A format: what a file of it is called, its reader as `module:function`, and whether it is read apart."""

    name: str
    reader: str
    is_foreign: bool = True


FORMATS = {
    "txt": Format("a text", "txt:read_txt", is_foreign=False),
    "md": Format("a text", "txt:read_txt", is_foreign=False),
    "jsonl": Format("records", "jsonl:read_jsonl", is_foreign=False),
    "json": Format("records", "json:read_json", is_foreign=False),
    "csv": Format("a table", "csv:read_csv", is_foreign=False),
    "tsv": Format("a table", "csv:read_csv", is_foreign=False),
    "html": Format("a web page", "html:read_html"),
    "pdf": Format("a PDF", "pdf:read_pdf"),
    "docx": Format("a Word document", "docx:read_docx"),
    "odt": Format("an OpenDocument text", "odt:read_odt"),
    "rtf": Format("an RTF document", "rtf:read_rtf"),
    "mail": Format("a mail", "mail:read_mail"),
    "mbox": Format("a mailbox", "mail:read_mbox"),
    "feed": Format("a feed", "feed:read_feed"),
    "xlsx": Format("a workbook", "workbook:read_workbook"),
    "xls": Format("a workbook", "workbook:read_workbook"),
    "ods": Format("a workbook", "workbook:read_workbook"),
    "parquet": Format("a Parquet file", "parquet:read_parquet"),
    "zip": Format("a ZIP archive", "archive:read_zip"),
    "gz": Format("a gzip file", "archive:read_gz"),
    "warc": Format("a web archive", "warc:read_warc"),
    "plain pdf": Format("a PDF", "pdf:read_plain_pdf"),
}
FORGIVING = {"pdf": "plain pdf"}  # what reads a file over which its parser crashed
READ = (
    ".txt, .md, .html, .pdf, .docx, .odt, .rtf, .eml, .mbox, .rss, .atom, .json, .jsonl, .csv, .tsv, .xlsx, .parquet, "
    "and .zip, .gz and .warc of these"
)
KNOWN = f"Dossier reads {READ}."
NOT_READ = {
    "doc": "It is an old Word document (.doc), which is not read. Save it as .docx.",
    "ppt": "It is an old PowerPoint presentation (.ppt), which is not read. Save it as PDF.",
    "pptx": "It is a PowerPoint presentation, which is not read. Save it as PDF.",
    "odp": "It is an OpenDocument presentation, which is not read. Save it as PDF.",
    "msg": "It is a mail of Outlook (.msg), which is not read. Save it as .eml, or forward it and save that.",
    "epub": "It is an e-book (EPUB), which is not read. Save it as PDF or HTML.",
    "old office": "It is a document of an old Office program, which is not read. Save it as .docx or PDF.",
    "locked office": "It is locked with a password. Open it, save it without one, and add that.",
    "picture": "It is a picture: its text is not read. Run text recognition (OCR) on it and add the PDF or text.",
    "tar": "It is a TAR archive, which is not read. Unpack it, or make a ZIP archive of it.",
    "7z": "It is a 7-Zip archive, which is not read. Unpack it, or make a ZIP archive of it.",
    "rar": "It is a RAR archive, which is not read. Unpack it, or make a ZIP archive of it.",
    "bzip2": "It is packed by bzip2, which is not read. Unpack it, or pack it by gzip.",
    "xz": "It is packed by xz, which is not read. Unpack it, or pack it by gzip.",
    "xml": "It is XML, and neither a feed nor a web page. If it is a report, save it as text or PDF.",
    "text": "It is text of no known format. If it is a report, call it .txt.",
}


def reader_of(kind: str) -> Reader:
    """The reader of a kind, its module imported."""
    module, function = FORMATS[kind].reader.split(":")
    reader: Reader = getattr(import_module(f"analysis.read.{module}"), function)
    return reader


def why_not(kind: str, path: str) -> str:
    """Why a file of this kind is not read, in a sentence that says what to do."""
    return (
        NOT_READ.get(kind)
        or f"It is {_named(path)}, which is not read. If it is a report, save it as PDF, .docx or .txt."
    )


def _named(path: str) -> str:
    """What a binary file is called, as well as its first bytes tell."""
    import puremagic  # here: its tables are large, and most inputs need none

    try:
        found = puremagic.magic_file(path)
    except (puremagic.PureError, ValueError, OSError):
        return "a file of no known format"
    name = next((one.name for one in found if one.name and one.confidence >= LEAST_SURE), "")
    return f"a binary file ({name})" if name else "a binary file of no known format"


LEAST_SURE = 0.5  # confidence of puremagic below which its name is as good as chance
