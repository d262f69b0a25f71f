"""The panels of the Quality page: a sample to check, what the checks say, the measured figures, known errors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import streamlit as st

from analysis.queries.engine.database import Database, Row
from analysis.queries.engine.selection import Selection
from analysis.queries.quality import (
    FIELDS,
    Checked,
    fact_at,
    judgements_csv,
    precision_by_field,
    precision_by_theme,
    sample,
    still_holding,
)
from analysis.user_store.database import NotKept
from analysis.user_store.records import Judgement
from display import day_words, words
from display.charts.intervals import intervals
from display.fields import column_title
from display.quality import MEASURED_TERMS, errors_table, measured_table, measured_words
from display.safe import label_markdown, text
from hosting.asking import Act, may
from pages.parts import address
from pages.parts.claims.claim import ALONE, claims_html
from pages.parts.data import open_user_store, writer
from pages.parts.drawing.draw import Chart, draw, say
from pages.parts.view import counted, current_view, noun

RIGHT, WRONG = "Right", "Wrong"
FIELD = {
    "actor": column_title("actor"),
    "action": column_title("action"),
    "target": column_title("target"),
    "place": column_title("site"),
    "when": column_title("period"),
    "status": column_title("status"),
    "source": column_title("said_by"),
    "theme": column_title("theme"),
}
EMPTY_MEANS = {"source": "the report itself", "theme": words.NO_THEME}
NUMBER = "sample"
MOST_SAMPLES = 100_000
READ_ONLY = "This server is read-only for you: editors say here what is right."


def check_a_sample(
    database: Database, selection: Selection, themes: Sequence[str], judgements: Sequence[Judgement]
) -> None:
    """Show the facts of the sample that nobody has judged yet, one by one."""
    with st.container(border=True, key="check"):
        st.header("Check a sample", anchor=False)
        number = address.number(NUMBER, MOST_SAMPLES)
        drawn = sample(database, selection, number)
        judged = {one.fact_id for one in judgements}
        left = [row for fact_id, row in drawn.items() if fact_id not in judged]
        if not drawn:
            say(f"No {noun(1)} fits all filters at once. Take one away to draw a sample.")
            return
        say(
            f"{counted(len(drawn))} drawn at random from the selection: read the sentence and say what is "
            f"right. {len(drawn) - len(left)} of {len(drawn)} are checked. What you say is kept."
        )
        st.progress((len(drawn) - len(left)) / len(drawn))
        if left:
            row = fact_at(database, left[0])
            st.html(claims_html(current_view(), [row], ALONE))
            if may(Act.SAVE):
                _judge(row)
            else:
                say(READ_ONLY, "d-note")
        else:
            say("The sample is checked. Below is what it says; another sample makes it surer.")
        st.button("Draw another sample", on_click=_another, args=(number,), icon=":material/casino:")


def _another(number: int) -> None:
    address.write({NUMBER: [str(number + 1)]})


def _judge(row: Row) -> None:
    """Let the user judge each field of the fact, then keep it."""
    fact_id = str(row["fact_id"])
    with st.form(f"judge-{fact_id}", border=False):
        for start in range(0, len(FIELDS), 4):
            for column, name in zip(st.columns(4), list(FIELDS)[start : start + 4], strict=True):
                with column, st.container(gap="xxsmall"):
                    st.html(f'<p class="d-asked"><b>{FIELD[name]}</b> {text(shown_value(row, name))}</p>')
                    st.segmented_control(
                        FIELD[name], [RIGHT, WRONG], key=f"{fact_id}-{name}", label_visibility="collapsed"
                    )
        with st.container(horizontal=True):
            is_kept = st.form_submit_button("Keep, and show the next", type="primary")
            is_all_right = st.form_submit_button("Everything is right", icon=":material/done_all:")
    said = {name: RIGHT if is_all_right else st.session_state.get(f"{fact_id}-{name}") for name in FIELDS}
    if is_kept and None in said.values():
        st.info("Say right or wrong for every field, then keep it.")
    elif is_kept or is_all_right:
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        _keep([Judgement(fact_id, name, FIELDS[name](row), said[name] == RIGHT, now) for name in FIELDS])


def _keep(judgements: Sequence[Judgement]) -> None:
    """Keep what was said of a fact and go on to the next; say it when it is not kept."""
    try:
        open_user_store().judge(judgements, writer())
    except NotKept as fault:
        st.error(f"What you said of this {noun(1)} was not saved: {label_markdown(fault)}. Press again to try again.")
    else:
        st.rerun()


def shown_value(row: Row, name: str) -> str:
    """What a field of the fact says, in the words of the screen."""
    if name == "when":
        return day_words.when(row) or "not stated"
    value = FIELDS[name](row)
    if not value:
        return EMPTY_MEANS.get(name, "not stated")
    return {"status": words.STATUS.get(value, value), "theme": words.theme(value)}.get(name, value)


def what_the_checks_say(database: Database, judgements: Sequence[Judgement]) -> None:
    """Show how many judged fields are right, by field and by theme, each with its interval."""
    checked = still_holding(database, judgements)
    if not checked:
        return
    n_facts = len({one.judgement.fact_id for one in checked})
    left, right = st.columns(2)
    with left:
        _precision_chart("field", "Right by field", precision_by_field(checked), FIELD, n_facts)
    with right:
        names = {name: words.theme(name) for name in {str(one.row["theme"] or "") for one in checked}}
        _precision_chart("theme", "Right by theme", precision_by_theme(checked), names, n_facts)
    _download(checked)


def _precision_chart(key: str, title: str, frame: pd.DataFrame, names: dict[str, str], n_facts: int) -> None:
    labels = [names.get(name, name) for name in frame["name"]]
    worst = int(np.argmin(frame["precision"].to_numpy()))
    takeaway = (
        f"{counted(n_facts)} checked. {labels[worst]} is right least often: "
        f"{frame['n_right'].iloc[worst]} of {frame['n_judged'].iloc[worst]}. Lines are 95 % intervals."
    )
    table = pd.DataFrame(
        {
            title.removeprefix("Right by ").capitalize(): labels,
            "Right": frame["n_right"],
            "Checked": frame["n_judged"],
            "Share": [f"{share:.0%}" for share in frame["precision"]],
            "95 % interval": [
                f"{low:.0%} to {high:.0%}" for low, high in zip(frame["low"], frame["high"], strict=True)
            ],
        }
    )
    draw(
        Chart(
            key=f"quality-{key}", title=title, takeaway=takeaway, figure=intervals(labels, frame), marks=[], table=table
        )
    )


def _download(checked: Sequence[Checked]) -> None:
    st.download_button(
        f"Download {words.count(len(checked), 'judgement')} (CSV)",
        data=b"\xef\xbb\xbf" + judgements_csv(checked).encode(),
        file_name="judgements.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def measured() -> None:
    """Show the figures measured on labelled data."""
    with st.container(border=True, key="measured"):
        st.header("Measured on labelled news", anchor=False)
        say(measured_words())
        say(MEASURED_TERMS, "d-note")
        st.html(measured_table())


def goes_wrong() -> None:
    """List what is known to go wrong, with examples."""
    with st.container(border=True, key="known-errors"):
        st.header("What is known to go wrong", anchor=False)
        st.html(errors_table())
