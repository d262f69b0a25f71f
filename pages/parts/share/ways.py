"""The ways to share a view, four boxes side by side. Files are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from display.safe import text
from pages.parts.drawing.saving import file_name
from pages.parts.saying import say
from pages.parts.share.kept import link_to
from sharing.briefing.files import briefing_file
from sharing.data.files import data_file
from sharing.missing import is_there
from sharing.report.page import report_html, title_words
from sharing.shared import Shared
from sharing.tables.asked import CLAIMS
from sharing.tables.files import table_file

MIME = {
    ".html": "text/html",
    ".zip": "application/zip",
    ".md": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NEEDS = {".docx": "docx", ".xlsx": "xlsxwriter"}  # endings whose package is an extra
NAME = {".docx": "Word document", ".md": "Markdown", ".csv": "CSV", ".xlsx": "Excel", ".jsonl": "JSON Lines"}
LINK = "Whoever can open this dashboard sees the same filters. The snapshot may be a newer one by then."
REPORT = "One file that opens in any browser, from a disk or a mail, and asks for nothing. It filters, and prints."
BRIEFING = "By theme the claims of most worth as sentences, with their sources as footnotes."
DATA = "Each claim with its sentence and its report, one a row; or all tables, the network and more."


def draw_ways(shared: Shared) -> None:
    """Draw the ways to share."""
    name = file_name(title_words(shared))
    boxes = st.columns(4)
    with boxes[0], _box("Link", LINK):
        st.code(link_to(""), language=None, wrap_lines=True)
    with boxes[1], _box("Report", REPORT):
        _download("Download the report", f"{name}.html", partial(_report, shared), is_first=True)
    with boxes[2], _box("Briefing", BRIEFING):
        for ending in (".docx", ".md"):
            if _can(ending):
                _download(NAME[ending], f"briefing-{name}{ending}", partial(briefing_file, shared, ending))
    with boxes[3], _box("Data", DATA):
        for ending in (".xlsx", ".csv", ".parquet", ".jsonl"):
            if _can(ending):
                label = NAME.get(ending, ending[1:].capitalize())
                _download(label, f"claims-{name}{ending}", partial(table_file, shared, CLAIMS, ending))
        _download("All data (ZIP)", f"data-{name}.zip", partial(data_file, shared))


def _box(title: str, about: str) -> st.delta_generator.DeltaGenerator:
    box = st.container(border=True, height="stretch", key=f"share-{title.lower()}")
    with box:
        st.html(f'<h2 class="d-title">{text(title)}</h2>')
        say(about)
    return box


def _download(label: str, file: str, make: Callable[[], bytes], is_first: bool = False) -> None:
    """A button; the file is made when it is clicked."""
    st.download_button(
        label,
        data=make,
        file_name=file,
        mime=MIME[f".{file.rpartition('.')[2]}"],
        icon=":material/download:",
        type="primary" if is_first else "secondary",
        on_click="ignore",
        width="stretch",
    )


def _report(shared: Shared) -> bytes:
    return report_html(shared).encode("utf-8", "replace")


def _can(ending: str) -> bool:
    return ending not in NEEDS or is_there(NEEDS[ending])
