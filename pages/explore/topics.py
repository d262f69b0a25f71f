"""Which words mark out each theme?"""

import streamlit as st

from analysis.queries.overview import overview_counts
from analysis.queries.topics import theme_sizes, theme_terms
from pages.parts.choose import choose
from pages.parts.draw import draw, say
from pages.parts.evidence import evidence
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.panels import topics as panel

database, selection, themes = open_page("Topics", "Which words mark out each theme?")

sizes = theme_sizes(database, selection)
stop_if_empty(sizes.empty, "No sentence of the selection has a theme. Take a filter away above.")
evidence(database, selection, draw(panel.size_chart(sizes, themes)), "size", themes)

with st.container(horizontal=True, vertical_alignment="bottom"):
    rank = choose("Terms of a theme", panel.RANK, "distinctive", "terms")
    say(panel.note(int(overview_counts(database, selection)["n_reports"].iloc[0])), "d-note")

shown = [str(theme) for theme in sizes["theme"]]
terms = theme_terms(database, selection, tuple(shown), rank)
for pair in (shown[place : place + 2] for place in range(0, len(shown), 2)):
    opened = []
    for column, theme in zip(st.columns(2), pair, strict=False):
        own = terms[terms["theme"] == theme]
        with column:
            n_sentences = int(sizes.loc[sizes["theme"] == theme, "n_sentences"].iloc[0])
            opened.append(draw(panel.term_chart(theme, own, n_sentences, themes)) if len(own) else None)
    for theme, mark in zip(pair, opened, strict=True):
        evidence(database, selection, mark, f"terms-{theme}", themes)
