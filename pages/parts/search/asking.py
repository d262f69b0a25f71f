"""Asking: the box for a query, what was wrong with it, how it was understood, and help with the language."""

from __future__ import annotations

import streamlit as st

from analysis.queries.engine.database import Database
from analysis.queries.searching.expand import Taken
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import LONGEST, parse
from display import words
from display.safe import label_markdown, text
from pages.parts import address
from pages.parts.search.language import HELP

SHOWN = 12  # forms of a prefix, a spelling or a name
OWN = ("page", "open-found-time", "open-found-theme", "open-found-publisher", "open-found-document")


def ask() -> str:
    """Draw the box for a query and the help; the query, empty where there is none or it cannot be read."""
    st.session_state["q"] = address.value("q")[: LONGEST + 1]
    st.text_input(
        "Words to look for",
        key="q",
        type="search",
        on_change=lambda: set_query(st.session_state["q"]),
        placeholder='For example: "copper mine" OR quarr*',
        max_chars=LONGEST,
    )
    with st.expander("How to ask", icon=":material/help:", expanded=not st.session_state["q"]):
        st.html(help_html())
    query = str(st.session_state["q"]).strip()
    try:
        if query:
            parse(query)
    except QueryFault as fault:
        st.html(fault_html(query, fault))
        return ""
    return query


def set_query(query: str) -> None:
    """Ask this; for callbacks. What was open of another query is closed."""
    address.write({"q": [query] if query.strip() else [], **{key: [] for key in OWN}})


def help_html() -> str:
    """The language as a table."""
    rows = "".join(
        f"<tr><th scope='row'><code>{text(said)}</code></th><td>{text(finds)}</td></tr>" for said, finds in HELP
    )
    caption = '<caption class="d-note">What to write, and what it finds</caption>'
    return f'<table class="d-record d-help">{caption}{rows}</table>'


def fault_html(query: str, fault: QueryFault) -> str:
    """Why a query cannot be read, and where.

    >>> fault_html("a)", QueryFault("Too many.", 1, 2))
    '<div class="d-dropped" role="alert"><p>Too many.</p><p><code>a<mark class="d-wrong">)</mark></code></p></div>'
    """
    before, wrong, after = query[: fault.start], query[fault.start : fault.end], query[fault.end :]
    place = f'{text(before)}<mark class="d-wrong">{text(wrong)}</mark>{text(after)}'
    return f'<div class="d-dropped" role="alert"><p>{text(fault.message)}</p><p><code>{place}</code></p></div>'


def say_taken(taken: list[Taken]) -> None:
    """Say which words stand for the prefixes, spellings and names of the query."""
    if taken:
        items = "".join(f"<li>{_taken(one)}</li>" for one in taken)
        st.html(f'<ul class="d-taken">{items}</ul>')


def _taken(one: Taken) -> str:
    said = f"<code>{text(one.said)}</code>"
    if not one.forms:
        what = (
            "No name of the reports is like it; it"
            if one.unit == "mention"
            else "No word of the reports is like it; it"
        )
        return (
            f"{said}: {what} is looked for as it stands." if one.unit == "mention" else f"{said}: {what} finds nothing."
        )
    forms = ", ".join(f"{text(form)} ({n:,})" for form, n in one.forms[:SHOWN])
    more = f" and {words.count(len(one.forms) - SHOWN, 'other')}" if len(one.forms) > SHOWN else ""
    return f"{said} stands for {forms}{more}; the numbers are its {one.unit}s in all reports."


def offer(queries: list[str], title: str, key: str) -> None:
    """Draw a button for each query."""
    if not queries:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=key):
        st.html(f'<p class="d-say">{text(title)}</p>', width="content")
        for number, query in enumerate(queries):
            st.button(label_markdown(query), key=f"{key}-{number}", on_click=set_query, args=(query,))


def examples(database: Database) -> list[str]:
    """Queries that show the language with words of these reports."""
    phrases, single = ([row[0] for row in database.rows(EXAMPLE_TERMS, {"shape": shape})] for shape in EXAMPLE_SHAPES)
    people = [row[0] for row in database.rows(EXAMPLE_NAMES)]
    found = [f'"{term}"' for term in phrases[:1]] + [f"{term[: max(4, len(term) - 2)]}*" for term in single[:1]]
    found += [f"near({single[0]}, {single[1]}, 8)"] if len(single) > 1 else []
    return found + [f"name:{name.split()[-1]}" for name in people[:1]]


EXAMPLE_SHAPES = ("[a-z]{4,} [a-z]{4,}", "[a-z]{5,}")
EXAMPLE_TERMS = """
SELECT term FROM vocabulary WHERE regexp_full_match(term, $shape) ORDER BY term_number LIMIT 2"""
EXAMPLE_NAMES = """
SELECT name FROM entities WHERE label = 'PERSON' AND regexp_full_match(name, '[A-Za-z]+( [A-Za-z]{4,})+')
ORDER BY n_mentions DESC, name LIMIT 1"""
