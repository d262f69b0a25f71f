"""Columns of a page in order: where a program wrote lines across columns, they are put column after column.

Most programs write a page in the order in which it is read, and that order is kept: tables, boxes and footnotes have
their place in it. Where lines of two columns of prose come in turn, or the right column first, the page is cut along
the gutter, as in the recursive X-Y cut (Nagy and Seth 1984), and each part again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import msgspec

from analysis.read.pages import Line

FEWEST_LINES = 5  # of a column
MOST_LINES = 2_000  # of a page; a page of a newspaper has some hundreds
NARROWEST_GUTTER = 0.25  # of the height of a line
NARROWEST = 8  # times the height of a line, that a column is wide; gaps between words form streets in narrower parts
MOST_GUTTERS = 12  # that are tried on a page
TURNS = 0.6  # turns from column to column for each line of the shorter one; a table has a turn for each cell
RIGHT_FIRST = 0.8  # of the pairs of a left and a right line
FLUSH = 0.6  # of the rows of a column
FULL = 0.8  # of the width of its column, that a line of prose fills, and a cell of a table seldom
OF_LINES = 0.3  # of the lines of prose that do, and that begin inside of a sentence: with no capital letter
FEWEST_LETTERS = 12  # of half of the lines of prose
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


class Band(NamedTuple):
    """A part of a page in two columns, by the numbers of its lines, and what stands above and below."""

    above: list[int]
    left: list[int]
    right: list[int]
    below: list[int]


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines column after column, those of one row joined again where they stand in one column."""
    if not 0 < len(lines) <= MOST_LINES or not all(line.is_placed for line in lines):
        return _rows_joined(lines)
    size = median(line.top - line.bottom for line in lines)
    return _rows_joined([lines[number] for number in _ordered(lines, list(range(len(lines))), size)])


def _ordered(lines: Sequence[Line], numbers: list[int], size: float) -> list[int]:
    """The numbers of lines in the order in which they are read."""
    band = _band(lines, numbers, size)
    if not band:
        return numbers
    is_to_left = (
        sum(len(RIGHT_TO_LEFT.findall(lines[n].text)) for n in numbers) > sum(len(lines[n].text) for n in numbers) / 2
    )
    columns = (band.right, band.left) if is_to_left else (band.left, band.right)
    return [n for part in (band.above, *columns, band.below) for n in _ordered(lines, part, size)]


def _band(lines: Sequence[Line], numbers: list[int], size: float) -> Band | None:
    """The largest part of a page that is in two columns and not written in their order."""
    if len(numbers) < 2 * FEWEST_LINES:
        return None
    found = (
        band
        for gutter in _gutters(lines, numbers, size)
        for band in _bands(lines, numbers, gutter, size)
        if _is_out_of_order(band)
        and _is_flush(lines, band.right, gutter, size)
        and _is_prose(lines, band.left)
        and _is_prose(lines, band.right)
    )
    return max(found, key=lambda band: len(band.left) + len(band.right), default=None)


def _gutters(lines: Sequence[Line], numbers: list[int], size: float) -> list[float]:
    """Where columns may begin: the left edges that several lines share, but for the first."""
    edges = Counter(round(lines[n].left / (size or 1.0) * 2) for n in numbers)
    often = [edge for edge, n in edges.most_common(MOST_GUTTERS) if n >= FEWEST_LINES]
    return [edge * (size or 1.0) / 2 - size / 4 for edge in often if edge != min(edges)]


def _bands(lines: Sequence[Line], numbers: list[int], gutter: float, size: float) -> list[Band]:
    """The parts of a page between the lines that cross a gutter, from the top."""
    side = {n: _side(lines[n], gutter, size) for n in numbers}
    down = sorted(numbers, key=lambda n: -lines[n].top)
    runs: list[list[int]] = [[]]
    for n in down:
        if side[n]:
            runs[-1].append(n)
        elif runs[-1]:
            runs.append([])
    bands = []
    for run in runs:
        chosen = set(run)
        left = [n for n in numbers if n in chosen and side[n] == "left"]
        right = [n for n in numbers if n in chosen and side[n] == "right"]
        if min(len(left), len(right)) >= FEWEST_LINES:
            highest = max(lines[n].top for n in run)
            rest = [n for n in numbers if n not in chosen]
            above = [n for n in rest if lines[n].top > highest]
            bands.append(Band(above, left, right, [n for n in rest if lines[n].top <= highest]))
    return bands


def _side(line: Line, gutter: float, size: float) -> str:
    """On which side of a gutter a line stands, empty where it crosses it."""
    if line.right <= gutter - NARROWEST_GUTTER * size:
        return "left"
    return "right" if line.left >= gutter else ""


def _is_out_of_order(band: Band) -> bool:
    """Whether lines of both columns come in turn, or all of the right one first."""
    left, n_after, n_right = set(band.left), 0, 0
    written = sorted([*band.left, *band.right])
    for n in written:
        if n in left:
            n_after += n_right  # pairs of which the right one is written first
        else:
            n_right += 1
    turns = sum((a in left) != (b in left) for a, b in pairwise(written))
    n_pairs = len(band.left) * len(band.right)
    return turns > TURNS * min(len(band.left), len(band.right)) or n_after > RIGHT_FIRST * n_pairs


def _is_flush(lines: Sequence[Line], numbers: list[int], gutter: float, size: float) -> bool:
    """Whether most rows right of a gutter begin at it; those right of a street between words begin anywhere."""
    first: dict[int, float] = {}
    for n in numbers:
        row = round(lines[n].top / (size or 1.0) * 2)
        first[row] = min(first.get(row, lines[n].left), lines[n].left)
    return sum(left < gutter + size / 2 for left in first.values()) >= FLUSH * len(first)


def _is_prose(lines: Sequence[Line], numbers: list[int]) -> bool:
    """Whether the lines of a column, or of some beside each other, run on from edge to edge as those of a text."""
    rows = _rows_joined([lines[n] for n in numbers])
    size = median(line.top - line.bottom for line in rows)
    if max(line.right for line in rows) - min(line.left for line in rows) < NARROWEST * size:
        return False
    shares = []
    for line in rows:
        column = [one for one in rows if min(one.right, line.right) >= max(one.left, line.left)]
        width = max(one.right for one in column) - min(one.left for one in column)
        shares.append((line.right - line.left) / (width or 1.0))
    n_full = sum(share >= FULL for share in shares)
    n_inside = sum(line.text[:1].isalpha() and not line.text[:1].isupper() for line in rows)
    is_long = median(len(line.text) for line in rows) >= FEWEST_LETTERS
    return is_long and min(n_full, n_inside) >= OF_LINES * len(rows)


def _rows_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are pieces of one and come after one another put together."""
    joined: list[Line] = []
    for line in lines:
        if joined and line.row >= 0 and joined[-1].row == line.row:
            last = joined[-1]
            joined[-1] = msgspec.structs.replace(
                last,
                text=f"{last.text} {line.text}",
                right=line.right,
                bottom=min(last.bottom, line.bottom),
                top=max(last.top, line.top),
            )
        else:
            joined.append(line)
    return joined
