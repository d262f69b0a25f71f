"""Blocks: the paragraphs, headings, captions and noise of a text."""

from __future__ import annotations

import re

from analysis.text.records import Block

PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def find_blocks(text: str, header: tuple[tuple[int, int], ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in order; white space belongs to none."""
    return tuple(Block(m.start(), m.start() + len(m.group().rstrip()), "body") for m in PARAGRAPH.finditer(text))
