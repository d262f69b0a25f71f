"""Blocks: the paragraphs, headings, captions and noise of a text."""

from analysis.text.blocks.find import find_blocks

__all__ = ["find_blocks"]
