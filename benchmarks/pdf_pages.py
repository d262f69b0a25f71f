"""Pages as papers lay them out, made of the reports of a corpus: paragraphs in columns, hyphens, heads and numbers.

A made PDF has some reports of the corpus, each on pages of its own. It knows its paragraphs, so that what is read of it
can be compared to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.read.made import pdf

PAGE_WIDTH, TOP, BOTTOM, MARGIN, GUTTER = 595, 760, 70, 60, 18  # points
SIZE, LEADING, INDENT = 10, 12, 12
HEAD, FOOT = 800, 40  # where running heads and page numbers stand
LONG_WORD = 7  # letters, from which a word may be parted at the end of a line
# The widths of Helvetica in thousandths of its size, as Adobe's font metrics have them; what is not here has 556.
WIDTHS = {
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys(" tfI.,:;/!", 278),
    **dict.fromkeys('r-()"`', 333),
    **dict.fromkeys("ckJsvxyz", 500),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("W%", 889),
}
Placed = tuple[float, float, str]


class Layout(NamedTuple):
    """How pages are laid out, and in which order their lines are written: down the columns, by rows, or from the
    last column to the first."""

    n_columns: int
    written: str = "columns"
    is_justified: bool = False
    is_indented: bool = True


class Laid(NamedTuple):
    """A made PDF: what is in it by paragraph, its words that a line end parts, its running heads, and its bytes."""

    paragraphs: list[str]
    parted: list[str]
    heads: list[str]
    content: bytes


def lay_out(paragraphs: Sequence[str], layout: Layout, random: Random) -> Laid:
    """A PDF of the paragraphs."""
    width = (PAGE_WIDTH - 2 * MARGIN - (layout.n_columns - 1) * GUTTER) / layout.n_columns
    parted: list[str] = []
    indent = INDENT * layout.is_indented
    lines = []
    for one in paragraphs:
        parts = enumerate(_lines(one, width, indent, parted, random))
        lines += [(line, 0 if number else indent, is_last) for number, (line, is_last) in parts]
        lines += [] if indent else [("", 0, True)]  # a paragraph begins further in, or behind an empty line
    n_rows = (TOP - BOTTOM) // LEADING
    pages: list[list[Placed]] = []
    heads: list[str] = []
    for start in range(0, len(lines), n_rows * layout.n_columns):
        number = len(pages) + 1
        head, foot = f"Harbour Post, {number} March 2024", str(number)
        columns = [lines[start + column * n_rows : start + (column + 1) * n_rows] for column in range(layout.n_columns)]
        placed = [
            [
                part
                for row, (line, inset, is_last) in enumerate(column)
                for part in _placed(
                    line,
                    MARGIN + number_of * (width + GUTTER) + inset,
                    TOP - row * LEADING,
                    width - inset if layout.is_justified and not is_last else 0.0,
                )
            ]
            for number_of, column in enumerate(columns)
        ]
        pages.append([(MARGIN, HEAD, head), *_in_order(placed, layout.written), (PAGE_WIDTH / 2, FOOT, foot)])
        heads += [head, foot]
    return Laid(list(paragraphs), parted, heads, pdf(pages, size=SIZE))


def _in_order(columns: list[list[Placed]], written: str) -> list[Placed]:
    """The lines of columns as a program writes them."""
    if written == "rows":
        return sorted((part for column in columns for part in column), key=lambda part: (-part[1], part[0]))
    return [part for column in (columns[::-1] if written == "last first" else columns) for part in column]


def _lines(
    paragraph: str, width: float, indent: float, parted: list[str], random: Random
) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, and whether each is its last; words that are parted are added to `parted`."""
    line, room = "", width - indent
    for word in paragraph.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= room:
            line = longer
            continue
        if line and re.fullmatch(rf"[a-z]{{{LONG_WORD},}}", word):
            cut = random.randrange(3, len(word) - 3)
            if width_of(f"{line} {word[:cut]}-") <= room:
                parted.append(word)
                yield f"{line} {word[:cut]}-", False
                line, room = word[cut:], width
                continue
        yield line, False
        line, room = word, width
    yield line, True


def _placed(line: str, x: float, y: float, width: float) -> Iterator[Placed]:
    """A line where it stands: whole, or word by word where it is to have a width."""
    words = line.split()
    if not width or len(words) < 2:
        yield from [(x, y, _escaped(line))] if line else []
        return
    blank = (width - sum(width_of(word) for word in words)) / (len(words) - 1)
    for word in words:
        yield round(x, 2), y, _escaped(word)
        x += width_of(word) + blank


def width_of(text: str) -> float:
    """How wide a text is, in points."""
    return sum(WIDTHS.get(letter, 556) for letter in text) * SIZE / 1000


def _escaped(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", text.encode("latin-1", "replace").decode("latin-1"))
