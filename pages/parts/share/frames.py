"""A chart, or the claims, inside another page: the code of a frame, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.queries.engine.database import records
from analysis.queries.rows import fact_rows, n_facts
from display.chart import Chart
from display.charts.look import CONFIG
from display.safe import text
from pages.parts import address
from pages.parts.claims.claim import Look, claims_html
from pages.parts.saying import say
from pages.parts.share.kept import link_to
from pages.parts.view import View, counted
from sharing.report.charts import chart_of, charts_of
from sharing.shared import Shared

SHOW = "show"  # the key of the URL that says what a frame shows
LIST = "claims"
PAGE = "embed"
N_CLAIMS = 10
WIDTH, ROOM = 720, 190  # pixels: of a frame, and of it around the figure of a chart
HEIGHT_OF_LIST = 800
IN_A_FRAME = Look(has_ways=False, has_tools=False)
ABOUT = (
    "Paste this into another page: it shows one chart, or the first claims, always of the newest snapshot, and leads "
    "here. The server must let that page hold it: the setting DOSSIER_FRAMES names who may."
)


def draw_code(shared: Shared) -> None:
    """Let the user choose what a frame shows, and give its code; nothing is counted while the box is closed."""
    box = st.expander(
        "Embed in another page", icon=":material/code:", key="share-frame", expanded=is_asked(), on_change="rerun"
    )
    if box.open:
        with box:
            _code(shared)


def is_asked() -> bool:
    """Whether the URL says what a frame shows."""
    return bool(address.value(SHOW))


def _code(shared: Shared) -> None:
    charts = charts_of(shared.view)
    n_claims = min(n_facts(shared.view.database, shared.view.selection), N_CLAIMS)
    labels = {chart.key: chart.title for chart in charts} | {LIST: f"The first {counted(n_claims)}"}
    say(ABOUT)
    chosen = st.selectbox(
        "What the frame shows",
        list(labels),
        format_func=lambda key: labels.get(key, key),
        width=360,
        **address.held(SHOW, labels, next(iter(labels))),
    )
    st.code(code(str(chosen), labels[str(chosen)], charts), language=None, wrap_lines=True)


def code(key: str, title: str, charts: Sequence[Chart]) -> str:
    """The HTML of a frame."""
    chart = next((one for one in charts if one.key == key), None)
    height = int(chart.figure.layout.height) + ROOM if chart else HEIGHT_OF_LIST
    href = text(link_to(PAGE, show=key, embed="true"))
    return (
        f'<iframe src="{href}" title="{text(title)}" width="{WIDTH}" height="{height}" loading="lazy" '
        'style="border:0;max-width:100%"></iframe>'
    )


def draw_frame(view: View, shared: Shared) -> None:
    """Draw what a frame shows, its source, and the way to the dashboard."""
    key = address.value(SHOW, LIST)
    chart = chart_of(view, key)
    if chart:
        st.html(f'<h1 class="d-title">{text(chart.title)}</h1><p class="d-say">{text(chart.takeaway)}</p>')
        st.plotly_chart(chart.figure, config=CONFIG, key="framed", alt=f"{chart.title}. {chart.takeaway}")
    else:
        rows = records(fact_rows(view.database, view.selection, page=(0, N_CLAIMS), order="-worth"))
        st.html('<h1 class="d-title">Claims</h1>' + _opening_outside(claims_html(view, rows, IN_A_FRAME)))
    st.html(source_html(shared))


def source_html(shared: Shared) -> str:
    """The source of what a frame shows: the filters, the snapshot, and a link that opens the dashboard."""
    filters = "; ".join(shared.filters) or "all reports"
    snapshot = text(shared.view.database.snapshot.name)
    link = f'<a href="{text(link_to(""))}" target="_blank" rel="noopener">Open in Dossier</a>'
    return f'<p class="d-note">Source: Dossier, {text(filters)}, {snapshot}. {link}</p>'


def _opening_outside(html: str) -> str:
    """HTML of our own whose links open outside of the frame."""
    return html.replace('<a href="./', '<a target="_blank" rel="noopener" href="./').replace(
        '<a class="d-way" href="./', '<a class="d-way" target="_blank" rel="noopener" href="./'
    )
