"""People and places: who is named, who with whom, and one of them in full."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.queries.conditions import cut
from analysis.queries.database import records
from pages.parts import charts, words
from pages.parts.draw import Chart, Mark
from pages.parts.layout import layout
from pages.parts.safe import is_empty, text

MOST_BARS = 15
MOST_NODES = 20


def named_chart(named: pd.DataFrame) -> Chart:
    """NAMED, the first MOST_BARS."""
    few = named.head(MOST_BARS)
    labels = name_labels(few)
    return Chart(
        key="named",
        title="Who is named most",
        takeaway=_most_named(few),
        figure=charts.bars(labels, [int(n) for n in few["n_sentences"]], unit="sentences"),
        marks=[
            Mark(label, (cut("entity", key),), int(n), "sentences")
            for label, key, n in zip(labels, few["entity_id"], few["n_sentences"], strict=True)
        ],
        table=named_table(named),
    )


def named_table(named: pd.DataFrame) -> pd.DataFrame:
    """NAMED in the words of the screen."""
    return pd.DataFrame(
        {
            "Name": named["name"],
            "Kind": [words.kind_of(label) for label in named["label"]],
            "Title or office": named["role"],
            "Country": [words.country(code) for code in named["country"]],
            "Sentences": named["n_sentences"],
            "Reports": named["n_reports"],
        }
    )


def name_labels(named: pd.DataFrame) -> list[str]:
    """The name of each entity, with its kind where another has the same name."""
    names = [str(name) for name in named["name"]]
    labels = [
        name if names.count(name) == 1 else f"{name} ({words.kind_of(label).lower()})"
        for name, label in zip(names, named["label"], strict=True)
    ]
    keys = list(named["entity_id"])
    return [label if labels.count(label) == 1 else f"{label} {key}" for label, key in zip(labels, keys, strict=True)]


def network_chart(named: pd.DataFrame, pairs: pd.DataFrame) -> Chart:
    """TOGETHER of the first MOST_NODES of NAMED. The figure opens a name, the select box also a pair."""
    few = named.head(MOST_NODES)
    labels = name_labels(few)
    names = dict(zip(few["entity_id"], labels, strict=True))
    marks = [
        Mark(label, (cut("entity", key),), int(n), "sentences")
        for label, key, n in zip(labels, few["entity_id"], few["n_sentences"], strict=True)
    ]
    marks += [
        Mark(
            f"{names[row['left_id']]} with {names[row['right_id']]}",
            (cut("entity", row["left_id"]), cut("also", row["right_id"])),
            row["n_sentences"],
            "sentences",
        )
        for row in records(pairs)
    ]
    return Chart(
        key="together",
        title="Who is named together",
        takeaway=_closest(pairs),
        figure=charts.network(few, pairs, layout(list(few["entity_id"]), pairs)),
        marks=marks,
        table=pairs[["left_name", "right_name", "n_sentences"]].rename(
            columns={"left_name": "Name", "right_name": "Named with", "n_sentences": "Sentences"}
        ),
    )


def profile_head(profile: pd.Series[Any], roles: pd.DataFrame) -> None:
    """Name, kind, country, roles and the time in which the entity is named."""
    facts = [words.kind_of(profile["label"])]
    if not is_empty(profile["country"]):
        facts.append(words.country(profile["country"]))
    times, reports = (int(profile[name]) for name in ("n_mentions", "n_documents"))
    facts.append(f"named {words.count(times, 'time')} in {words.count(reports, 'report')}")
    if when := words.days(profile["first_day"], profile["end_day"]):
        facts.append(f"in reports of {when}")
    line = "".join(f"<span>{text(part)}</span>" for part in facts)
    role = words.listed([str(role) for role in roles["role"].head(4)])
    office = f'<p class="d-say" dir="auto">{text(role)}</p>' if role else ""
    st.html(f'<h3 class="d-headline" dir="auto">{text(profile["name"])}</h3>{office}<p class="d-meta">{line}</p>')


def forms_table(forms: pd.DataFrame) -> None:
    """NAME_FORMS with the rule that joined each."""
    shown = forms.rename(
        columns={"text": "Name form", "n_mentions": "Mentions", "rule": "Why it is the same", "score": "How sure"}
    )
    st.dataframe(
        shown,
        hide_index=True,
        key="forms",
        alt="Name forms and why they were joined",
        lazy=False,
        column_config={"How sure": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)},
    )


def _most_named(named: pd.DataFrame) -> str:
    if named.empty:
        return "Nobody is named."
    first = named.iloc[0]
    return (
        f"{first['name']} is named in {words.count(int(first['n_sentences']), 'sentence')} of "
        f"{words.count(int(first['n_reports']), 'report')}, more than anyone else."
        if len(named) > 1
        else f"Only {first['name']} is named, in {words.count(int(first['n_sentences']), 'sentence')}."
    )


def _closest(pairs: pd.DataFrame) -> str:
    if pairs.empty:
        return "No two of them stand in one sentence."
    first = pairs.iloc[0]
    return (
        f"{first['left_name']} and {first['right_name']} stand together most often: in "
        f"{words.count(int(first['n_sentences']), 'sentence')}. A circle is a person, a square an organisation, "
        "a diamond a place, a triangle another name."
    )
