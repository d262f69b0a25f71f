"""Pieces of HTML in, their text out: the field of a record, the body of a mail, the entry of a feed.

Whole pages are read by `html.py`, which tells the article from what is around it; a piece is all article. Tags are
found by one expression that is linear in the length, whatever a hostile text holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*(?:-->|\Z)|<[!?][^<>]*>", re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?:[\s/:][^<>]*)?>")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
MARKUP = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|li|ul|h[1-6]|td|table|body|html|blockquote)>|<(?:br|p|hr)\s*/?>", re.IGNORECASE
)
BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|d[dlt]|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6]|header|hr"
    r"|html|li|main|nav|ol|p|pre|section|table|t(?:body|foot|head)|title|tr|ul"
)
UNSEEN = re.compile(r"script|style|head|template|noscript|iframe|object|svg|textarea|select")


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML: in tags as a whole, or with tags and no paragraphs of its own.

    >>> is_markup("<p>It rained.</p>"), is_markup("It rained.<br>It snowed."), is_markup("It rained: 3 < 5.")
    (True, True, False)
    >>> is_markup("A tag is <b>bold</b>.\\n\\nIt rained.")
    False
    """
    stripped = text.strip()
    is_wrapped = bool(TAG.match(stripped)) and stripped.endswith(">")
    return bool(MARKUP.search(text)) and (is_wrapped or not BLANK_LINE.search(stripped))


def text_of_markup(markup: str) -> str:
    """The text of a piece of HTML, its paragraphs parted by blank lines.

    >>> text_of_markup("<p>It <b>rained</b>.<br>Then it&nbsp;stopped.</p><script>x()</script><p>It snowed.</p>")
    'It rained.\\nThen it stopped.\\n\\nIt snowed.'
    """
    blocks = (_lines(block) for block in "".join(_seen(COMMENT.sub("", markup))).split("\f"))
    return "\n\n".join(block for block in blocks if block)


def _seen(markup: str) -> Iterator[str]:
    """The words with form feeds for the bounds of blocks and line feeds for the breaks of lines."""
    hidden_in, end = "", 0
    for tag in TAG.finditer(markup):
        name, closes = tag[2].lower(), bool(tag[1])
        if not hidden_in:
            yield _words(markup[end : tag.start()])
            yield "\f" if BLOCKS.fullmatch(name) else "\n" if name == "br" else "\t" if name in ("td", "th") else ""
        if not hidden_in and UNSEEN.fullmatch(name) and not closes and not tag[0].endswith("/>"):
            hidden_in = name
        elif hidden_in == name and closes:
            hidden_in = ""
        end = tag.end()
    if not hidden_in:
        yield _words(markup[end:])


def _words(source: str) -> str:
    """The words between two tags: a break of a line in the source is a blank."""
    return re.sub(r"\s+", " ", html.unescape(source).replace("\f", " ").replace("\xad", ""))


def _lines(block: str) -> str:
    lines = (" ".join(line.split()) for line in block.split("\n"))
    return "\n".join(line for line in lines if line)
