"""The blocks of a text: its paragraphs, cut where something else runs into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from analysis.lexicons.noise import load_run_in
from analysis.lexicons.noise_reader import may_speak_to_reader, speaks_to_reader
from analysis.read.dateline import find_dateline
from analysis.text.blocks.kinds import HASHES, kinds
from analysis.text.blocks.layout import Paragraph, find_paragraphs
from analysis.text.records import Block

LONGEST_BLOCK = 50_000  # characters: a block is parsed at once, and the parser wants memory in proportion to it
LONGEST_ASIDE = 5_000  # characters: a longer paragraph is not searched for what speaks to the reader
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")

Cut = tuple[int, int, str]


def find_blocks(text: str, header: tuple[tuple[int, int], ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in order; white space belongs to none. What `header` spans is noise.

    >>> [(block.kind, block.end_char) for block in find_blocks("Rain In Baku\\n\\nAdvertisment\\n\\nIt rained.")]
    [('heading', 12), ('noise', 26), ('body', 38)]
    """
    paragraphs = list(_without_header(text, find_paragraphs(text), header))
    found = [Block(start_char, end_char, "noise") for start_char, end_char in header]
    for paragraph, kind in zip(paragraphs, kinds(text, paragraphs), strict=True):
        found += _blocks(text, paragraph, kind)
    return tuple(sorted(found, key=lambda block: block.start_char))


def _without_header(
    text: str, paragraphs: Iterable[Paragraph], header: tuple[tuple[int, int], ...]
) -> Iterator[Paragraph]:
    """The paragraphs, or what is left of them beside the spans of the header."""
    for one in paragraphs:
        cuts = [(s, e, "noise") for s, e in header if s < one.end_char and one.start_char < e]
        for start_char, end_char in _rest(text, one.start_char, one.end_char, cuts):
            yield Paragraph(start_char, end_char, one.n_lines)


def _blocks(text: str, paragraph: Paragraph, kind: str) -> Iterator[Block]:
    start_char, end_char = paragraph.start_char, paragraph.end_char
    if kind in ("heading", "body") and (hashes := HASHES.match(text, start_char, end_char)):
        start_char = hashes.end()
    if kind != "body":
        yield Block(start_char, end_char, kind)
        return
    cuts = [*_dateline(text, start_char, end_char), *_run_in(text, start_char, end_char)]
    if not cuts:
        cuts = _asides(text, start_char, end_char)
    yield from (Block(*cut) for cut in cuts)
    for rest in _rest(text, start_char, end_char, cuts):
        for part in _parts(text, *rest):
            yield Block(*part, "body" if _has_words(text, *part) else "noise")


def _dateline(text: str, start_char: int, end_char: int) -> list[Cut]:
    """A dateline is a block of its own: its place and day count, and the first sentence begins behind it."""
    dateline = find_dateline(text, start_char)
    return [(start_char, dateline.end_char, "body")] if dateline and dateline.end_char < end_char else []


def _run_in(text: str, start_char: int, end_char: int) -> list[Cut]:
    """What furniture of web pages stands inside a paragraph, in order, none over another."""
    words = text[start_char:end_char]
    spans = sorted(
        (match.start(), start_char + len(words[: match.end()].rstrip()) - start_char, row.kind)
        for row in load_run_in()
        if row.trigger in words
        for match in row.expression.finditer(words)
    )
    cuts: list[Cut] = []
    for start, end, kind in spans:
        if not cuts or start_char + start >= cuts[-1][1]:
            cuts.append((start_char + start, start_char + end, kind))
    return cuts


def _asides(text: str, start_char: int, end_char: int) -> list[Cut]:
    """The sentences of a paragraph that speak to the reader of the page: `Sign up to our newsletter.`"""
    words = text[start_char:end_char]
    if len(words) > LONGEST_ASIDE or '"' in words or not may_speak_to_reader(words):
        return []
    ends = [match.end() for match in SENTENCE_END.finditer(words)]
    spans = [(start, start + len(words[start:end].rstrip())) for start, end in pairwise([0, *ends, len(words)])]
    return [(start_char + s, start_char + e, "noise") for s, e in spans if speaks_to_reader(words[s:e])]


def _rest(text: str, start_char: int, end_char: int, cuts: Iterable[Cut]) -> Iterator[tuple[int, int]]:
    """What the cuts leave of a span, without white space at its ends."""
    done = start_char
    for start, end, _ in [*sorted(cuts), (end_char, end_char, "")]:
        words = text[done : max(done, start)]
        if words.strip():
            yield done + len(words) - len(words.lstrip()), done + len(words.rstrip())
        done = max(done, end)


def _parts(text: str, start_char: int, end_char: int) -> Iterator[tuple[int, int]]:
    """The span in parts of at most LONGEST_BLOCK characters, cut at the last sentence end before, else at a blank."""
    while end_char - start_char > LONGEST_BLOCK:
        window = text[start_char : start_char + LONGEST_BLOCK]
        ends = [match.end() for match in SENTENCE_END.finditer(window, LONGEST_BLOCK // 2)]
        cut = ends[-1] if ends else window.rfind(" ", 1) + 1 or LONGEST_BLOCK
        yield start_char, start_char + len(window[:cut].rstrip())
        start_char += cut + len(text[start_char + cut : end_char]) - len(text[start_char + cut : end_char].lstrip())
    if start_char < end_char:
        yield start_char, end_char


def _has_words(text: str, start_char: int, end_char: int) -> bool:
    return any(text[i].isalnum() for i in range(start_char, end_char))
