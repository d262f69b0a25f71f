"""A Word document: its text by mammoth, which keeps what tracked changes insert and leaves out what they delete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zipfile import ZipFile

from analysis.read.article import Article, Unreadable
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.markup import text_of_markup
from analysis.read.office import DAMAGED, too_packed
from analysis.read.office import properties_of_zip as properties
from analysis.read.record import LONGEST_TEXT
from analysis.read.txt import report
from analysis.read.zips import FAULTS

NOTE_MARKS = re.compile(
    r'<sup><a href="#(?:foot|end)note-[^<>]*>\[\d+\]</a></sup>|<a href="#(?:foot|end)note-ref-[^<>]*>↑</a>'
)
EMPTY = "It has no text. What is only in its pictures is not read: run text recognition (OCR) on it."


def read_docx(file: File) -> Iterator[Article | Unreadable]:
    """The report in the file."""
    try:
        with ZipFile(file.path) as archive:
            fault = too_packed(archive)
            said = properties(archive, "docProps/core.xml")
    except FAULTS:
        fault, said = DAMAGED, Header()
    if fault:
        yield Unreadable(file.source_id, fault)
        return
    text = _text(file.path)
    yield report(file, text, later=said) if text.strip() else Unreadable(file.source_id, EMPTY)


def _text(path: str) -> str:
    """The text with its headings, tables, notes and text boxes; pictures are left out unread."""
    import mammoth

    with open(path, "rb") as stream:
        found = mammoth.convert_to_html(stream, convert_image=mammoth.images.img_element(lambda image: {"src": ""}))
    return text_of_markup(NOTE_MARKS.sub("", found.value[: 4 * LONGEST_TEXT]))
