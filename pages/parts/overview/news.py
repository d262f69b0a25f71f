"""The front page: what is new, what is told most, and where reports differ."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries import news
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.rows import fact_rows
from pages.parts import address, charts, words
from pages.parts.claims.claim import claim_html
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.drawing.once import once, once_with_links
from pages.parts.links import FACTS, REPORT, address_of, anchor
from pages.parts.safe import label, shortened, text
from pages.parts.timeline.single import said_words
from pages.parts.view import View, counted, noun

NEW, DIFFERING = "page-new", "page-disputed"  # the keys of the address that say the page of each box
REPORTS_A_PAGE, PAIRS_A_PAGE = 3, 2
MOST_ROWS = 200_000  # pairs; no address asks for more
LONGEST_TITLE, LONGEST_CLAIM, HALF = 110, 160, 46  # characters
HEIGHT_OF_PAIRS = 320  # pixels
NOTHING_NEW = '<p class="d-note">Nothing that is not told before.</p>'
NONE_DISPUTED = "No two reports or sources were found to differ on whether the same thing happened."
DISPUTED = (
    "{}: the same event, as far as its words go, said to have happened in one place, denied, said not to be so "
    "or only possible in another. Found by rule, so read both before you use it."
)
OTHER = {"denied": "is denied", "negated": "is said not to be so", "possible": "is only possible"}


def newest_box(view: View, total: int, n_without_day: int = 0) -> None:
    """The newest reports, a few a page, each with facts that no report tells before."""
    note = f" {words.count(n_without_day, 'report')} without a known day left out." if n_without_day else ""
    with st.container(key="newest", border=True, height="stretch"):
        st.html(
            '<h2 class="d-title">What is new</h2>'
            f'<p class="d-say">{words.count(total, "report")} with {noun()}, the newest first; under each, '
            f"what it is the first to tell.{note}</p>{newest_html(view, _window(NEW, total, REPORTS_A_PAGE))}"
        )
        _pages(NEW, total, REPORTS_A_PAGE)


@once_with_links
def newest_html(view: View, page: tuple[int, int]) -> str:
    """A page of the newest reports; `page` is the first row and how many."""
    database, selection, themes = view
    reports = records(news.newest(database, selection, page))
    first = news.first_told(database, selection, tuple(str(row["doc_id"]) for row in reports))
    rows = facts_by_id(database, first["fact_id"])
    told = {str(doc_id): [rows[key] for key in of_report] for doc_id, of_report in first.groupby("doc_id")["fact_id"]}
    return "".join(_report(report, told.get(str(report["doc_id"]), ()), themes) for report in reports)


def _report(report: Row, told: Sequence[Row], themes: Sequence[str]) -> str:
    """A headline that opens its report, the number of its facts that opens them, and what it is the first to tell."""
    doc_id = str(report["doc_id"])
    headline = text(shortened(str(report["title"]), LONGEST_TITLE))
    number = counted(int(report["n_facts"]))
    return (
        f'<h3 class="d-new">{anchor(address_of(REPORT, doc=doc_id), headline)}</h3>'
        f'<p class="d-meta">{text(words.origin(report))} {anchor(address_of(FACTS, document=doc_id), number)}</p>'
        + ("".join(claim_html(row, themes) for row in told) or NOTHING_NEW)
    )


@once
def told_most(view: View) -> Chart | None:
    """The chart of what is told most; none where no event has a key."""
    events = news.most_told(view.database, view.selection)
    return most_told_chart(events) if len(events) else None


def most_told_chart(events: pd.DataFrame) -> Chart:
    """MOST_TOLD, at least one; each event by the sentence of its best claim."""
    names = _told_apart(events)
    numbers = [int(n) for n in events["n_reports"]]
    figure = charts.bars(names, numbers, unit="reports")
    figure.update_traces(
        text=[f"{reports:,} · {counted(int(n))}" for reports, n in zip(numbers, events["n_facts"], strict=True)]
    )
    figure.update_xaxes(range=[0, max(numbers) * 1.45])
    figure.update_yaxes(ticktext=[_in_two_lines(name) for name in names])
    return Chart(
        key="most-told",
        title="What is told most",
        takeaway=_told_words(events, names),
        figure=figure,
        marks=[
            Mark(name, (cut("event", row["episode"]),), int(row["n_facts"]))
            for name, row in zip(names, records(events), strict=True)
        ],
        table=pd.DataFrame(
            {
                "What": names,
                "Reports": events["n_reports"],
                "Publishers": events["n_publishers"],
                noun().capitalize(): events["n_facts"],
            }
        ),
    )


def _told_apart(events: pd.DataFrame) -> list[str]:
    """The claim of each event, no two the same."""
    found: dict[str, None] = {}
    for row in records(events):
        name = shortened(str(row["claim"]), LONGEST_CLAIM)
        found[name if name not in found else f"{name} [{row['fact_id']}]"] = None
    return list(found)


def _in_two_lines(name: str) -> str:
    """The words of a claim in two lines of about HALF characters, for the side of a bar; they are escaped."""
    cut_at = name.rfind(" ", 0, HALF + 1)
    if len(name) <= HALF or cut_at < 1:
        return label(name, HALF)
    return f"{label(name[:cut_at], HALF)}<br>{label(name[cut_at + 1 :], HALF)}"


def _told_words(events: pd.DataFrame, names: Sequence[str]) -> str:
    first = events.iloc[0]
    if first["n_reports"] == 1:
        return "No event is told by more than one report; these are worth most."
    publishers = f" from {words.count(int(first['n_publishers']), 'publisher')}" if first["n_publishers"] else ""
    return f"“{names[0]}” is told by most reports: {int(first['n_reports']):,}{publishers}."


def disputed_box(view: View) -> None:
    """Pairs of sentences that may contradict each other, side by side, a few a page."""
    with st.skeleton(height=HEIGHT_OF_PAIRS):
        pairs, total = _pairs_of_page(view)
    with st.container(key="may-be-disputed", border=True):
        said = DISPUTED.format(words.count(total, "possible disagreement")) if total else NONE_DISPUTED
        st.html(f'<h2 class="d-title">What may be disputed</h2><p class="d-say">{said}</p>{pairs}')
        _pages(DIFFERING, total, PAIRS_A_PAGE)


def _pairs_of_page(view: View) -> tuple[str, int]:
    """The pairs of the page that the address says as HTML, the last one where it says one beyond the end, and how many
    there are in all."""
    pairs, total = disputed_html(view, _window(DIFFERING, MOST_ROWS, PAIRS_A_PAGE))
    return (pairs, total) if pairs else disputed_html(view, _window(DIFFERING, total, PAIRS_A_PAGE))


@once_with_links
def disputed_html(view: View, page: tuple[int, int]) -> tuple[str, int]:
    """A page of pairs, and how many there are on all; `page` is the first row and how many."""
    pairs, total = news.disputed(view.database, view.selection, page)
    rows = facts_by_id(view.database, [row[side] for row in records(pairs) for side in ("done_id", "other_id")])
    sides = [_sides(rows[pair["done_id"]], rows[pair["other_id"]], view.themes) for pair in records(pairs)]
    return "".join(sides), total


def _sides(done: Row, other: Row, themes: Sequence[str]) -> str:
    """Both sentences of a pair, with what differs above."""
    both = "".join(claim_html(row, themes) for row in (done, other))
    return (
        f'<p class="d-count">{text(_who(done))}: said to have happened in the first, '
        f'{OTHER[str(other["status"])]} in the second. Check both.</p><div class="d-sides">{both}</div>'
    )


def _who(row: Row) -> str:
    return shortened(said_words(row).rstrip("."), 160)


def facts_by_id(database: Database, fact_ids: Sequence[str] | pd.Series[str]) -> dict[str, Row]:
    """Rows of FACT_ROWS by id."""
    wanted = tuple(str(key) for key in fact_ids)
    if not wanted:
        return {}
    found = fact_rows(database, Selection.of(fact=wanted), (), (0, len(wanted)))
    return {str(row["fact_id"]): row for row in records(found)}


def _window(key: str, total: int, size: int) -> tuple[int, int]:
    """The first row of the page that the address says, and how many a page has."""
    return (address.number(key, max(-(-total // size), 1)) - 1) * size, size


def _pages(key: str, total: int, size: int) -> None:
    """Let the user choose a page, which the address keeps."""
    if (pages := -(-total // size)) > 1:
        st.pagination(pages, **address.held_page(key, pages))
