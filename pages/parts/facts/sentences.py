"""The page Facts as sentences: the claims one below the other, each with its evidence to fold out."""

from __future__ import annotations

import streamlit as st

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import records
from analysis.queries.rows import fact_rows, n_facts
from pages.parts import address
from pages.parts.claims.claim import claims_html
from pages.parts.drawing.once import once_with_links
from pages.parts.view import View

PAGE = 20


def sentences(view: View, cuts: Cuts, order: str) -> None:
    """Draw a page of the claims that the cuts let through."""
    n_pages = -(-n_facts(view.database, view.selection, cuts) // PAGE)
    with st.container(key="claims"):
        slot = st.container()
        number = st.pagination(n_pages, **address.held_page("page", n_pages)) if n_pages > 1 else 1
        with slot:
            st.html(page_of_claims(view, cuts, order, (number - 1) * PAGE))


@once_with_links
def page_of_claims(view: View, cuts: Cuts, order: str, first: int) -> str:
    """PAGE claims from the one at `first`, as HTML."""
    return claims_html(view, records(fact_rows(view.database, view.selection, cuts, (first, PAGE), order)))
