"""The paragraphs of a text, whether they are parted by blank lines, by line ends alone, or wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from analysis.lexicons.rows import read_rows

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BULLET = re.compile(r"[-–—•·*▪◦‣]\s|\d{1,2}[.)]\s")
LAST_WORD = re.compile(r"[A-Za-z]+$")
WIDEST = 130  # characters: no editor or mail program wraps later; a longer line is a paragraph
# Share of the line ends that must cut a sentence before a text counts as wrapped. In wrapped English prose it is about
# four fifths (the next line begins in lower case), in text with a paragraph a line it is next to none.
WRAPPED = 0.3
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")


class Line(msgspec.Struct, frozen=True):
    """A line with something on it; `is_set_off` when a blank line or the start of the text is before it."""

    start_char: int
    end_char: int
    is_set_off: bool


class Paragraph(msgspec.Struct, frozen=True):
    """The lines from `start_char` to `end_char`, without white space around them."""

    start_char: int
    end_char: int
    n_lines: int


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order.

    >>> [(p.start_char, p.end_char) for p in find_paragraphs("Rain\\n\\nIt rained all\\nday.\\nIt stopped.")]
    [(0, 4), (6, 24), (25, 36)]
    """
    lines = list(_lines(text))
    width = _width(text, lines)
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(lines):
        if number and paragraphs and _goes_on(text, lines[number - 1], line, width):
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.start_char, line.end_char, last.n_lines + 1)
        else:
            paragraphs.append(Paragraph(line.start_char, line.end_char, 1))
    return paragraphs


@cache
def line_end_words() -> frozenset[str]:
    """The words after which a line goes on in the next."""
    return frozenset(row["word"] for row in read_rows("line_end_words", ("word",)))


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for match in LINE.finditer(text):
        words = match.group()
        if not words.strip():
            continue
        start_char = match.start() + len(words) - len(words.lstrip())
        n_breaks = sum(1 for _ in LINE_END.finditer(text, end, start_char))
        yield Line(start_char, match.start() + len(words.rstrip()), not end or n_breaks > 1)
        end = match.end()


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The width at which the text is wrapped, None where it is not."""
    inner = [(left, right) for left, right in pairwise(lines) if not right.is_set_off]
    n_cut = sum(_cuts_a_sentence(text, left, right) for left, right in inner)
    if not n_cut or n_cut < WRAPPED * len(inner):
        return None
    lengths = sorted(left.end_char - left.start_char for left, _ in inner)
    width = lengths[(9 * len(lengths) - 1) // 10]
    return width if width <= WIDEST else None


def _goes_on(text: str, left: Line, right: Line, width: int | None) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if right.is_set_off or BULLET.match(text, right.start_char, right.end_char):
        return False
    if _cuts_a_sentence(text, left, right):
        return True
    first_word = text[right.start_char : right.end_char].split(" ", 1)[0]
    return width is not None and left.end_char - left.start_char + 1 + len(first_word) > width


def _cuts_a_sentence(text: str, left: Line, right: Line) -> bool:
    """Whether a line end stands inside a sentence: a small letter follows, or no line ends so."""
    before = text[max(left.start_char, left.end_char - 20) : left.end_char]
    if SENTENCE_END.search(before):
        return False
    if text[right.start_char].islower() or before.endswith(","):
        return True
    last = LAST_WORD.search(before)
    return bool(last) and last[0] in line_end_words() if last else False
