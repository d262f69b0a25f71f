"""What will be in the briefing and at the top of the report."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from display.once import once
from display.view import View
from sharing.briefing.choose import briefing
from sharing.briefing.html import briefing_html
from sharing.shared import Shared

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def preview(shared: Shared) -> None:
    """Draw the briefing."""
    with st.container(border=True, key="share-preview"):
        st.html(f'<h2 class="d-title">Preview of the briefing</h2>{_html(shared.view, shared.has_texts)}')


@once
def _html(view: View, has_texts: bool) -> str:
    """The briefing as HTML; it says no time and no address."""
    shared = Shared(view=view, at=NO_TIME, has_texts=has_texts)
    return f'<div class="d-briefing">{briefing_html(briefing(shared), shared)}</div>'
