"""Which reports are like each other?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.engine.database import Row, records
from analysis.queries.topics.found import map_points
from display import words
from display.charts.topics import report_map
from display.safe import text
from pages.parts.drawing.draw import Chart, Mark, draw, say
from pages.parts.drawing.once import once
from pages.parts.evidence.evidence import evidence
from pages.parts.evidence.record import title_of
from pages.parts.filtered_links import REPORT, address_of, anchor
from pages.parts.frame import View, rerun_if_filtered

FEWEST_ON_MAP = 3
NO_MAP = (
    "There is no map of fewer than {} reports that share terms: the place of a report says how near its words are to "
    "those of others."
)


def show(view: View) -> None:
    """Draw this part of the page."""
    chart = _chart(view)
    if chart is None:
        say(NO_MAP.format(FEWEST_ON_MAP))
        return
    _map(view, chart)


@once
def _chart(view: View) -> Chart | None:
    points = map_points(view.database, view.selection)
    return map_chart(points, view.themes) if len(points) >= FEWEST_ON_MAP else None


@st.fragment
def _map(view: View, chart: Chart) -> None:
    rerun_if_filtered()
    mark = draw(chart)
    if mark:
        st.html(anchor(address_of(REPORT, doc=mark.cuts[0].value), f"Read the report: {text(mark.label)}", "article"))
    evidence(view.database, view.selection, mark, chart.key, view.themes)


def map_chart(points: pd.DataFrame, themes: Sequence[str]) -> Chart:
    """POINTS."""
    rows = records(points)
    labels = map_labels(rows)
    return Chart(
        key="map",
        title="A map of the reports",
        takeaway=takeaway(points),
        figure=report_map(points, themes, labels),
        marks=[
            Mark(label, (Cut("document", str(row["doc_id"])),), int(row["n_sentences"]), "sentences")
            for label, row in zip(labels, rows, strict=True)
        ],
        table=pd.DataFrame(
            {
                "Report": [title_of(row["title"], row["source_id"]) for row in rows],
                "Publisher": [words.publisher(row["publisher"]) for row in rows],
                "Published": [words.published(row["published"], row["published_from"]) for row in rows],
                "Theme": [words.theme(row["theme"]) for row in rows],
                "Topic": points["topic"].fillna(""),
                "Sentences": points["n_sentences"],
            }
        ),
        opens="Show the report",
    )


def map_labels(rows: Sequence[Row]) -> list[str]:
    """The headline of each report, with its publisher and day, and its id where another has the same."""
    labels = [f"{title_of(row['title'], row['source_id'])} · {words.origin(row)}" for row in rows]
    seen = pd.Series(labels).duplicated(keep=False)
    return [
        f"{label} [{row['doc_id']}]" if twice else label for label, row, twice in zip(labels, rows, seen, strict=True)
    ]


def takeaway(points: pd.DataFrame) -> str:
    """What nearness means, and how many reports are shown."""
    total = int(points["n_all"].iloc[0])
    shown = f"A sample of {len(points):,} of {total:,} reports" if total > len(points) else words.count(total, "report")
    if points["topic"].notna().any():
        meaning = "Reports of one topic stand together, and topics with like words near each other"
    else:
        meaning = "Reports that share more terms stand nearer to each other"
    return f"{shown}. {meaning}; the colour is the theme of most sentences. The axes have no meaning."
