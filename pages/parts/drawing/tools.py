"""What stands above a chart, as one component: title, takeaway, chart or table, files, and what can be opened.

Of Streamlit's own elements (1.67) it would take six. Of five charts they take the browser's main thread 131 ms for
another run against 31 ms, and the first page 1.9 s against 1.0 s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypedDict

import streamlit as st

from pages.parts.browser.source import script
from pages.parts.drawing.saving import Given


class Tools(TypedDict):
    """What the browser draws: `views` are all that there are, `view` the one that is shown; `marks` are the words and
    the number of what can be opened, behind the words `opens`; `given` is a file for the browser to save."""

    title: str
    takeaway: str
    views: Sequence[str]
    view: str
    files: Sequence[str]
    opens: str
    marks: Sequence[tuple[str, int]]
    open: str | None
    given: Given | None


_TOOLS = st.components.v2.component(
    "dossier_chart_tools",
    js=script("dom.js", "save.js", "tools.js"),
    isolate_styles=False,
)


def draw_tools(key: str, tools: Tools, answer: Callable[[str, str], None]) -> None:
    """Draw them; `answer` is called with what was clicked, `view`, `open` or `file`, and with its words, which may be
    anything: a browser is not to be trusted."""
    name = f"tools-{key}"

    def told(what: str) -> Callable[[], None]:
        return lambda: answer(what, str((st.session_state.get(name) or {}).get(what) or ""))

    _TOOLS(
        key=name,
        data=tools,
        height="content",
        on_view_change=told("view"),
        on_open_change=told("open"),
        on_file_change=told("file"),
    )
