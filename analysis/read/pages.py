"""Lines on pages in, running text out: paragraphs joined, hyphens at line ends undone, running heads apart.

A paragraph ends where the step to the next line is wide, the size of the letters changes, the next line is indented, or
the line ends short. Running heads and page numbers go behind the paragraph that they would cut in two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

EDGE_LINES = 3  # lines at the top and at the bottom of a page that may be running heads
FEWEST_PAGES, SHARE_OF_PAGES = 3, 0.3  # on which a line stands that is one; of two pages, both at the same height
SAME_HEIGHT = 2.0  # points
NEIGHBOURS = 25  # lines before and after, by which the width of a column is told
WIDE_STEP = 1.45  # times the usual step from line to line
OTHER_SIZE = 1.2
INDENT = 0.7  # of the height of a line
INDENTED = 0.05  # of the lines of a document whose paragraphs begin so
SHORT = 0.85  # of the width of the column
HALF = 0.6
NUMBER_ALONE = re.compile(r"\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
BULLET = re.compile(r"[•·▪◦●■□–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’')\]]*$")
SOFT = "\x02\ufffe\xad"  # what pdfium writes for a hyphen at the end of a line, and the soft hyphen itself
HYPHENATED = re.compile(rf"([^\W\d_]+)[-{SOFT}‐]$")
BEGINS_SMALL = re.compile(r"[^\W\d_]+")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")


class Line(msgspec.Struct, frozen=True):
    """A line, and its box in points from the lower left corner of its page where it `is_placed`.

    `row` is the number of the line that it is a piece of, where a wide gap parts one.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    is_placed: bool = False
    row: int = -1


class Page(msgspec.Struct, frozen=True):
    """A page: its height and its lines in reading order."""

    height: float
    lines: tuple[Line, ...]


class Step(msgspec.Struct, frozen=True):
    """A line of the text, how far its column reaches to both sides, and whether it is a running head."""

    line: Line
    left: float = 0.0
    right: float = 0.0
    is_head: bool = False

    @property
    def is_indented(self) -> bool:
        """Whether the line begins further in than its column."""
        return self.line.left - self.left > INDENT * (self.line.top - self.line.bottom)


class Habits(msgspec.Struct, frozen=True):
    """How a document is set: the usual step from a line to the next, 0 where lines have no places, and whether the
    first line of a paragraph is indented."""

    pitch: float
    indents: bool


def laid_out(pages: Sequence[Page]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The running text of the pages, and the spans of what only belongs to the pages.

    >>> laid_out([Page(0, (Line("Rain at the harb-"), Line("our."), Line("2"))), Page(0, (Line("It snowed."),))])
    ('Rain at the harbour.\\n\\n2\\n\\nIt snowed.', ((22, 23),))
    """
    heads = _heads(pages)
    steps = [step for page in pages for step in _steps(page, heads)]
    blocks = list(_blocks(steps, _habits(steps), _hyphenated_words(steps)))
    text, spans = [], []
    start_char = 0
    for block, is_head in blocks:
        if is_head:
            spans.append((start_char, start_char + len(block)))
        text.append(block)
        start_char += len(block) + 2
    return "\n\n".join(text), tuple(spans)


def _blocks(steps: Iterable[Step], habits: Habits, words: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The paragraphs, and the running heads behind the paragraph in which they stand, with whether they are one."""
    paragraph, last, heads = "", None, list[str]()
    for step in steps:
        if step.is_head:
            heads.append(_plain(step.line.text))
            continue
        if last and _goes_on(last, step, habits):
            paragraph = _joined(paragraph, step.line.text, words)
        else:
            if paragraph:
                yield _plain(paragraph), False
            yield from ((head, True) for head in heads)
            paragraph, heads = step.line.text, []
        last = step
    if paragraph:
        yield _plain(paragraph), False
    yield from ((head, True) for head in heads)


def _goes_on(last: Step, step: Step, habits: Habits) -> bool:
    """Whether a line belongs to the paragraph of the line before."""
    above, below = last.line, step.line
    if BULLET.match(below.text):
        return False
    is_sentence_over = bool(ENDS_SENTENCE.search(above.text))
    if not (above.is_placed and below.is_placed):
        return not is_sentence_over or len(above.text) >= len(below.text)
    sizes = sorted((above.top - above.bottom, below.top - below.bottom))
    if sizes[0] > 0 and sizes[1] > OTHER_SIZE * sizes[0]:
        return False
    step_down, width = above.top - below.top, max(last.right - last.left, 1.0)
    is_short = above.right - last.left < SHORT * width
    if step_down < 0:  # the next column, or the next page
        is_over = step.is_indented if habits.indents else is_sentence_over
        return not is_short and not is_over
    if habits.pitch and step_down > WIDE_STEP * max(habits.pitch, sizes[1]):
        return False
    if step.is_indented and (not last.is_indented or (habits.indents and (is_short or is_sentence_over))):
        return False
    is_very_short = above.right - last.left < HALF * width and below.text[:1].isupper()
    return not (is_short and is_sentence_over) and not is_very_short


def _joined(paragraph: str, line: str, words: frozenset[str]) -> str:
    """A paragraph and its next line; a word that a hyphen parts is put together unless it is written with one."""
    cut, rest = HYPHENATED.search(paragraph), BEGINS_SMALL.match(line)
    if not cut or not rest or not rest[0][0].islower():
        return f"{paragraph.rstrip(SOFT)}- {line}" if paragraph[-1:] in tuple(SOFT) else f"{paragraph} {line}"
    keeps_hyphen = f"{cut[1]}-{rest[0]}".lower() in words
    return paragraph[:-1] + ("-" if keeps_hyphen else "") + line


def _hyphenated_words(steps: Iterable[Step]) -> frozenset[str]:
    """The words that stand with a hyphen inside of a line somewhere."""
    return frozenset(word.lower() for step in steps for word in re.findall(r"[^\W\d_]+-[^\W\d_]+", step.line.text))


def _plain(text: str) -> str:
    """The text without what can't be seen, a hyphen for each soft one that is left."""
    return UNSEEN.sub("", re.sub(f"[{SOFT}]", "-", text)).strip()


def _habits(steps: Sequence[Step]) -> Habits:
    """How the paragraphs of a document are set."""
    pairs = [(a, b, a.line.top - b.line.top) for a, b in pairwise(steps) if b.line.is_placed]
    downs = sorted(down for a, _, down in pairs if down > HALF * (a.line.top - a.line.bottom))  # no raised letters
    pitch = downs[len(downs) // 4] if downs else 0.0  # of paragraphs of two lines half of the steps lead to another one
    close = [(a, b) for a, b, down in pairs if 0 < down <= WIDE_STEP * pitch]
    n_back = sum(a.is_indented and not b.is_indented for a, b in close)  # below a bullet lines stay further in
    return Habits(pitch, n_back > INDENTED * len(close))


def _steps(page: Page, heads: frozenset[str]) -> Iterator[Step]:
    """The lines of a page, with the bounds of the column in which each stands."""
    edges = _edges(page)
    for number, line in enumerate(page.lines):
        near = page.lines[max(0, number - NEIGHBOURS) : number + NEIGHBOURS + 1]
        column = [one for one in near if min(one.right, line.right) - max(one.left, line.left) > 0]
        yield Step(
            line,
            left=min((one.left for one in column), default=line.left),
            right=max((one.right for one in column), default=line.right),
            is_head=number in edges and (_pattern(line.text) in heads or bool(NUMBER_ALONE.fullmatch(line.text))),
        )


def _heads(pages: Sequence[Page]) -> frozenset[str]:
    """The patterns of lines that stand at the edges of many pages; on both of two pages, at the same height and apart
    from the text."""
    if len(pages) == 2:
        first, second = ({_pattern(line.text): line.top for line in _apart(page)} for page in pages)
        return frozenset(head for head in first if abs(first[head] - second.get(head, 0.0)) < SAME_HEIGHT)
    found = Counter(
        pattern for page in pages for pattern in {_pattern(page.lines[number].text) for number in _edges(page)}
    )
    least = max(FEWEST_PAGES, SHARE_OF_PAGES * len(pages))
    return frozenset(pattern for pattern, n_pages in found.items() if n_pages >= least and pattern)


def _apart(page: Page) -> Iterator[Line]:
    """The highest and the lowest line of a page, where a wide step leads to the next."""
    down = sorted((line for line in page.lines if line.is_placed), key=lambda line: -line.top)
    for line, next_line in (down[:2], down[:-3:-1]) if len(down) > EDGE_LINES else ():
        if abs(line.top - next_line.top) > WIDE_STEP * (line.top - line.bottom):
            yield line


def _edges(page: Page) -> frozenset[int]:
    """The numbers of the lines at the top and at the bottom of a page."""
    order = list(range(len(page.lines)))
    if all(line.is_placed for line in page.lines):
        order.sort(key=lambda number: -page.lines[number].top)
    n_edge = max(1, min(EDGE_LINES, len(order) // 4))  # of a page with few lines most are its text
    return frozenset((*order[:n_edge], *order[-n_edge:])) if len(order) > 1 else frozenset()


def _pattern(line: str) -> str:
    """A line with each number as a sign, as running heads are compared."""
    return re.sub(r"\d+", "#", " ".join(line.lower().split()))
