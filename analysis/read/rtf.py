"""An RTF document: its text by striprtf, its title, author and day from its `info` group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.read.article import Article, Unreadable
from analysis.read.dates import parse_date
from analysis.read.formats import File
from analysis.read.header import Header
from analysis.read.record import too_large
from analysis.read.txt import report

LONGEST_FILE = 50_000_000  # bytes: pictures are written in letters
LONGEST_HEAD = 200_000  # characters in which a document says what it is about
NO_TEXT = "No text was found in it. Open it and save it as .docx."
# A letter of a text, as it stands or by its number; possessive, as digits are letters too and would be tried as both.
LETTER = r"[^{}\\]|\\'[0-9a-fA-F]{2}|\\u-?\d{1,5}+ ?+(?:\\'[0-9a-fA-F]{2}|\?)?+"
INFO = re.compile(rf"\{{\\(title|author)\s+((?:{LETTER}){{1,500}}+)\}}")
NOTE = re.compile(r"\{(?:\\\*)?\s*\\footnote\b")
BRACE = re.compile(r"\\[\\{}]|[{}]")  # marked by a backslash it is a sign of the text
CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def read_rtf(file: File) -> Iterator[Article | Unreadable]:
    """The report in the file."""
    from striprtf.striprtf import rtf_to_text

    plain: Callable[..., str] = rtf_to_text  # it has no types of its own
    path = Path(file.path)
    if path.stat().st_size > LONGEST_FILE:
        yield Unreadable(file.source_id, too_large(path.stat().st_size))
        return
    source = path.read_bytes().decode("latin-1")
    text = _paragraphs(plain(_notes_behind(source), errors="replace"))
    yield report(file, text, later=_said(source, plain)) if text.strip() else Unreadable(file.source_id, NO_TEXT)


def _paragraphs(text: str) -> str:
    """The text with a blank line between paragraphs, where each has a line of its own."""
    return "\n\n".join(line.strip() for line in re.sub("[\x00\xad]", "", text).split("\n") if line.strip())


def _notes_behind(source: str) -> str:
    """The source with its notes as paragraphs behind the text, where striprtf would leave them out."""
    kept, notes, start = [], [], 0
    for match in NOTE.finditer(source):
        if match.start() < start:
            continue  # a note in a note
        end = _end_of_group(source, match.end())
        if not end:
            break
        kept.append(source[start : match.start()])
        notes.append("\\par {" + source[match.end() : end])
        start = end
    if not notes:
        return source
    body, brace, rest = (*kept, source[start:])[-1].rpartition("}")
    return "".join(kept) + body + "".join(notes) + brace + rest


def _end_of_group(source: str, start: int) -> int:
    """One past the brace that ends the group in which this place is, 0 where it does not end."""
    depth = 1
    for match in BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return 0


def _said(source: str, plain: Callable[..., str]) -> Header:
    head = source[:LONGEST_HEAD]
    found = {name: plain(f"{{\\rtf1\\ansi {words}}}", errors="replace") for name, words in INFO.findall(head)}
    day = CREATED.search(head)
    return Header(
        title=" ".join(found.get("title", "").split()) or None,
        author=" ".join(found.get("author", "").split()) or None,
        published=parse_date(f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}") if day else None,
    )
