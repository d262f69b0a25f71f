"""What changed since the build before: how much, and folded below it which reports and claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.changes import MOST_LISTED, Change, Changes, in_words, kept_changes
from display.safe import text
from pages.parts.drawing.once import once_with_links
from pages.parts.filtered_links import REPORT, address_of, anchor
from pages.parts.view import View

Item = Callable[[Change], str]


def since_box(view: View) -> None:
    """Draw what changed; nothing for a first build."""
    shown = since_html(view)
    if shown:
        st.html(shown)


@once_with_links
def since_html(view: View) -> str:
    """What changed as HTML, empty where that is not known or nothing did; no filter applies to it."""
    since = kept_changes(view.database.snapshot)
    if since is None or not (since.reports.is_any or since.claims.is_any):
        return ""
    lists = _lists("Reports", since.reports) + _lists("Claims", since.claims)
    return f'<details class="d-fold d-since"><summary>{text(in_words(since))}</summary>{lists}</details>'


def _lists(noun: str, found: Changes) -> str:
    kinds: tuple[tuple[str, int, Sequence[Change], Item], ...] = (
        ("that are new", found.n_new, found.new, _there),
        ("that have changed", found.n_changed, found.changed, _changed),
        ("that are gone", found.n_gone, found.gone, _gone),
    )
    return "".join(_list(f"{noun} {name}", n, listed, item) for name, n, listed, item in kinds if n)


def _list(title: str, number: int, listed: Sequence[Change], item: Item) -> str:
    items = "".join(f'<li dir="auto">{item(one)}</li>' for one in listed)
    more = f"<li>And {number - len(listed):,} more.</li>" if number > len(listed) else ""
    is_long = number > MOST_LISTED // 10
    opened = "" if is_long else " open"
    return f"<details{opened}><summary>{title}: {number:,}</summary><ul>{items}{more}</ul></details>"


def _there(one: Change) -> str:
    where = {"fact": one.fact_id} if one.fact_id else {}
    return anchor(address_of(REPORT, doc=one.doc_id, **where), text(one.words))


def _changed(one: Change) -> str:
    before = f", before: <s>{text(one.before)}</s>" if one.before and one.before != one.words else ""
    return f"{_there(one)} <small>({text(one.differs)}{before})</small>"


def _gone(one: Change) -> str:
    return text(one.words)
