"""Which words mark out each theme?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import records
from analysis.queries.topics.theme_terms import (
    LAMBDA,
    MOST_NEEDED,
    SENTENCES_A_STEP,
    n_themed,
    theme_sizes,
    theme_terms,
)
from display import charts, words
from display.charts.topics import term_bars
from display.palette import theme_colour
from pages.parts import address
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.frame import View, stop_if_empty
from pages.parts.saying import say_method

# Under so many reports a difference between themes can be the choice of words of one author.
FEW_REPORTS = 30
WEIGHTS = tuple(step / 10 for step in range(10, -1, -1))
ENDS = {1.0: "frequent", 0.0: "distinctive"}


def show(view: View) -> None:
    """Draw this part of the page."""
    sizes, n_reports = _sizes(view)
    stop_if_empty(sizes is None, "No sentence of the selection has a theme. Take a filter away above.")
    row(view, sizes)
    with st.container(border=True, key="balance"):
        weight = st.select_slider(
            "From frequent to distinctive",
            WEIGHTS,
            format_func=weight_words,
            **address.held("lambda", WEIGHTS, LAMBDA),
        )
        say(explained(weight), "d-note")
        say(note(n_reports), "d-note")
        say_method(f"The order is the relevance of LDAvis with λ = {weight:.1f} (Sievert and Shirley 2014).")
    drawn = _terms(view, weight)
    for place in range(0, len(drawn), 2):
        row(view, *drawn[place : place + 2], widths=(1, 1))


@once
def _sizes(view: View) -> tuple[Chart | None, int]:
    """The chart of the themes, none where there are none, and how many reports have one."""
    sizes = theme_sizes(view.database, view.selection)
    return (size_chart(sizes, view.themes) if len(sizes) else None), n_themed(view.database, view.selection)


@once
def _terms(view: View, weight: float) -> tuple[Chart, ...]:
    """The charts of the terms."""
    sizes = theme_sizes(view.database, view.selection)
    return tuple(term_charts(sizes, theme_terms(view.database, view.selection, weight), view.themes))


def weight_words(weight: float) -> str:
    """A place of the slider in words.

    >>> weight_words(1.0), weight_words(0.6)
    ('1.0 frequent', '0.6')
    """
    return f"{weight:.1f} {ENDS.get(weight, '')}".strip()


def explained(weight: float) -> str:
    """What the slider does, in a sentence."""
    shares = f"{weight:.0%} for how often they stand in the theme, {1 - weight:.0%} for how much more often"
    return f"Terms are ranked {shares} than elsewhere, within the filters."


def note(n_reports: int) -> str:
    """What the numbers are, and how far they carry."""
    counted = (
        "A number is the sentences of the theme with the term; the grey bar goes on with those of the other themes. "
        f"In a theme of {SENTENCES_A_STEP} sentences a term must stand in 2 to be ranked, in larger ones in "
        f"up to {MOST_NEEDED}."
    )
    if n_reports >= FEW_REPORTS:
        return counted
    reports = words.count(n_reports, "report")
    return f"{counted} {reports} with a theme: enough to see what is written, too few to generalise."


def size_chart(sizes: pd.DataFrame, themes: Sequence[str]) -> Chart:
    """THEME_SIZES."""
    names = [words.theme(name) for name in sizes["theme"]]
    first = sizes.iloc[0]
    return Chart(
        key="size",
        title="How much is said of each theme",
        takeaway=f"{names[0]} is the theme of most sentences: {int(first['n_sentences']):,} in "
        f"{words.count(int(first['n_reports']), 'report')}. A sentence can have several themes.",
        figure=charts.theme_bars(sizes, themes, "n_sentences", "sentences"),
        marks=[
            Mark(name, (cut("theme", value),), int(n), "sentences")
            for name, value, n in zip(names, sizes["theme"], sizes["n_sentences"], strict=True)
        ],
        table=pd.DataFrame({"Theme": names, "Sentences": sizes["n_sentences"], "Reports": sizes["n_reports"]}),
    )


def term_charts(sizes: pd.DataFrame, terms: pd.DataFrame, themes: Sequence[str]) -> list[Chart]:
    """A chart for each theme of THEME_SIZES that has terms in THEME_TERMS, in their order."""
    found = []
    for size in records(sizes):
        own = terms[terms["theme"] == size["theme"]]
        if len(own):
            found.append(term_chart(size["theme"], own, size["n_sentences"], themes))
    return found


def term_chart(theme: str, terms: pd.DataFrame, n_sentences: int, themes: Sequence[str]) -> Chart:
    """THEME_TERMS of one theme, which has so many sentences."""
    names = [str(term) for term in terms["term"]]
    inside, elsewhere = ([int(n) for n in terms[name]] for name in ("n_sentences", "n_elsewhere"))
    return Chart(
        key=f"terms-{theme}",
        title=words.theme(theme),
        takeaway=f"{words.listed([f'“{name}”' for name in names[:3]])} mark it out; from "
        f"{words.count(n_sentences, 'sentence')}.",
        figure=term_bars(names, inside, elsewhere, theme_colour(theme, themes)),
        marks=[
            Mark(name, (cut("theme", theme), cut("term", name)), n, "sentences")
            for name, n in zip(names, inside, strict=True)
        ],
        table=pd.DataFrame(
            {
                "Term": names,
                "Sentences": inside,
                "Under other themes": elsewhere,
                "Times as common": terms["lift"].round(1).to_numpy(),
                "Weight in the order": terms["relevance"].round(2).to_numpy(),
            }
        ),
    )
