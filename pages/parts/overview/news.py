"""The front page: what is new, what is told most, and where reports differ."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries import news
from analysis.queries.conditions import cut
from analysis.queries.database import Database, Row, records
from analysis.queries.rows import fact_rows
from analysis.queries.selection import Selection
from pages.parts import address, charts, words
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.evidence.evidence import card, card_html
from pages.parts.links import REPORT, link
from pages.parts.safe import label, label_markdown, shortened, text
from pages.parts.saying import say
from pages.parts.view import View

FACTS = "pages/explore/facts.py"
REPORTS_A_PAGE, PAIRS_A_PAGE = 3, 2
MOST_PAGES = 100_000  # of pairs; no address asks for more
LONGEST_TITLE = 110
HEIGHT_OF_PAIRS = 320  # pixels
OTHER = {"denied": "is denied", "possible": "is only possible"}


def newest_box(view: View, total: int, n_without_day: int = 0) -> None:
    """The newest reports, a few a page, each with facts that no report tells before."""
    database, selection, themes = view
    with st.container(key="newest", border=True, height="stretch"):
        st.html('<h2 class="d-title">What is new</h2>')
        note = f" {words.count(n_without_day, 'report')} without a known day left out." if n_without_day else ""
        first_words = f"{words.count(total, 'report')} with facts, the newest first"
        say(f"{first_words}; under each, what it is the first to tell.{note}")
        slot = st.container(gap="small")
        page = (_page("new", total, REPORTS_A_PAGE), REPORTS_A_PAGE)
        reports = records(news.newest(database, selection, page))
        first = news.first_told(database, selection, tuple(str(row["doc_id"]) for row in reports))
        rows = facts_by_id(database, first["fact_id"])
        with slot:
            for report in reports:
                told = [rows[key] for key in first.loc[first["doc_id"] == report["doc_id"], "fact_id"]]
                _report(report, told, themes)


def _report(report: Row, told: Sequence[Row], themes: Sequence[str]) -> None:
    """A headline that opens its report, the number of its facts that opens them, and what it is the first to tell."""
    with st.container(key=f"new-{report['doc_id']}", gap="xxsmall"):
        title = shortened(str(report["title"]), LONGEST_TITLE)
        link(REPORT, f"**{label_markdown(title)}**", doc=str(report["doc_id"]))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="d-meta">{text(words.origin(report))}</p>', width="content")
            link(FACTS, words.count(int(report["n_facts"]), "fact"), document=str(report["doc_id"]))
        st.html(
            "".join(card_html(row, themes) for row in told) or '<p class="d-note">Nothing that is not told before.</p>'
        )


def most_told_chart(pairs: pd.DataFrame) -> Chart:
    """MOST_TOLD, at least one."""
    names = [_pair(row) for row in records(pairs)]
    numbers = [int(n) for n in pairs["n_reports"]]
    figure = charts.bars(names, numbers, unit="reports")
    figure.update_traces(
        text=[
            f"{reports:,} · {words.count(int(n), 'fact')}" for reports, n in zip(numbers, pairs["n_facts"], strict=True)
        ]
    )
    figure.update_xaxes(range=[0, max(numbers) * 1.45])
    figure.update_yaxes(ticktext=["<br>".join(label(part, 30) for part in _lines(row)) for row in records(pairs)])
    return Chart(
        key="most-told",
        title="What is told most",
        takeaway=_told_words(pairs, names),
        figure=figure,
        marks=[
            Mark(
                name,
                (
                    cut("actor", row["actor_entity_id"]),
                    cut("target", row["target_entity_id"]),
                    cut("event_class", row["event_class"]),
                ),
                int(row["n_facts"]),
            )
            for name, row in zip(names, records(pairs), strict=True)
        ],
        table=pd.DataFrame(
            {
                "Who": pairs["actor"],
                "Kind of event": [_kind(value) for value in pairs["event_class"]],
                "To whom": pairs["target"],
                "Reports": pairs["n_reports"],
                "Publishers": pairs["n_publishers"],
                "Facts": pairs["n_facts"],
            }
        ),
    )


def _pair(row: Row) -> str:
    return " ".join(_lines(row))


def _lines(row: Row) -> tuple[str, str]:
    kind = words.EVENT_CLASS.get(row["event_class"], "").lower()
    return f"{row['actor']} →", f"{row['target']}: {kind}" if kind else str(row["target"])


def _kind(event_class: str) -> str:
    return words.EVENT_CLASS.get(event_class, words.NO_CLASS)


def _told_words(pairs: pd.DataFrame, names: Sequence[str]) -> str:
    first = pairs.iloc[0]
    if first["n_reports"] == 1:
        return "Nothing between two names is told by more than one report; these are told in one each."
    publishers = f" from {words.count(int(first['n_publishers']), 'publisher')}" if first["n_publishers"] else ""
    return f"“{names[0]}” is in most reports: {int(first['n_reports']):,}{publishers}. Who → to whom, and in what way."


def disputed_box(view: View) -> None:
    """Pairs of sentences that may contradict each other, side by side, a few a page."""
    with st.skeleton(height=HEIGHT_OF_PAIRS):
        pairs, total = _pairs_of_page(view)
    with st.container(key="may-be-disputed", border=True):
        st.html('<h2 class="d-title">What may be disputed</h2>')
        if not total:
            say("No two reports or sources were found to differ on whether the same thing happened.")
            return
        say(
            f"{words.count(total, 'possible disagreement')}: the same actor, target and kind of event, said to have "
            "happened in one place, denied or only possible in another. Found by rule, so read both before you use it."
        )
        rows = facts_by_id(view.database, [row[side] for row in records(pairs) for side in ("done_id", "other_id")])
        for number, pair in enumerate(records(pairs)):
            _sides(rows[pair["done_id"]], rows[pair["other_id"]], view.themes, number)
        _page("disputed", total, PAIRS_A_PAGE)


def _pairs_of_page(view: View) -> tuple[pd.DataFrame, int]:
    """The pairs of the page that the address says, the last one where it says one beyond the end, and how many there
    are in all."""
    first = (address.number("disputed", MOST_PAGES) - 1) * PAIRS_A_PAGE
    pairs, total = news.disputed(view.database, view.selection, (first, PAIRS_A_PAGE))
    if total and pairs.empty:
        last = (total - 1) // PAIRS_A_PAGE * PAIRS_A_PAGE
        pairs, total = news.disputed(view.database, view.selection, (last, PAIRS_A_PAGE))
    return pairs, total


def _sides(done: Row, other: Row, themes: Sequence[str], number: int) -> None:
    """Both sentences of a pair, with what differs above."""
    st.html(
        f'<p class="d-count">{text(_who(done))}: said to have happened on the left, '
        f"{OTHER[str(other['status'])]} on the right. Check both.</p>"
    )
    for side, (column, row) in enumerate(zip(st.columns(2), (done, other), strict=True)):
        with column:
            card(row, themes, f"disputed-{number}-{side}")


def _who(row: Row) -> str:
    parts = (row["actor_name"] or row["actor"], row["action"], row["target_name"] or row["target"])
    return shortened(" · ".join(str(part) for part in parts if isinstance(part, str) and part), 90)


def facts_by_id(database: Database, fact_ids: Sequence[str] | pd.Series[str]) -> dict[str, Row]:
    """Rows of FACT_ROWS by id."""
    wanted = tuple(str(key) for key in fact_ids)
    if not wanted:
        return {}
    found = fact_rows(database, Selection.of(fact=wanted), (), (0, len(wanted)))
    return {str(row["fact_id"]): row for row in records(found)}


def _page(key: str, total: int, size: int) -> int:
    """Let the user choose a page, which the address keeps; the first row of it."""
    pages = -(-total // size)
    if pages < 2:
        return 0
    chosen = st.pagination(pages, **address.held_page(key, pages))
    return (int(chosen) - 1) * size
