"""Topics: how large each theme is, and its terms."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.queries.conditions import cut
from analysis.queries.database import records
from pages.parts import charts, words
from pages.parts.draw import Chart, Mark
from pages.parts.palette import theme_colour

RANK = {"distinctive": "Most distinctive", "frequent": "Most frequent"}


# Under so many reports a difference between themes can be the choice of words of one author.
FEW_REPORTS = 30


def note(n_reports: int) -> str:
    """What the numbers are, and how far they carry."""
    counted = "How distinctive a term is follows from all reports; the numbers count the sentences of the selection."
    if n_reports >= FEW_REPORTS:
        return counted
    return f"{counted} {words.count(n_reports, 'report')}: enough to see what is written, too few to generalise."


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
    charts_of = []
    for size in records(sizes):
        own = terms[terms["theme"] == size["theme"]]
        if len(own):
            charts_of.append(term_chart(size["theme"], own, size["n_sentences"], themes))
    return charts_of


def term_chart(theme: str, terms: pd.DataFrame, n_sentences: int, themes: Sequence[str]) -> Chart:
    """THEME_TERMS of one theme, which has so many sentences."""
    names = [str(term) for term in terms["term"]]
    return Chart(
        key=f"terms-{theme}",
        title=words.theme(theme),
        takeaway=f"{words.listed([f'“{name}”' for name in names[:3]])} mark it out; from "
        f"{words.count(n_sentences, 'sentence')}.",
        figure=charts.bars(
            names, [int(n) for n in terms["n_sentences"]], [theme_colour(theme, themes)] * len(names), "sentences"
        ),
        marks=[
            Mark(name, (cut("theme", theme), cut("term", name)), int(n), "sentences")
            for name, n in zip(names, terms["n_sentences"], strict=True)
        ],
        table=pd.DataFrame(
            {
                "Term": names,
                "Sentences": terms["n_sentences"],
                "Reports": terms["n_reports"],
                "TF-IDF": terms["tfidf"].round(4),
                "Relevance": terms["relevance"].round(2),
            }
        ),
    )
