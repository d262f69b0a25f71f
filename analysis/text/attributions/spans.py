"""Spans: the characters of a source or a content, without the white space and the punctuation around it."""

from __future__ import annotations

from analysis.text.attributions.tree import Span

AROUND = " \t\r\n\xa0,;:.—–-―"


def trimmed(text: str, span: Span) -> Span:
    """The span without punctuation and white space at its ends; quotation marks stay.

    >>> trimmed('He said, "No," twice.', (7, 20))
    (9, 20)
    """
    start_char, end_char = span
    words = text[start_char:end_char]
    left = len(words) - len(words.lstrip(AROUND))
    return (
        (start_char + left, start_char + len(words.rstrip(AROUND))) if left < len(words) else (start_char, start_char)
    )
