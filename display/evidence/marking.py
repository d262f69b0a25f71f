"""Text with marks: spans over words become `<mark>` elements, whatever the words are."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.shown import ELLIPSIS, visible
from display.safe import is_empty


@dataclass(frozen=True)
class Span:
    """Half-open, in characters; `classes` are of style.css, `title` says what it is."""

    start: int
    end: int
    classes: str
    title: str = ""
    link: str = ""


TITLE = {
    "actor": "Who",
    "action": "Does what",
    "target": "To whom or what",
    "place": "Where",
    "term": "The word",
    "name": "The name",
    "found": "What was found",
}


def spans_of(cell: object) -> list[Span]:
    """The spans of a cell of the queries, `start-end:kind` parted by blanks.

    >>> spans_of("0-4:actor")
    [Span(start=0, end=4, classes='d-actor', title='Who', link='')]
    """
    found = []
    for part in () if is_empty(cell) else str(cell).split():
        bounds, kind = part.split(":")
        start, end = bounds.split("-")
        found.append(Span(int(start), int(end), f"d-{kind}", TITLE.get(kind, "")))
    return found


LONGEST_QUOTE, BEFORE = 2_000, 500  # characters of a sentence as evidence, and of them before its first mark


def quoted(sentence: str, spans: Sequence[Span]) -> str:
    """A sentence as HTML with the spans marked; of a very long one what is around the first of them.

    >>> quoted("He left.", [])
    'He left.'
    """
    first = min((span.start for span in spans), default=0)
    start = max(0, first - BEFORE) if len(sentence) > LONGEST_QUOTE else 0
    end = start + LONGEST_QUOTE
    before, after = ELLIPSIS if start else "", ELLIPSIS if end < len(sentence) else ""
    return before + marked(sentence[start:end], spans, start) + after


def marked(words: str, spans: Sequence[Span], offset: int = 0) -> str:
    """The words as HTML with the spans marked. Spans may overlap: where they do, a piece is all that they are.

    `offset` is the place of the first word in the text that the spans count in.

    >>> marked("<b> is bold", [Span(0, 3, "d-actor")])
    '<mark class="d-actor">&lt;b&gt;</mark> is bold'
    """
    edges = _edges(spans, offset, len(words))
    pieces, open_spans, last = [], set[int](), 0
    for place in sorted(edges):
        pieces.append(_piece(words[last:place], [spans[n] for n in sorted(open_spans)]))
        closing, opening = edges[place]
        open_spans = (open_spans - set(closing)) | set(opening)
        last = place
    return "".join([*pieces, html.escape(visible(words[last:]))])


def _edges(spans: Sequence[Span], offset: int, length: int) -> dict[int, tuple[list[int], list[int]]]:
    """At each place the spans that end and the spans that begin."""
    edges: dict[int, tuple[list[int], list[int]]] = {}
    for number, span in enumerate(spans):
        start, end = max(span.start - offset, 0), min(span.end - offset, length)
        if start < end:
            edges.setdefault(start, ([], []))[1].append(number)
            edges.setdefault(end, ([], []))[0].append(number)
    return edges


def _piece(words: str, spans: Iterable[Span]) -> str:
    spans = list(spans)
    if not spans or not words:
        return html.escape(visible(words))
    classes = " ".join(dict.fromkeys(name for span in spans for name in span.classes.split()))
    title = "; ".join(dict.fromkeys(span.title for span in spans if span.title))
    shown = f'<mark class="{classes}"{_title(title)}>{html.escape(visible(words))}</mark>'
    link = next((span.link for span in spans if span.link), "")
    return f'<a class="d-link" href="{html.escape(link)}">{shown}</a>' if link else shown


def _title(title: str) -> str:
    return f' title="{html.escape(title)}"' if title else ""
