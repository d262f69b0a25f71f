"""Concordance lines: what was found one below the other, with the words before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pandas as pd

from analysis.queries.engine.database import Row, records
from analysis.shown import ELLIPSIS
from display import words
from display.evidence.marking import Span, marked, quoted, spans_of
from display.safe import is_empty, text
from pages.parts.claims.about import theme_badge
from pages.parts.filtered_links import REPORT, address_of

CONTEXT = 160  # characters before and after; a line of a wide screen shows about 70 of each


def lines_html(rows: pd.DataFrame, themes: Sequence[str], grouped: bool) -> str:
    """The rows of CONCORDANCE; grouped, each report has a head and its lines below it."""
    if not grouped:
        lines = "".join(_line(row, themes, with_source=True) for row in records(rows))
        return f'<div class="d-lines">{lines}</div>'
    groups = []
    for _, group in groupby(records(rows), key=lambda row: str(row["doc_id"])):
        own = list(group)
        groups.append(_head(own[0], len(own)) + "".join(_line(row, themes, with_source=False) for row in own))
    return f'<div class="d-lines">{"".join(groups)}</div>'


def _head(row: Row, number: int) -> str:
    """The headline of a report, which opens it at its first hit."""
    href = text(address_of(REPORT, doc=str(row["doc_id"]), sentence=str(row["sentence_id"])))
    here = f" · {number:,} lines here" if number > 1 else ""
    return (
        f'<h3 class="d-report" dir="auto"><a href="{href}">{text(row["title"])}</a> '
        f'<span class="d-note">{_source(row)}{here}</span></h3>'
    )


def _source(row: Row) -> str:
    return text(words.origin(row))


def _line(row: Row, themes: Sequence[str], with_source: bool) -> str:
    """A line that opens: the whole sentence, where it is from, and the way to it."""
    sentence, spans = str(row["sentence"]), spans_of(row["spans"])
    first = spans[0] if spans else Span(0, 0, "")
    before, after = _before(sentence, first.start), _after(sentence, first.end)
    summary = (
        f'<summary dir="auto"><span class="d-before"><span>{marked(before, ())}</span></span>'
        f'<span class="d-rest">{marked(sentence[first.start : first.end], spans, first.start)}'
        f"{marked(after, spans, first.end)}</span></summary>"
    )
    link = text(address_of(REPORT, doc=str(row["doc_id"]), sentence=str(row["sentence_id"])))
    badges = [] if is_empty(row["themes"]) else [theme_badge(theme, themes) for theme in str(row["themes"]).split("; ")]
    parts = [*badges, _source(row), f'<a href="{link}">Open in the report</a>']
    if with_source:
        parts.insert(len(badges), f'<b dir="auto">{text(row["title"])}</b>')
    meta = "".join(f"<span>{part}</span>" for part in parts)
    whole = f'<p class="d-quote" dir="auto">{quoted(sentence, spans)}</p><p class="d-meta">{meta}</p>'
    return f'<details class="d-line">{summary}<div class="d-card">{whole}</div></details>'


def _before(sentence: str, end: int) -> str:
    """The words before a place, in one line.

    >>> _before("a  copper mine", 10)
    'a copper '
    """
    start = max(end - CONTEXT, 0)
    cut = sentence[start:end]
    return (ELLIPSIS if start else "") + " ".join(cut.split()) + (" " if cut[-1:].isspace() else "")


def _after(sentence: str, start: int) -> str:
    return sentence[start : start + CONTEXT] + (ELLIPSIS if start + CONTEXT < len(sentence) else "")
