"""What a query finds: how much, line by line, then where and when."""

from __future__ import annotations

import re

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.concordance import BY_DATE, MOST_SORTED, ORDERS, exported_sentences, lines, n_hits
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.export import csv_file
from analysis.queries.found import bucket_of, found, found_by, found_over_time
from analysis.queries.searching.nodes import Word, walk
from analysis.queries.searching.parse import parse
from display import day_words, words
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.drawing.draw import Chart
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.evidence.concordance import lines_html
from pages.parts.filters import selected
from pages.parts.filters.about import about
from pages.parts.frame import View
from pages.parts.saying import say
from pages.parts.search.asking import offer, say_taken
from pages.parts.search.counts import BY, group_chart, time_chart

PAGE = 25
ORDER_WORDS = {
    "newest report": "Newest report first",
    "oldest report": "Oldest report first",
    "word before": "The word before",
    "word after": "The word after",
    "the words found": "The words found",
}


def show(view: View, query: str) -> None:
    """Draw what the query finds in the selection."""
    database, selection, _ = view
    say_taken(database.search.taken(query))
    offer(with_or(query), "A small “or” is looked for as a word. Did you mean", "or")
    total = records(found(database, selection, query))[0]
    if not total["n_sentences"]:
        _nothing(database, selection, query)
        return
    total["n_hits"] = _n_hits(database.snapshot.name, selection, query, database)
    _head(view, query, total)
    _lines(view, query, int(total["n_sentences"]), total["n_hits"])
    _charts(view, query, total)


@st.cache_data(max_entries=100, show_spinner=False)
def _n_hits(snapshot: str, selection: Selection, query: str, _database: Database) -> int:
    return n_hits(_database, selection, query)


def _head(view: View, query: str, total: Row) -> None:
    """How much there is, and what to do with all of it."""
    n_sentences = int(total["n_sentences"])
    sentences = words.count(n_sentences, "sentence")
    reports = words.reports(int(total["n_reports"]), int(total["n_independent"]))
    counted = f"{words.count(total['n_hits'], 'hit')} in {sentences} of {reports}"
    if n_sentences > MOST_SORTED:
        counted = f"{sentences} in {reports}"
    if not pd.isna(total["first_day"]):
        counted += f", published {day_words.period(total['first_day'], total['last_day'])}"
    cuts = (Cut("words", query),)
    st.html(f'<h2 class="d-title" role="status">{counted}</h2>')
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="found-actions"):
        st.button(
            "Only these",
            key="only-found",
            icon=":material/filter_alt:",
            on_click=selected.only,
            args=(view.database, cuts),
            help="Show only these sentences and what they tell, on every page",
        )
        st.button(
            "Hide these",
            key="hide-found",
            icon=":material/visibility_off:",
            on_click=selected.hide,
            args=(view.database, cuts),
            help="Leave these sentences and what they tell out, on every page",
        )
        st.download_button(
            "Save (CSV)",
            data=lambda: csv_file(
                view.database,
                exported_sentences(view.selection, cuts),
                about(view.database, view.selection, cuts),
            ),
            file_name="sentences.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="save-found",
        )


def _charts(view: View, query: str, total: Row) -> None:
    by = choose("Count by", BY, "theme", "by")
    second = _by_group(view, query, by, int(total["n_sentences"]))
    if pd.isna(total["first_day"]) or total["first_day"] == total["last_day"]:
        row(view, second)
        return
    bucket = bucket_of(total["first_day"], total["last_day"])
    row(view, _by_time(view, query, bucket), second)


@once
def _by_group(view: View, query: str, by: str, n_sentences: int) -> Chart:
    groups = found_by(view.database, view.selection, query, by)
    return group_chart(groups, by, query, view.themes, n_sentences)


@once
def _by_time(view: View, query: str, bucket: str) -> Chart:
    return time_chart(found_over_time(view.database, view.selection, query, bucket), bucket, query)


def _lines(view: View, query: str, n_sentences: int, n_hits: int) -> None:
    """The lines of one page."""
    with st.container(border=True, key="lines"):
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            st.header("Line by line", anchor=False)
            order = st.selectbox(
                "Sorted by",
                ORDERS,
                format_func=lambda one: ORDER_WORDS.get(one, one),
                width=240,
                **address.held("order", ORDERS, ORDERS[0]),
            )
        order = order if order in ORDERS else ORDERS[0]
        if n_sentences > MOST_SORTED:
            say(_said_of_newest(order, n_sentences, n_hits))
        slot = st.container()
        pages = -(-(n_sentences if order in BY_DATE else n_hits) // PAGE)
        number = st.pagination(pages, **address.held_page("page", pages, of=address.digest(order))) if pages > 1 else 1
        shown = lines(view.database, view.selection, query, ((number - 1) * PAGE, PAGE), order)
        with slot:
            say("Each hit has a line. Click it for the whole sentence and the way to its report.", "d-note")
            st.html(lines_html(shown, view.themes, grouped=order in BY_DATE))


def _said_of_newest(order: str, n_sentences: int, n_hits: int) -> str:
    """That hits are counted, and sorted by words, in the newest sentences alone.

    >>> _said_of_newest("newest report", 9000, 5100)
    'The 5,000 newest of 9,000 sentences have 5,100 hits.'
    """
    newest = f"The {MOST_SORTED:,} newest of {words.count(n_sentences, 'sentence')} have {words.count(n_hits, 'hit')}"
    return f"{newest}." if order in BY_DATE else f"{newest}, sorted here. A filter leaves fewer."


def _nothing(database: Database, selection: Selection, query: str) -> None:
    """Say that nothing was found, why that may be, and what else to ask."""
    everywhere = int(found(database, Selection(), query)["n_sentences"].iloc[0])
    if everywhere:
        say(f"No sentence of the selection has this; {words.count(everywhere, 'sentence')} of all reports would.")
        return
    say("No sentence of the reports has this.")
    offer(alike(database, query), "Did you mean", "alike")


def with_or(query: str) -> list[str]:
    """The query with OR in the place of each `or` between two words, outside of phrases; none without one.

    >>> with_or("copper or gold"), with_or('"copper or gold"'), with_or("or gold"), with_or("copper OR gold")
    (['copper OR gold'], [], [], [])
    """
    parts = query.split('"')
    asked = '"'.join(BETWEEN.sub(" OR ", part) if not place % 2 else part for place, part in enumerate(parts))
    return [asked] if asked != query else []


BETWEEN = re.compile(r"(?<=[\w\"')*~])\s+or\s+(?=[\w\"'(])")


def alike(database: Database, query: str, most: int = 4) -> list[str]:
    """The query with words of the reports in the place of one that they do not have."""
    for node in walk(parse(query)):
        if isinstance(node, Word) and not database.search.frequency(node.key):
            near = database.search.near(node.key, most)
            place = query.lower().find(node.key)
            if place >= 0:
                return [query[:place] + word + query[place + len(node.key) :] for word in near]
    return []
