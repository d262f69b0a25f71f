"""What is shared of the view of this run, and the address under which the dashboard is open."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from display.filters.query import query_of
from display.links import address_with
from pages.parts import address
from pages.parts.view import current_view
from sharing.shared import Shared

TEXTS, NO = "texts", "no"  # `texts=no` shares no whole sentences


def has_texts() -> bool:
    """Whether the texts of the reports are shared as well."""
    return address.value(TEXTS) != NO


def shared() -> Shared:
    """What is shared now."""
    return Shared(view=current_view(), at=datetime.now(UTC), has_texts=has_texts(), dashboard=dashboard())


def dashboard() -> str:
    """The address of the dashboard, as the browser has it; empty where there is no browser."""
    url = st.context.url or ""
    return f"{url.rpartition('/')[0]}/" if url.startswith(("http://", "https://")) else ""


def link_to(page: str, **more: str) -> str:
    """The whole address of a page with the filters of now."""
    view = current_view()
    query = query_of(view.database, view.selection) | {key: [value] for key, value in more.items()}
    return dashboard() + address_with(page, query).removeprefix("./")
