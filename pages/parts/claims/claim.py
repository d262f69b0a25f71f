"""A claim as HTML: its sentence with who, what and whom marked, the line about it, and its evidence to fold out.

    Oslo opened a port in May.  [Done]
    Said by the harbour master · Happened May 2024 · Economy · In Port news, The Post, 3 June 2024
    > “The harbour master said that Oslo had opened ...”   also told by 2 reports (1 independent) · 1 detail

A list of claims is one element of Streamlit and asks for what stands around all of them at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.queries.around_claims import details_of, told_elsewhere
from analysis.queries.engine.database import Row, records
from display import words
from display.claims.claim_sentence import claim_words
from display.claims.parts import claim_parts
from display.evidence.citation import source_of
from display.evidence.marking import Span, marked, quoted, spans_of
from display.safe import is_empty, text
from pages.parts.claims.about import about, status_badge
from pages.parts.claims.ways import known_people, ways_html
from pages.parts.evidence.belonging import belonging_html, details_html
from pages.parts.filtered_links import FACTS, address_with, anchor
from pages.parts.view import View

COPY = '<button type="button" class="d-copy">Copy as text</button>'
KEY = (
    '<span class="d-parts"><mark class="d-actor">who</mark> <mark class="d-action">does what</mark> '
    '<mark class="d-target">to whom or what</mark></span>'
)


class Around(NamedTuple):
    """What stands around the claims of a list, by their id."""

    told: Mapping[str, tuple[int, int]]  # other reports of the event, and how many of them are independent
    details: Mapping[str, Sequence[Row]]


NOTHING = Around({}, {})


class Look(NamedTuple):
    """How claims are shown."""

    is_open: bool = False  # whether the sentence of the report stands there whole, else it folds out
    has_ways: bool = True  # whether ways to the report and to profiles are there
    has_tools: bool = True  # whether the list can be copied as text
    has_report: bool = True  # whether the report is named
    is_brief: bool = False  # whether no more is said of it than who says so, and when


LIST, EVIDENCE, ALONE = Look(), Look(is_open=True), Look(is_open=True, has_tools=False)


def around(view: View, rows: Sequence[Row]) -> Around:
    """What stands around these rows of FACT_ROWS."""
    found = records(told_elsewhere(view.database, [str(row["fact_id"]) for row in rows]))
    told = {str(one["fact_id"]): (int(one["n_reports"]), int(one["n_independent"])) for one in found}
    return Around(told, details_of(view.database, rows))


def claims_html(view: View, rows: Sequence[Row], look: Look = LIST) -> str:
    """A list of these rows of FACT_ROWS."""
    beside = around(view, rows)
    known_people(view.database, rows)
    cards = "".join(claim_html(row, view.themes, beside, look=look) for row in rows)
    tools = f'<div class="d-list-tools">{KEY}{COPY}</div>' if look.has_tools and rows else ""
    return f'<div class="d-claims" data-snapshot="{text(view.database.snapshot.name)}">{tools}{cards}</div>'


def claim_html(
    row: Row, themes: Sequence[str], beside: Around = NOTHING, differing: Collection[str] = (), look: Look = LIST
) -> str:
    """One row of FACT_ROWS; parts in `differing` are marked as such in the sentence of the report."""
    details = beside.details.get(str(row["fact_id"]), ())
    quote, ways = _quote(row, differing), ways_html(row) if look.has_ways else ""
    evidence = _unfolded(row, quote, ways, details) if look.is_open else _folded(row, quote, ways, details)
    line = about(row, themes, look.has_report, look.is_brief, _told(row, beside))
    return f'<div class="d-card" data-cite="{text(source_of(row))}">{sentence_html(row)}{line}{evidence}</div>'


def sentence_html(row: Row) -> str:
    """The first line: the claim with its parts marked, and its status."""
    said = marked(claim_words(row), [] if is_empty(row["claim"]) else claim_parts(row))
    return f'<p class="d-claim" dir="auto"><span class="d-said">{said}</span> {status_badge(row)}</p>'


def _unfolded(row: Row, quote: str, ways: str, details: Sequence[Row]) -> str:
    folded = belonging_html(row, details) if details else ""
    return f'<p class="d-quote" dir="auto">{quote}</p>{ways}{folded}'


def _folded(row: Row, quote: str, ways: str, details: Sequence[Row]) -> str:
    number = f"<small>{words.count(len(details), 'detail')}</small>" if details else ""
    summary = f'<summary><span class="d-quote" dir="auto">{quote}</span>{number}</summary>'
    inside = ways + (details_html(row, details) if details else "")
    return f'<details class="d-source">{summary}{inside}</details>'


def _quote(row: Row, differing: Collection[str]) -> str:
    """The sentence of the report with the parts of the fact marked."""
    return quoted(str(row["sentence"]), [_told_apart(span, differing) for span in spans_of(row["spans"])])


def _told_apart(span: Span, differing: Collection[str]) -> Span:
    if span.classes.removeprefix("d-") not in differing:
        return span
    return replace(span, classes=f"{span.classes} d-differs", title=f"{span.title}: differs")


def _told(row: Row, beside: Around) -> str:
    """How many other reports tell the same, as a link to all that do, whatever the filters are."""
    n_reports, n_independent = beside.told.get(str(row["fact_id"]), (0, 0))
    if not n_reports:
        return ""
    href = address_with(FACTS, {"event": [str(row["episode"])]})
    independent = f"{n_independent:,}" if n_independent else "none"
    label = f"also told by {words.count(n_reports, 'report')} ({independent} independent)"
    return anchor(href, label, more=INDEPENDENT)


INDEPENDENT = 'title="Independent: from another publisher, and not the same text"'
