"""The charts of one person, organisation or place. Every mark has the cut of the entity beside its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut
from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import records
from analysis.queries.profile import Window
from display import charts, day_words, words
from display.fields import ENTRIES
from display.fields.charted import is_coloured, title_of_bars
from display.palette import theme_colour
from display.safe import is_empty, text
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.view import counted, noun, unit_words

PARTS = {
    "actor": ("As the one who acts", "actor"),
    "target": ("As the one it is done to", "target"),
    "place": ("As the place", "site"),
    "source": ("As the one who says so", "said_by"),
    "any": ("In any part", "entity"),
}


def profile_head(profile: pd.Series[Any], roles: pd.DataFrame) -> None:
    """Name, kind, country, roles and the time in which the entity is named."""
    facts = [words.kind_of(profile["label"])]
    if not is_empty(profile["country"]):
        facts.append(words.country(profile["country"]))
    times, reports = (int(profile[name]) for name in ("n_mentions", "n_documents"))
    facts.append(f"named {words.count(times, 'time')} in {words.count(reports, 'report')} of all")
    if when := day_words.days(profile["first_day"], profile["end_day"]):
        facts.append(f"in reports of {when}")
    line = "".join(f"<span>{text(part)}</span>" for part in facts)
    role = words.listed([str(role) for role in roles["role"].head(4)])
    office = f'<p class="d-say" dir="auto">{text(role)}</p>' if role else ""
    st.html(f'<h2 class="d-headline" dir="auto">{text(profile["name"])}</h2>{office}<p class="d-meta">{line}</p>')


def forms_table(forms: pd.DataFrame) -> None:
    """NAME_FORMS with the rule that joined each."""
    shown = forms.rename(
        columns={"text": "Spelling", "n_mentions": "Times named", "rule": "Why it is the same", "score": "How sure"}
    )
    st.dataframe(
        shown,
        hide_index=True,
        key="forms",
        alt="Name forms and why they were joined",
        lazy=False,
        column_config={"How sure": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)},
    )


def part_marks(parts: pd.DataFrame, entity_id: str) -> list[Mark]:
    """A mark for each of PARTS that a fact has."""
    n_of = dict(zip(parts["part"], parts["n_facts"], strict=True))
    return [
        Mark(label, (cut(field, entity_id),), int(n_of[part])) for part, (label, field) in PARTS.items() if part in n_of
    ]


def said_mark(name: str, entity_id: str, n_sentences: int) -> Mark:
    """The sentences in which the entity speaks."""
    return Mark(f"What {name} says", (cut("speaks", entity_id),), n_sentences, "sentences")


def partner_chart(partners: pd.DataFrame, entity_id: str, name: str, is_actor: bool) -> Chart | None:
    """Whom it acts on, or who acts on it; None for nobody."""
    rows = records(partners[partners["is_actor"] == is_actor])
    title = f"Whom {name} acts on" if is_actor else f"Who acts on {name}"
    own, other = ("actor", "target") if is_actor else ("target", "actor")
    marks = [
        Mark(_label(row, rows), (cut(own, entity_id), cut(other, row["entity_id"])), row["n_facts"]) for row in rows
    ]
    return _bars("acts-on" if is_actor else "acted-on-by", title, marks, "Name")


def company_chart(company: pd.DataFrame, entity_id: str, name: str) -> Chart | None:
    """Who is named beside it."""
    rows = records(company)
    marks = [
        Mark(
            _label(row, rows),
            (cut("entity", entity_id), cut("also", row["entity_id"])),
            row["n_sentences"],
            "sentences",
        )
        for row in rows
    ]
    return _bars("named-with", f"Who is named with {name}", marks, "Name")


def value_chart(counts: pd.DataFrame, field: str, entity_id: str, themes: Sequence[str]) -> Chart | None:
    """The facts with the entity by theme, publisher or status."""
    entry, rows = ENTRIES[field], records(counts)
    marks = [
        Mark(entry.label(row["value"]), (cut("entity", entity_id), cut(field, row["value"])), row["n_facts"])
        for row in rows
    ]
    colours = [theme_colour(row["value"], themes) for row in rows] if is_coloured(field) else None
    return _bars(f"profile-{field}", title_of_bars(field, noun().capitalize()), marks, entry.title, colours)


def time_chart(times: pd.DataFrame, shown: Window, entity_id: str) -> Chart:
    """The facts with the entity by month or year."""
    rows = records(times)
    marks = [
        Mark(
            day_words.bucket(row["bucket"], shown.bucket),
            (cut("entity", entity_id), cut(shown.bucket, row["bucket"])),
            row["n_facts"],
        )
        for row in rows
    ]
    most = max(marks, key=lambda mark: mark.n_rows)
    return Chart(
        key="profile-time",
        title=f"By {shown.bucket} in which it happens",
        takeaway=f"{most.label} has most: {counted(most.n_rows)}.",
        figure=charts.columns([mark.label for mark in marks], [mark.n_rows for mark in marks], noun()),
        marks=marks,
        table=_table(marks, shown.bucket.capitalize()),
    )


def outside_marks(counts: Sequence[tuple[Cut, int]], entity_id: str, shown: Window | None) -> list[Mark]:
    """What the columns over time leave out, each with its number."""
    bucket = shown.bucket if shown else "month"
    first, end = (day_words.bucket(day, bucket) for day in (shown.first_day, shown.end_day)) if shown else ("", "")
    said = {
        "undated": "Without a date",
        f"longer_than_{bucket}": f"Longer than a {bucket}",
        f"{bucket}s_before": f"Before {first}",
        f"{bucket}s_from": f"{end} or later",
    }
    return [Mark(said[one.field], (cut("entity", entity_id), one), n) for one, n in counts]


def _label(row: dict[str, Any], rows: Sequence[dict[str, Any]]) -> str:
    """The name, with the id where another of the rows has the same."""
    is_alone = [other["name"] for other in rows].count(row["name"]) == 1
    return str(row["name"]) if is_alone else f"{row['name']} [{row['entity_id']}]"


def _bars(
    key: str, title: str, marks: Sequence[Mark], column: str, colours: Sequence[str] | None = None
) -> Chart | None:
    if not marks:
        return None
    unit = marks[0].unit
    first = marks[0]
    return Chart(
        key=key,
        title=title,
        takeaway=f"{first.label} comes first, with {counted(first.n_rows, unit)}."
        if len(marks) > 1
        else f"Nothing but {first.label}: {counted(first.n_rows, unit)}.",
        figure=charts.bars([mark.label for mark in marks], [mark.n_rows for mark in marks], colours, unit_words(unit)),
        marks=marks,
        table=_table(marks, column),
    )


def _table(marks: Sequence[Mark], column: str) -> pd.DataFrame:
    unit = unit_words(marks[0].unit).capitalize()
    return pd.DataFrame({column: [mark.label for mark in marks], unit: [mark.n_rows for mark in marks]})
