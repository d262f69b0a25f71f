"""A PDF: its text by pdfium, by pypdf where pdfium can't; lines joined to paragraphs, running heads as noise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.read.article import Article, Unreadable
from analysis.read.columns_of_page import in_order
from analysis.read.dates import parse_date
from analysis.read.formats import GOES_ON, File
from analysis.read.header import Header
from analysis.read.pages import Line, Page, laid_out
from analysis.read.record import LONGEST_TEXT
from analysis.read.txt import report

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

LONGEST_FILE = 500_000_000  # bytes
MOST_PAGES = 5_000
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
LINE = re.compile(
    "([^\n\ufffe]*)([\n\ufffe]|\\Z)"
)  # pdfium writes U+FFFE for a hyphen and the end of the line behind it
WORD = re.compile(r"[^\r ]+")
WIDE_GAP = 0.6  # of the height of a line
MOST_OBJECTS = 2_000  # of a page, among which a picture is looked for
LOCKED = "It is locked with a password. Open it, save it without one, and add that."
RECOGNISE = "Run text recognition (OCR) on it and add what comes out."
PICTURES = f"Its pages are only pictures, as of a scan. {RECOGNISE}"
EMPTY = "It has no text on any page."
NO_PDF = "It is damaged: no program finds pages in it. Open it in a viewer and print it to a new PDF."
TITLES_OF_PROGRAMS = ("microsoft word", "untitled", "powerpoint", "microsoft powerpoint", "document", "slide")


def read_pdf(file: File) -> Iterator[Article | Unreadable | None]:
    """The report in the file; pages that are only pictures are said beside it."""
    import pypdfium2

    if Path(file.path).stat().st_size > LONGEST_FILE:
        yield Unreadable(file.source_id, f"It has more than {LONGEST_FILE / 1e6:.0f} MB. Split it.")
        return
    try:
        document = pypdfium2.PdfDocument(file.path)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == PASSWORD_ERROR:
            yield Unreadable(file.source_id, LOCKED)
        else:
            yield from read_plain_pdf(file)
        return
    try:
        yield from _report(file, document)
    finally:
        document.close()


def _report(file: File, document: PdfDocument) -> Iterator[Article | Unreadable | None]:
    pages, pictures, n_characters = [], [], 0
    for number in range(min(len(document), MOST_PAGES)):
        page, is_picture = _page(document, number)
        pages.append(page)
        pictures += [number + 1] if is_picture else []
        n_characters += sum(len(line.text) for line in page.lines)
        if n_characters > LONGEST_TEXT:
            break
        yield GOES_ON
    text, noise = laid_out(pages)
    if not text.strip():
        yield Unreadable(file.source_id, PICTURES if pictures else EMPTY)
        return
    yield report(file, text, Header(spans=noise), _said(document.get_metadata_dict(skip_empty=True)))
    if pictures:
        yield Unreadable(file.source_id, f"{_numbered(pictures)} only pictures, whose text is not read. {RECOGNISE}")
    if len(pages) < len(document):
        yield Unreadable(file.source_id, f"Only {len(pages):,} of its {len(document):,} pages are read. Split it.")


def _page(document: PdfDocument, number: int) -> tuple[Page, bool]:
    """The lines of a page, and whether it has none but a picture; none of a page that is broken."""
    import pypdfium2

    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page(0, ()), False
    lines = tuple(in_order(list(_lines(words))))
    is_picture = not any(line.text.strip() for line in lines) and _has_picture(page)
    height = page.get_height()
    words.close()
    page.close()
    return Page(height, lines), is_picture


def _has_picture(page: PdfPage) -> bool:
    return any(one.type == IMAGE for one, _ in zip(page.get_objects(max_depth=3), range(MOST_OBJECTS), strict=False))


def _lines(words: PdfTextPage) -> Iterator[Line]:
    """The lines of a page as pdfium parts them, in its order, with their boxes where characters can be told apart; a
    line with wide gaps in pieces, since it may go on from column to column."""
    text = words.get_text_range(errors="replace")
    has_boxes = len(text) == words.count_chars()
    for row, match in enumerate(LINE.finditer(text)):
        if not match[1].strip("\r "):
            continue
        hyphen = "\ufffe" if match[2] == "\ufffe" else ""
        if not has_boxes:
            yield Line(match[1].strip("\r ") + hyphen)
            continue
        pieces = list(_pieces(words, text, *match.span(1)))
        for piece in pieces:
            yield _line(words, text, piece, hyphen if piece == pieces[-1] else "", row)


def _pieces(words: PdfTextPage, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a line between its wide gaps."""
    parts = [word.span() for word in WORD.finditer(text, start, end)]
    first = parts[0][0]
    for (_, last_end), (next_start, _) in pairwise(parts):
        if _is_wide(words, last_end - 1, next_start):
            yield first, last_end
            first = next_start
    yield first, parts[-1][1]


def _is_wide(words: PdfTextPage, last: int, first: int) -> bool:
    """Whether the gap between two characters is wider than blanks are."""
    _, bottom, right, top = words.get_charbox(last, loose=True)
    left, *_ = words.get_charbox(first, loose=True)
    return bool(left - right > WIDE_GAP * (top - bottom))


def _line(words: PdfTextPage, text: str, piece: tuple[int, int], hyphen: str, row: int) -> Line:
    left, bottom, right, top = words.get_charbox(piece[0], loose=True)
    last_left, last_bottom, last_right, last_top = words.get_charbox(piece[1] - 1, loose=True)
    return Line(
        text[slice(*piece)] + hyphen,
        left=min(left, last_left),  # from right to left the last is at the left
        right=max(right, last_right),
        bottom=min(bottom, last_bottom),
        top=max(top, last_top),
        is_placed=True,
        row=row,
    )


def read_plain_pdf(file: File) -> Iterator[Article | Unreadable]:
    """The report in a file that pdfium can't read, by pypdf, which forgives more and knows less of layout."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        document = PdfReader(file.path, strict=False)
        if document.is_encrypted and not document.decrypt(""):
            yield Unreadable(file.source_id, LOCKED)
            return
        pages = [
            Page(0, tuple(Line(line.strip()) for line in page.extract_text().split("\n") if line.strip()))
            for page, _ in zip(document.pages, range(MOST_PAGES), strict=False)
        ]
    except FileNotDecryptedError:
        yield Unreadable(file.source_id, LOCKED)
        return
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError):
        yield Unreadable(file.source_id, NO_PDF)
        return
    text, noise = laid_out(pages)
    yield report(file, text, Header(spans=noise)) if text.strip() else Unreadable(file.source_id, EMPTY)


def _said(about: dict[str, str]) -> Header:
    """What a document says of itself: titles that a program gave are none."""
    title = " ".join(about.get("Title", "").split())
    is_of_program = title.lower().startswith(TITLES_OF_PROGRAMS) or title.lower().endswith((".doc", ".docx", ".pdf"))
    day = about.get("CreationDate", "").removeprefix("D:")[:8]
    return Header(
        title=None if is_of_program or not title else title,
        published=parse_date(day) if len(day) == 8 else None,
        author=" ".join(about.get("Author", "").split()) or None,
    )


def _numbered(pages: list[int]) -> str:
    """`Page 3 is`, `Pages 3 and 7 are`, for the pages by number."""
    if len(pages) == 1:
        return f"Page {pages[0]} is"
    named = [str(number) for number in pages[:10]]
    return f"Pages {', '.join(named[:-1])} and {named[-1] if len(pages) <= 10 else f'{len(pages) - 9:,} more'} are"
