"""Where do themes stand: in which publications, with which people, in which months?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.queries.engine.conditions import cut
from analysis.queries.engine.database import Database, records
from analysis.queries.topics.matrices import theme_matrix
from display import words
from display.charts.topics import matrix
from display.fields import ENTRIES
from display.fields.charted import charted
from pages.parts.choose import choose
from pages.parts.drawing.draw import Chart, Mark
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.frame import View, stop_if_empty

BY = {field: charted(field).one.capitalize() for field in ("publisher", "person", "published")}
SHOW = {"count": "Sentences", "share": "Share of the row"}


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, key="matrix-choices"):
        by = choose("Themes by", BY, "publisher", "by")
        shown = choose("Numbers", SHOW, "count", "numbers")
    chart = _matrix(view, by, shown)
    stop_if_empty(
        chart is None, f"No {charted(by).one} stands in a sentence with a theme here. Take a filter away above."
    )
    row(view, chart)


@once
def _matrix(view: View, by: str, shown: str) -> Chart | None:
    cells = theme_matrix(view.database, view.selection, by)
    return matrix_chart(view.database, cells, by, shown, view.themes) if len(cells) else None


def matrix_chart(database: Database, cells: pd.DataFrame, by: str, shown: str, themes: Sequence[str]) -> Chart:
    """MATRIX by one of BY; `shown` is the number of SHOW."""
    columns = {theme: words.theme(theme) for theme in themes if (cells["theme"] == theme).any()}
    firsts = cells.drop_duplicates("value").sort_values("place", kind="stable")
    names = {str(value): ENTRIES[by].show(database, str(value)) for value in firsts["value"]}
    places = {value: place for place, value in enumerate(names)}
    share = cells["n_sentences"] / cells["n_of_value"]
    labels = [f"{columns[theme]} · {names[value]}" for theme, value in zip(cells["theme"], cells["value"], strict=True)]
    drawn = pd.DataFrame(
        {
            "row": [places[value] for value in cells["value"]],
            "theme": cells["theme"],
            "shade": share if shown == "share" else cells["n_sentences"] / cells["n_sentences"].max(),
            "number": [f"{part:.0%}" for part in share]
            if shown == "share"
            else [f"{n:,}" for n in cells["n_sentences"]],
            "hover": [
                f"{name}: {n:,} of {total:,} sentences ({n / total:.0%})"
                for name, n, total in zip(labels, cells["n_sentences"], cells["n_of_value"], strict=True)
            ],
        }
    )
    marks = [
        Mark(name, (cut("theme", theme), cut(by, value)), int(n), "sentences")
        for name, theme, value, n in zip(labels, cells["theme"], cells["value"], cells["n_sentences"], strict=True)
    ]
    return Chart(
        key=f"matrix-{by}",
        title=f"Themes by {BY[by].lower()}",
        takeaway=takeaway(cells, names, columns, by),
        figure=matrix(drawn, list(names.values()), columns, themes),
        marks=marks,
        table=table(cells, names, columns, BY[by]),
        cells={
            (places[value], columns[theme]): number
            for number, (theme, value) in enumerate(zip(cells["theme"], cells["value"], strict=True))
        },
    )


def takeaway(cells: pd.DataFrame, names: dict[str, str], columns: dict[str, str], by: str) -> str:
    """The largest cell, and how much of what there is can be seen."""
    top = cells.sort_values("n_sentences", ascending=False, kind="stable").iloc[0]
    total = int(top["n_values"])
    which = {"published": "the latest"}.get(by, "those with most sentences")
    seen = f" The {len(names):,} of {total:,} {charted(by).many} shown are {which}." if total > len(names) else ""
    return (
        f"Most sentences: {columns[top['theme']]} · {names[top['value']]}, {int(top['n_sentences']):,} of "
        f"{int(top['n_of_value']):,}. A sentence of two themes counts in both.{seen}"
    )


def table(cells: pd.DataFrame, names: dict[str, str], columns: dict[str, str], head: str) -> pd.DataFrame:
    """The cells as a table: a row for each publisher, person or time, a column for each theme; nothing counts 0."""
    counts = {(row["value"], row["theme"]): int(row["n_sentences"]) for row in records(cells)}
    found: dict[str, list[object]] = {head: list(names.values())}
    for theme, name in columns.items():
        found[name] = [counts.get((value, theme), 0) for value in names]
    return pd.DataFrame(found)
