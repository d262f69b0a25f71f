"""How does a term rise and fall, and where does it come from?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Database, records
from analysis.queries.rows import n_sentences, sentence_rows
from analysis.queries.topics.rise import Window, is_term, rise, rise_cuts, term_choices, window
from display import day_words, words
from display.charts.topics import LINES, rise_lines
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.evidence.concordance import lines_html
from pages.parts.frame import View, rerun_if_filtered, stop_if_empty
from pages.parts.view import counted, noun, unit_words

BY = {"published": "When it was published", "happened": "When it happened"}
SHOW = {"count": "Count", "share": "Share"}
UNIT = {"published": "sentences", "happened": "facts"}
MOST_TERMS = len(LINES)
AT_FIRST = 2
PAGE = 20


def show(view: View) -> None:
    """Draw this part of the page."""
    database, selection, _ = view
    choices = [str(term) for term in term_choices(database, selection)["term"]]
    stop_if_empty(not choices, "No term stands in the selection. Take a filter away above.")
    terms = chosen_terms(database, choices)
    if not terms:
        say("Choose a term above.")
        return
    with st.container(horizontal=True, key="rise-choices"):
        by = choose("Counted by", BY, "published", "counted")
        shown = choose("Numbers", SHOW, "count", "numbers")
    chart = _rise(view, tuple(terms), by, shown)
    if chart is None:
        say("Nothing with these terms in the selection has such a day.")
    row(view, chart)
    lines(view, terms)


@once
def _rise(view: View, terms: tuple[str, ...], by: str, shown: str) -> Chart | None:
    within = window(view.database, view.selection, by)
    found = rise(view.database, view.selection, list(terms), by, within) if within else pd.DataFrame()
    if within is None or found.empty or not found["n_rows"].sum():
        return None
    return rise_chart(found, within, by, shown)


def chosen_terms(database: Database, choices: Sequence[str]) -> list[str]:
    """The terms that are chosen, from the list or typed; at first the commonest."""
    said = [term for term in address.values("word") if is_term(database, term)][:MOST_TERMS]
    options = [*choices, *(term for term in said if term not in choices)]
    first = list(choices[:AT_FIRST])
    kept = st.multiselect(
        "Terms",
        options,
        max_selections=MOST_TERMS,
        accept_new_options=True,
        placeholder="Choose or type a term",
        help="Words and phrases in their plain form: “mine”, not “mines”. The list has the commonest of the selection.",
        **address.held_many("word", options, first),
    )
    strange = [term for term in kept if not is_term(database, term.lower())]
    if strange:
        say(f"No term of these reports: {words.listed(strange)}.", "d-note")
    return list(dict.fromkeys(term.lower() for term in kept if term not in strange))


def rise_chart(found: pd.DataFrame, within: Window, by: str, shown: str) -> Chart:
    """RISE in a window, as counts or as shares."""
    share = found["n_rows"] / found["n_all"].where(found["n_all"] > 0)
    rows = found.assign(share=share.fillna(0.0).to_numpy())
    labels = [f"{row['term']} · {day_words.bucket(row['bucket'], within.bucket)}" for row in records(rows)]
    unit = UNIT[by]
    marks = [
        Mark(name, rise_cuts(row["term"], row["bucket"], within.bucket, by), int(row["n_rows"]), unit)
        for name, row in zip(labels, records(rows), strict=True)
    ]
    return Chart(
        key=f"rise-{by}",
        title=f"{unit_words(unit).capitalize()} with the term",
        takeaway=takeaway(rows, within, by),
        figure=rise_lines(rows, within.bucket, "share" if shown == "share" else "n_rows", unit_words(unit)),
        marks=marks,
        table=pd.DataFrame(
            {
                "Term": rows["term"],
                within.bucket.capitalize(): [day_words.bucket(day, within.bucket) for day in rows["bucket"]],
                unit_words(unit).capitalize(): rows["n_rows"],
                f"All {unit_words(unit)}": rows["n_all"],
                "Share": [f"{part:.1%}" for part in rows["share"]],
            }
        ),
    )


def takeaway(rows: pd.DataFrame, within: Window, by: str) -> str:
    """Where the first term stands highest, and what is not in the lines."""
    own = rows[rows["term"] == rows["term"].iloc[0]]
    top = own.sort_values("n_rows", ascending=False, kind="stable").iloc[0]
    left_out = (
        "Reports without a day of publication are not in it."
        if by == "published"
        else f"{noun().capitalize()} without a date, and those that take longer than a {within.bucket}, are not in it."
    )
    return (
        f"“{top['term']}” is commonest in {day_words.bucket(top['bucket'], within.bucket)}: {int(top['n_rows']):,} of "
        f"{counted(int(top['n_all']), UNIT[by])}. {left_out}"
    )


@st.fragment
def lines(view: View, terms: Sequence[str]) -> None:
    """Draw the concordance lines of one of the terms."""
    rerun_if_filtered()
    database, selection, themes = view
    with st.container(border=True, key="lines"):
        st.header("Where the term comes from", anchor=False)
        term = terms[0]
        if len(terms) > 1:
            term = choose("Lines of", {name: name for name in terms}, term, "lines-of")
        cuts = (Cut("term", term),)
        total = n_sentences(database, selection, cuts)
        say(f"“{term}” stands in {words.count(total, 'sentence')} of the selection, the newest report first.")
        slot = st.container()
        pages = -(-total // PAGE)
        held = address.held_page("page-lines", pages, of=address.digest(term))
        number = st.pagination(pages, **held) if pages > 1 else 1
        rows = sentence_rows(database, selection, cuts, ((number - 1) * PAGE, PAGE))
        slot.html(lines_html(rows, themes, grouped=False))
