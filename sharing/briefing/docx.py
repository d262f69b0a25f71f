"""A briefing as a Word document, by python-docx. Footnotes are numbered in the text and stand at the end."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from analysis.queries.engine.database import Row
from analysis.shown import visible
from sharing.briefing.choose import Briefing, Difference, Point, Section
from sharing.briefing.phrases import (
    DISAGREE,
    NOTHING,
    SOURCES,
    about_lines,
    address,
    differ_words,
    heading,
    quotation,
    remark,
    source_line,
)
from sharing.missing import need
from sharing.shared import Shared

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

BULLET, INNER = "List Bullet", "List Bullet 2"


def docx(brief: Briefing, shared: Shared) -> bytes:
    """The briefing as a document. Raises MissingPackage."""
    need("docx", "python-docx", "A Word document")
    import docx as library

    document = library.Document()
    document.core_properties.title, document.core_properties.author = _safe(heading(shared))[:255], "Dossier"
    document.core_properties.created = document.core_properties.modified = shared.at.replace(tzinfo=None)
    document.add_heading(_safe(heading(shared)), 0)
    document.add_paragraph(_safe(brief.lead))
    for section in brief.sections:
        _section(document, section)
    if brief.differences:
        document.add_heading(DISAGREE, 1)
        document.add_paragraph(differ_words(len(brief.differences), brief.n_differences))
        for one in brief.differences:
            _difference(document, one)
    document.add_heading(SOURCES, 1)
    for number, row in enumerate(brief.notes, 1):
        _note(document, number, row, shared)
    if not brief.notes:
        document.add_paragraph(NOTHING)
    for said in about_lines(shared):
        document.add_paragraph(_safe(said)).runs[0].italic = True
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _section(document: Document, section: Section) -> None:
    document.add_heading(_safe(section.title), 1)
    for part in section.parts:
        document.add_heading(part.title, 2)
        for point in part.points:
            _point(document.add_paragraph(style=BULLET), point)


def _point(paragraph: Paragraph, point: Point) -> None:
    paragraph.add_run(_safe(point.sentence))
    if said := remark(point):
        paragraph.add_run(_safe(f" ({said})")).italic = True
    paragraph.add_run(str(point.note)).font.superscript = True


def _difference(document: Document, one: Difference) -> None:
    document.add_paragraph(_safe(one.what), style=BULLET)
    for point in (one.said, one.other):
        _point(document.add_paragraph(style=INNER), point)


def _note(document: Document, number: int, row: Row, shared: Shared) -> None:
    parts = (f"{number}.", source_line(row), quotation(row, shared.has_texts), address(row))
    document.add_paragraph(_safe(" ".join(part for part in parts if part)))


def _safe(words: str) -> str:
    return visible(words)
