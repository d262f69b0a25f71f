"""People and places: who is named most."""

from __future__ import annotations

import pandas as pd

from analysis.queries import people
from analysis.queries.engine.conditions import cut
from analysis.queries.people import NAME_FIELDS
from display import charts, words
from display.chart import Chart, Mark
from display.once import once
from display.view import View

A_PAGE = 15
AT_A_GLANCE = 8


@once
def most_named(view: View) -> Chart | None:
    """The chart of the few that are named most; none where nobody is named."""
    named = people.named(view.database, view.selection, page=(0, AT_A_GLANCE))
    beside = people.named_beside(view.database, view.selection)
    return named_chart(named, beside=beside) if len(named) else None


@once
def page_of_named(view: View, kind: str, search: str, total: int, first: int) -> Chart:
    """The chart of one page of who is named, of a kind and with letters of a name; the parts of `named_chart`."""
    named = people.named(view.database, view.selection, kind, search, (first, A_PAGE))
    beside = people.named_beside(view.database, view.selection, kind, search) if not first else None
    return named_chart(named, total, first, beside)


def named_chart(
    named: pd.DataFrame, n_all: int | None = None, first: int = 0, beside: pd.DataFrame | None = None
) -> Chart:
    """One page of NAMED: `n_all` rows there are on all pages, `first` is the place of its first one among them;
    `beside` are those whom the filters by name take away, in grey after the others."""
    n_inside = len(named)
    rows = named if beside is None else pd.concat([named, beside], ignore_index=True)
    labels = name_labels(rows)
    is_outside = [place >= n_inside for place in range(len(rows))]
    takeaway = _most_named(named, n_inside if n_all is None else n_all, first)
    return Chart(
        key="named",
        title="Who is named most",
        takeaway=f"{takeaway} What the filters by name take away is in grey." if any(is_outside) else takeaway,
        figure=charts.bars(labels, [int(n) for n in rows["n_sentences"]], unit="sentences", outside=is_outside),
        marks=[
            Mark(label, (cut("entity", key),), int(n), "sentences", NAME_FIELDS if is_out else ())
            for label, key, n, is_out in zip(labels, rows["entity_id"], rows["n_sentences"], is_outside, strict=True)
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


def name_labels(entities: pd.DataFrame) -> list[str]:
    """A label for each row of a frame with entity_id, name and label: the name, and where another has it too, its kind
    or its id."""
    names = [str(name) for name in entities["name"]]
    labels = [
        name if names.count(name) == 1 else f"{name} ({words.kind_of(label).lower()})"
        for name, label in zip(names, entities["label"], strict=True)
    ]
    keys = [str(key) for key in entities["entity_id"]]
    return [
        label if labels.count(label) == 1 else f"{name} [{key}]"
        for label, name, key in zip(labels, names, keys, strict=True)
    ]


def _most_named(named: pd.DataFrame, n_all: int, first: int) -> str:
    if named.empty:
        return "Nobody is named."
    top = named.iloc[0]
    sentences = words.count(int(top["n_sentences"]), "sentence")
    if n_all == 1:
        return f"Only {top['name']} is named, in {sentences}."
    if first:
        return f"Places {first + 1:,} to {first + len(named):,} of {n_all:,}, by the sentences that name them."
    reports = words.count(int(top["n_reports"]), "report")
    return f"{top['name']} is named in {sentences} of {reports}, more than anyone else."
