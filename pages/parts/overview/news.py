"""The front page: what is new, what is told most, and where reports differ."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries import news
from analysis.queries.disputed import disputed
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.rows import facts_at, rows_called
from display import words
from display.claims.claim_sentence import what_differs
from display.safe import shortened, text
from pages.parts import address
from pages.parts.claims.claim import LIST, Around, around, claim_html
from pages.parts.claims.ways import known_people
from pages.parts.drawing.once import once_with_links
from pages.parts.filtered_links import FACTS, REPORT, address_of, anchor
from pages.parts.view import View, counted, noun

NEW, DIFFERING = "page-new", "page-disputed"  # the keys of the URL that say the page of each box
REPORTS_A_PAGE, PAIRS_A_PAGE = news.REPORTS_A_PAGE, 1
MOST_ROWS = 200_000  # pairs; no URL asks for more
LONGEST_TITLE = 110  # characters
HEIGHT_OF_PAIRS = 110  # pixels
UNDER_ITS_REPORT, BRIEF = LIST._replace(has_report=False, is_brief=True), LIST._replace(is_brief=True)
NONE_DISPUTED = "No two reports or speakers were found to contradict each other about the same event."
DISPUTED = "{}: the same event at the same time, told with another outcome or figure. Found by rule: read both."


def newest_box(view: View, total: int, n_without_day: int = 0) -> None:
    """The newest reports, a few a page, each with its main claims that no report tells before."""
    if not total:
        with st.container(key="newest", border=True):
            st.html(f'<h2 class="d-title">What is new</h2><p class="d-say">{_nothing_new(n_without_day)}</p>')
        return
    note = f" {words.count(n_without_day, 'report')} without a known day left out." if n_without_day else ""
    with st.container(key="newest", border=True, height="stretch"):
        st.html(
            '<h2 class="d-title">What is new</h2>'
            f'<p class="d-say">{words.count(total, "report")} with news, the latest first; under each, its main '
            f"{noun()} that no earlier report tells.{note}</p>{newest_html(view, _window(NEW, total, REPORTS_A_PAGE))}"
        )
        _pages(NEW, total, REPORTS_A_PAGE)


def _nothing_new(n_without_day: int) -> str:
    """Why no report can be called new."""
    if not n_without_day:
        return f"No report has {noun()} that no earlier one tells."
    return f"Nothing can be called new: {words.count(n_without_day, 'report')} without a known day left out."


@once_with_links
def newest_html(view: View, page: tuple[int, int]) -> str:
    """A page of the newest reports; `page` is the first row and how many."""
    database, selection, themes = view
    reports = records(news.newest(database, selection, page))
    first = news.first_told(database, selection, tuple(str(row["doc_id"]) for row in reports))
    rows = facts_by_id(database, first["fact_id"])
    known_people(database, list(rows.values()))
    told = {str(doc_id): [rows[key] for key in of_report] for doc_id, of_report in first.groupby("doc_id")["fact_id"]}
    beside = around(view, list(rows.values()))
    return "".join(_report(report, told.get(str(report["doc_id"]), ()), themes, beside) for report in reports)


def _report(report: Row, told: Sequence[Row], themes: Sequence[str], beside: Around) -> str:
    """A headline that opens its report, the number of its facts that opens them, and what it is the first to tell."""
    doc_id = str(report["doc_id"])
    headline = text(shortened(str(report["title"]), LONGEST_TITLE))
    number = counted(int(report["n_facts"]))
    cards = "".join(claim_html(row, themes, beside, look=UNDER_ITS_REPORT) for row in told)
    return (
        f'<h3 class="d-new">{anchor(address_of(REPORT, doc=doc_id), headline)}</h3>'
        f'<p class="d-meta">{text(words.origin(report))} {anchor(address_of(FACTS, document=doc_id), number)}</p>'
        f'<div class="d-claims">{cards}</div>'
    )


def told_most_box(view: View) -> None:
    """What most reports tell; nothing where no event has a key."""
    shown = told_most_html(view)
    if shown:
        with st.container(key="told-most", border=True):
            st.html(f'<h2 class="d-title">What is told most</h2>{shown}')


@once_with_links
def told_most_html(view: View) -> str:
    """The events that most reports tell, each by its best claim, with the claims that tell it to open."""
    events = records(news.most_told(view.database, view.selection))
    if not events:
        return ""
    rows = facts_by_id(view.database, [str(event["fact_id"]) for event in events])
    known_people(view.database, list(rows.values()))
    items = "".join(_event(event, rows[str(event["fact_id"])], view.themes) for event in events)
    return f'<p class="d-say">{_told_words(events)}</p><ol class="d-told-most">{items}</ol>'


def _event(event: Row, row: Row, themes: Sequence[str]) -> str:
    """An event by its best claim; its numbers open the claims that tell it."""
    number = words.count(int(event["n_reports"]), "report")
    independent = f" ({int(event['n_independent']):,} independent)" if event["n_reports"] > 1 else ""
    href = address_of(FACTS, event=str(event["episode"]))
    link = anchor(href, f"<strong>{number}</strong>{independent} · {counted(int(event['n_facts']))}")
    return f'<li><p class="d-told-by">{link}</p>{claim_html(row, themes, look=BRIEF)}</li>'


def _told_words(events: Sequence[Row]) -> str:
    if events[0]["n_reports"] == 1:
        return f"No event is told by more than one report; these {noun()} are worth most."
    return "Events by the number of reports that tell them, copies left out; each by its best claim."


def disputed_box(view: View) -> tuple[str, int] | None:
    """A box that says so where no two claims may contradict each other; else a page of the pairs and how many there
    are, for `pairs_box`, which needs the width of the page."""
    with st.skeleton(height=HEIGHT_OF_PAIRS):
        pairs, total = _pairs_of_page(view)
    if total:
        return pairs, total
    with st.container(key="may-be-disputed", border=True):
        st.html(f'<h2 class="d-title">What may be disputed</h2><p class="d-say">{NONE_DISPUTED}</p>')
    return None


def pairs_box(pairs: str, total: int) -> None:
    """Pairs of claims that may contradict each other, a few a page, both sides beside each other."""
    with st.container(key="may-be-disputed", border=True):
        said = DISPUTED.format(words.count(total, "possible disagreement"))
        st.html(f'<h2 class="d-title">What may be disputed</h2><p class="d-say">{said}</p>{pairs}')
        _pages(DIFFERING, total, PAIRS_A_PAGE)


def _pairs_of_page(view: View) -> tuple[str, int]:
    """The pairs of the page that the URL says as HTML, the last one where it says one beyond the end, and how many
    there are in all."""
    pairs, total = disputed_html(view, _window(DIFFERING, MOST_ROWS, PAIRS_A_PAGE))
    return (pairs, total) if pairs else disputed_html(view, _window(DIFFERING, total, PAIRS_A_PAGE))


@once_with_links
def disputed_html(view: View, page: tuple[int, int]) -> tuple[str, int]:
    """A page of pairs, and how many there are on all; `page` is the first row and how many."""
    pairs, total = disputed(view.database, view.selection, page)
    rows = facts_by_id(view.database, [row[side] for row in records(pairs) for side in ("said_id", "other_id")])
    known_people(view.database, list(rows.values()))
    sides = [_sides(pair, rows[pair["said_id"]], rows[pair["other_id"]], view.themes) for pair in records(pairs)]
    return "".join(sides), total


def _sides(pair: Row, said: Row, other: Row, themes: Sequence[str]) -> str:
    """Both claims of a pair, with what differs above."""
    both = "".join(claim_html(row, themes, look=BRIEF) for row in (said, other))
    return f'<p class="d-count">{text(what_differs(pair, said, other))}</p><div class="d-sides">{both}</div>'


def facts_by_id(database: Database, fact_ids: Sequence[str] | pd.Series[str]) -> dict[str, Row]:
    """Rows of FACT_ROWS by id."""
    found = facts_at(database, rows_called(database, map(str, fact_ids)))
    return {str(row["fact_id"]): row for row in records(found)}


def _window(key: str, total: int, size: int) -> tuple[int, int]:
    """The first row of the page that the URL says, and how many a page has."""
    return (address.number(key, max(-(-total // size), 1)) - 1) * size, size


def _pages(key: str, total: int, size: int) -> None:
    """Let the user choose a page, which the URL keeps."""
    if (pages := -(-total // size)) > 1:
        st.pagination(pages, **address.held_page(key, pages))
