"""Which topics do the reports fall into?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.engine.database import records
from analysis.queries.topics.found import found_topics, n_reports, typical_reports
from display import charts, words
from display.safe import is_empty, text
from pages.parts import address
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.evidence.record import title_of
from pages.parts.filtered_links import REPORT, address_of
from pages.parts.frame import View, rerun_if_filtered, stop_if_empty
from pages.parts.saying import say_method

FEWEST_REPORTS = 30
TOO_FEW = (
    "{} are too few to find topics honestly: under {} a topic would be one or two reports, or the words of one author. "
    "The themes, which come from a word list, work with any number."
)
EXPLAINED = (
    "Topics are groups of words that stand in the same reports. They are found, not chosen: nobody named them, and the "
    "same reports always give the same ones. Each report counts under its main topic. How well a topic holds together "
    "is how often its words stand in one report: 1 is always, 0 is as by chance, below 0 is less. Believe topics with "
    "a higher number more."
)
METHOD = (
    "Topics are found by non-negative matrix factorisation (NMF) of the weighted terms of all reports. How well one "
    "holds together is its coherence: the normalised pointwise mutual information (NPMI) of its strongest terms."
)


def show(view: View) -> None:
    """Draw this part of the page."""
    database, selection, _ = view
    total = n_reports(database)
    if total < FEWEST_REPORTS:
        say(TOO_FEW.format(words.count(total, "report"), FEWEST_REPORTS))
        return
    found = found_topics(database, selection)
    stop_if_empty(found.empty, "No report of the selection has a topic. Take a filter away above.")
    say(EXPLAINED, "d-note")
    say_method(METHOD)
    row(view, _topics(view))
    typical(view, found)


@once
def _topics(view: View) -> Chart:
    return topics_chart(found_topics(view.database, view.selection))


def topics_chart(found: pd.DataFrame) -> Chart:
    """FOUND_TOPICS."""
    names = topic_names(found)
    top = found.sort_values("n_sentences", ascending=False, kind="stable").iloc[0]
    return Chart(
        key="found",
        title="Topics and their sentences",
        takeaway=f"{words.count(len(found), 'topic')}. “{top['label']}” has most of the selection: "
        f"{words.count(int(top['n_sentences']), 'sentence')} in {words.count(int(top['n_reports']), 'report')}.",
        figure=charts.bars(names, [int(n) for n in found["n_sentences"]], unit="sentences"),
        marks=[
            Mark(name, (Cut("topic", topic_id),), int(n), "sentences")
            for name, topic_id, n in zip(names, found["topic_id"], found["n_sentences"], strict=True)
        ],
        table=pd.DataFrame(
            {
                "Topic": names,
                "Strongest terms": found["terms"].str.replace("; ", ", ").to_numpy(),
                "Sentences": found["n_sentences"],
                "Reports": found["n_reports"],
                "Reports in all": found["n_documents"],
                "Holds together": found["coherence"].round(2),
            }
        ),
    )


def topic_names(found: pd.DataFrame) -> list[str]:
    """The label of each topic, with its number where another has the same."""
    labels = [str(label) for label in found["label"]]
    return [
        label if labels.count(label) == 1 else f"{label} ({topic_id})"
        for label, topic_id in zip(labels, found["topic_id"], strict=True)
    ]


@st.fragment
def typical(view: View, found: pd.DataFrame) -> None:
    """Draw one topic: its terms, how well it holds together and its most typical reports."""
    rerun_if_filtered()
    names = topic_names(found)
    by_name = dict(zip(names, records(found), strict=True))
    with st.container(border=True, key="typical"):
        st.header("One topic", anchor=False)
        chosen = st.selectbox("Topic", names, **address.held("topic-of", names, names[0]))
        topic = by_name[str(chosen)]
        say(f"Its terms, the strongest first: {str(topic['terms']).replace('; ', ', ')}.")
        coherence = "cannot be told" if is_empty(topic["coherence"]) else f"{topic['coherence']:.2f}"
        say(f"It holds together: {coherence}. Its most typical reports of the selection, with its share of each:")
        rows = typical_reports(view.database, view.selection, str(topic["topic_id"]))
        st.html(reports_html(rows))


def reports_html(rows: pd.DataFrame) -> str:
    """TYPICAL as a list of links."""
    items = []
    for report in records(rows):
        title = title_of(report["title"], report["source_id"])
        href = text(address_of(REPORT, doc=str(report["doc_id"])))
        items.append(
            f'<li><a href="{href}" dir="auto">{text(title)}</a> <span class="d-note">'
            f"{text(words.origin(report))} · {report['weight']:.0%}</span></li>"
        )
    return f'<ol class="d-report">{"".join(items)}</ol>'
