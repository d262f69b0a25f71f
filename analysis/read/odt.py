"""An OpenDocument text: its headings and paragraphs in order, without what tracked changes deleted and comments.

There are libraries for the format, but they give text as markup of their own; its XML is simple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from analysis.read.article import Article, Unreadable
from analysis.read.docx import EMPTY
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.office import DAMAGED, properties_of_zip, too_packed
from analysis.read.txt import report
from analysis.read.zips import FAULTS

if TYPE_CHECKING:
    from lxml.etree import _Element

LOCKED = "It is locked with a password. Open it, save it without one, and add that."
NAME = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([a-z]+):[^}]*\}(.*)")
PARAGRAPHS = ("text:p", "text:h")
PASSED_OVER = ("text:tracked-changes", "office:annotation", "office:forms", "text:sequence-decls")
INSTEAD = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}


def read_odt(file: File) -> Iterator[Article | Unreadable]:
    """The report in the file."""
    from lxml import etree

    said, text, fault = Header(), "", ""
    try:
        with ZipFile(file.path) as archive:
            fault, said = too_packed(archive), properties_of_zip(archive, "meta.xml")
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                fault = LOCKED
            if not fault:
                source = etree.XMLParser(resolve_entities=False, no_network=True)
                text = "\n\n".join(_paragraphs(etree.fromstring(archive.read("content.xml"), source)))
    except (*FAULTS, etree.LxmlError):
        fault = fault or DAMAGED
    if fault:
        yield Unreadable(file.source_id, fault)
    else:
        yield report(file, text, later=said) if text.strip() else Unreadable(file.source_id, EMPTY)


def _paragraphs(root: _Element) -> Iterator[str]:
    """The words of each heading and paragraph, those of notes and frames in it after it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        inner = [one for one in element if _name(one) not in PASSED_OVER]
        if _name(element) in PARAGRAPHS:
            pieces, inner = _words(element)
            words = "".join(pieces).replace("\xad", "").strip()
            if words:
                yield words
        waiting += reversed(inner)


def _words(paragraph: _Element) -> tuple[list[str], list[_Element]]:
    """The words of a paragraph, and the paragraphs inside of it, which are of notes and frames."""
    pieces = [paragraph.text or ""]
    inside: list[_Element] = []
    waiting = [(one, True) for one in reversed(paragraph)]
    while waiting:
        element, is_before = waiting.pop()
        if not is_before:
            pieces.append(element.tail or "")
            continue
        waiting.append((element, False))
        name = _name(element)
        if name in PARAGRAPHS:
            inside.append(element)
        elif name == "text:note":
            inside += (one for one in element.iter() if _name(one) in PARAGRAPHS)
        elif name not in PASSED_OVER:
            pieces.append(INSTEAD.get(name, element.text or ""))
            waiting += [(one, True) for one in reversed(element)]
    return pieces, inside


def _name(element: _Element) -> str:
    """The name of an element with the short name of its part of the standard, empty for comments."""
    match = NAME.match(element.tag) if isinstance(element.tag, str) else None
    return f"{match[1]}:{match[2]}" if match else ""
