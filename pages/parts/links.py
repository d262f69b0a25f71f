"""Links between pages: they take the filters along."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from pages.parts.filters.selected import filters_of_address

REPORT = "pages/read/report.py"


def link(page: str | st.Page, label: str | None = None, icon: str | None = None, **query: str) -> None:
    """Draw a link to a page; `query` is what to open there, with `_` for `-` in its keys."""
    st.page_link(page, label=label, icon=icon, query_params=query_with_filters(query))


def query_with_filters(query: Mapping[str, str]) -> list[tuple[str, str]]:
    """The filters of now and these keys, as pairs for an address."""
    kept = [(key, value) for key, values in filters_of_address().items() for value in values]
    return [*kept, *((key.replace("_", "-"), value) for key, value in query.items())]


def address_of(page: str, **query: str) -> str:
    """The address of a page by its name in the menu, for our own HTML: `./report?theme=Mining&doc=...`."""
    return f"./{page}?{urlencode(query_with_filters(query))}"
