"""The list of all reports with what each was read as, and of the inputs that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

import pandas as pd
import streamlit as st

from analysis.lexicons.languages import languages
from analysis.queries.documents import (
    EARLIEST,
    ENGLISH,
    SORTS,
    UNREAD,
    Asked,
    left_to_do,
    n_asked,
    n_not_read,
    not_read,
    read_as,
    values_of,
)
from analysis.queries.engine.database import Row, records
from display import day_words, words
from display.safe import is_empty, shortened, text
from pages.parts import address
from pages.parts.drawing.draw import say
from pages.parts.filtered_links import REPORT, address_of, anchor
from pages.parts.view import View

PAGE = 50
WORK, DATED, LANGUAGE, SORT, FIND = "work", "dated-by", "language-of", "sort-reports", "find-report"
WORK_WORDS = {
    "undated": "No date",
    "inferred": "Date inferred",
    "impossible": "Impossible or future date",
    "set": "Date set by hand",
    "copies": "Copies",
    "foreign": "Not in English",
    "failed": "Not analysed",
    UNREAD: "Not read",
}
WORK_MEANS = {
    "undated": "Neither the file nor its text says when these were published, and nothing tells it otherwise.",
    "inferred": "The day follows from the days that the text names, or from reports about the same. It may be wrong.",
    "impossible": "These say that they were published in the future, or before 1800.",
    "set": "Somebody set the day of these on this page.",
    "copies": "These have the text of another report, whole, cut or lightly edited.",
    "foreign": "These are kept with their text, and are not analysed: they have no claims.",
    "failed": "Something in these could not be analysed: they have their text, and no claims.",
    UNREAD: "These inputs gave no report.",
}
DATED_WORDS = {
    "metadata": "Said by the file",
    "text": "Read from the text",
    "filename": "Read from the file name",
    "inferred": "Inferred",
    "user": "Set by hand",
    "unknown": "Not known",
}
SORT_WORDS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "title": "Title",
    "file": "File",
    "publisher": "Publisher",
    "words": "Most words first",
    "claims": "Most claims first",
}


def chosen_work(view: View, today: date) -> str:
    """Let the user choose what is left to do, each with its count; one of WORK or `unread`, empty for all reports."""
    todo = left_to_do(view.database, view.selection, today)
    counts = {row["kind"]: row["n"] for row in records(todo)}
    if not counts:
        return ""
    chosen = st.pills(
        "Left to do",
        list(counts),
        format_func=lambda kind: f"{WORK_WORDS.get(kind, kind)} {counts.get(kind, 0):,}",
        wrap=True,
        **first_page(address.held(WORK, counts)),
    )
    return str(chosen or "")


def chosen(view: View, work: str, today: date) -> tuple[Asked, str]:
    """Let the user search, filter and sort; which reports are asked for, and in which order."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="documents-settings"):
        found = st.text_input(
            "Find", width=260, placeholder="Title, file, publisher", **first_page(address.held_text(FIND))
        )
        if work == UNREAD:
            return Asked(today, found.strip()), ""
        dated = _choice(view, "Date", DATED, "published_from", DATED_WORDS.get)
        language = _choice(view, "Language", LANGUAGE, "language", language_name)
        sort = st.selectbox(
            "Sorted by",
            list(SORTS),
            format_func=lambda key: SORT_WORDS.get(key, str(key)),
            width=190,
            **first_page(address.held(SORT, SORTS, "newest")),
        )
    return Asked(today, found.strip(), work, dated, language), str(sort or "newest")


def _choice(view: View, title: str, key: str, column: str, named: Callable[[str], str | None]) -> str:
    """A select box over the values of a column, none where there is one value only."""
    rows = records(values_of(view.database, view.selection, column))
    known = {str(row["value"]): f"{named(str(row['value'])) or row['value']} ({row['n_reports']:,})" for row in rows}
    if len(known) < 2 and not address.value(key):
        return ""
    return str(
        st.selectbox(
            title,
            list(known),
            format_func=lambda value: known.get(value, str(value)),
            placeholder="All",
            width=220,
            **first_page(address.held(key, known)),
        )
        or ""
    )


def first_page(held: address.Held) -> address.Held:
    """The same, and a change goes back to the first page of the list."""

    def changed(*args: object) -> None:
        held["on_change"](*args)
        address.write(address.first_pages())

    return {"key": held["key"], "on_change": changed, "args": held["args"]}


def language_name(code: str) -> str:
    """What a language is called.

    >>> language_name("de"), language_name("qq")
    ('German', 'qq')
    """
    return languages().get(code, code)


def asked_rows(view: View, asked: Asked, sort: str) -> pd.DataFrame:
    """Say how many reports are asked for, let the user choose a page of them; READ_AS of that page."""
    total = n_asked(view.database, view.selection, asked)
    say(words.count(total, "report"), "d-count")
    if asked.work:
        say(WORK_MEANS[asked.work], "d-note")
    return read_as(view.database, view.selection, asked, (_first(total), PAGE), sort)


def _first(total: int) -> int:
    """The first row of the page that the user chose."""
    n_pages = -(-total // PAGE)
    return (st.pagination(n_pages, **address.held_page("page", n_pages)) - 1) * PAGE if n_pages > 1 else 0


def list_reports(rows: pd.DataFrame) -> None:
    """Draw READ_AS."""
    if rows.empty:
        say("No report fits. Take away words or a choice above.")
        return
    heads = ("Report", "Published", "By", "Words", "Claims", "File")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_row(heads, row) for row in records(rows))
    st.html(f'<table class="d-table d-stacked d-reports"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def _row(heads: Sequence[str], row: Row) -> str:
    cells = (
        _report(row),
        text(dated(row)) + _small(dated_from(row)),
        _own(shortened(row["publisher"] or "", 60)) + _small(shortened(row["author"] or "", 80)),
        f"{row['n_words']:,}" if row["language"] == ENGLISH else "",
        f"{row['n_claims']:,}" if row["language"] == ENGLISH else "",
        _own(row["source_id"]),
    )
    named = zip(heads, cells, strict=True)
    return "<tr>" + "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in named) + "</tr>"


def _report(row: Row) -> str:
    """The headline, which opens the report, what is special of it, and its first lines."""
    link = anchor(address_of(REPORT, doc=row["doc_id"]), text(name_of(row)))
    notes = []
    if row["language"] != ENGLISH:
        notes.append(text(f"{language_name(row['language'])}, not analysed"))
    if not is_empty(row["copy_of"]):
        notes.append(anchor(address_of(REPORT, doc=row["copy_of"]), "copy", more='title="Open what it is a copy of"'))
    marks = "".join(f'<span class="d-tag">{note}</span>' for note in notes)
    lines = f"<details><summary>First lines</summary><p dir=auto>{text(row['first_lines'])}</p></details>"
    return f"{link}{marks}{lines}"


def name_of(row: Row) -> str:
    """The headline of a report, else its file."""
    return shortened(str(row["source_id"] if is_empty(row["title"]) else row["title"]), 160)


def dated(row: Row) -> str:
    """The day of publication in words."""
    return "No date" if pd.isna(row["published"]) else day_words.day(row["published"])


def dated_from(row: Row) -> str:
    """Where the day comes from, where there is one."""
    return "" if pd.isna(row["published"]) else origin_of(row["published_from"], row["published"].date(), date.today())


def origin_of(published_from: str, day: date, today: date) -> str:
    """Where a day of publication comes from, and that it cannot be one.

    >>> origin_of("text", date(2099, 3, 4), date(2026, 3, 4)), origin_of("filename", date(2024, 3, 4), date(2026, 3, 4))
    ('read from the text: in the future', 'read from the file name')
    """
    doubt = (
        ": in the future" if day > today + timedelta(days=1) else ": long before any report" if day < EARLIEST else ""
    )
    return DATED_WORDS.get(published_from, "").lower() + doubt


def _own(said: str) -> str:
    """Words that have their own direction."""
    return f"<bdi>{text(said)}</bdi>" if said else ""


def _small(said: str) -> str:
    return f'<small dir="auto">{text(said)}</small>' if said else ""


def list_unread(view: View, asked: Asked) -> None:
    """Draw the inputs that could not be read, under the reason of each."""
    total = n_not_read(view.database, asked.words)
    say(f"{words.count(total, 'input')} could not be read", "d-count")
    rows = records(not_read(view.database, asked.words, (_first(total), PAGE)))
    parts = []
    for reason, group in groupby(rows, key=lambda row: (row["reason"], row["n_of_reason"])):
        names = "".join(f"<li>{text(row['source_id'])}</li>" for row in group)
        parts.append(f"<section><p><b>{reason[1]:,}</b> {text(reason[0])}</p><ul>{names}</ul></section>")
    st.html(f'<div class="d-unread">{"".join(parts)}</div>')
