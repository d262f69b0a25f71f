"""Quotations: what stands in quotation marks, paragraph by paragraph.

Straight and curly marks, doubled apostrophes, guillemets, and single marks where a paragraph has no double ones. A mark
without a partner never reaches beyond its paragraph. By the printers' convention a quotation that goes on in the next
paragraph has no closing mark, and the next paragraph opens with one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

MARK = re.compile(r"''|``|[\"“”„«»]")
OPENING, CLOSING = {"“", "„", "«", "``"}, {"”", "»"}
SINGLE_OPENING = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\W\d])")
SINGLE_CLOSING = re.compile(r"[’'](?!\w)")
SINGLE_CLOSING_SURELY = re.compile(r"(?:(?<=[.,!?…])[’'](?!\w)|(?<=\w)[’'](?=[.,;:!?)]|$))")
LONGEST_SINGLE = 1_000  # characters between single marks; further on an apostrophe is none


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The outermost quotations of a text, marks included, in order.

    >>> find_quotations('He said "no" and left. "A stray mark.', [(0, 37)])
    [(8, 12)]
    >>> find_quotations('"One.\\n\\n"Two."', [(0, 5), (7, 13)])
    [(0, 5), (7, 13)]
    """
    found: list[Span] = []
    for number, (start_char, end_char) in enumerate(paragraphs):
        follows = number + 1 < len(paragraphs) and _opens(text, paragraphs[number + 1][0])
        found.extend(_doubles(text, start_char, end_char, follows) or _singles(text, start_char, end_char))
    return found


def _opens(text: str, start_char: int) -> bool:
    mark = MARK.match(text, start_char)
    return mark is not None and mark.group() not in CLOSING


def _doubles(text: str, start_char: int, end_char: int, follows: bool) -> list[Span]:
    open_marks: list[int] = []
    pairs: list[Span] = []
    for mark in MARK.finditer(text, start_char, end_char):
        if _is_opening(text, mark, start_char, bool(open_marks)):
            open_marks.append(mark.start())
        elif open_marks:
            pairs.append((open_marks.pop(), mark.end()))
    outer = _outermost(pairs)
    if open_marks and (follows or (open_marks[0] == start_char and not outer)):
        return [*(pair for pair in outer if pair[1] <= open_marks[0]), (open_marks[0], end_char)]
    return outer


def _is_opening(text: str, mark: re.Match[str], start_char: int, is_inside: bool) -> bool:
    if mark.group() in OPENING or mark.start() == start_char:
        return True
    if mark.group() in CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() > start_char else " "
    after = text[mark.end() : mark.end() + 1] or " "
    may_open, may_close = before in " \t\n\xa0([—–-'", not after.isalnum()
    return may_open if may_open != may_close else not is_inside


def _outermost(pairs: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for pair in sorted(pairs):
        if not kept or pair[0] >= kept[-1][1]:
            kept.append(pair)
    return kept


def _singles(text: str, start_char: int, end_char: int) -> Iterator[Span]:
    """Quotations in single marks; where a closing mark may be an apostrophe, a surer one is looked for first."""
    place = start_char
    while opening := SINGLE_OPENING.search(text, place, end_char):
        place = opening.end()
        last = min(end_char, place + LONGEST_SINGLE)
        closing = SINGLE_CLOSING_SURELY.search(text, place, last) or SINGLE_CLOSING.search(text, place, last)
        if closing is not None and closing.start() - place > 1:
            yield opening.start(), closing.end()
            place = closing.end()
