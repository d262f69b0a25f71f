"""How do two selections differ in claims and words? One is the filters of now, the other what is chosen here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut, Cuts
from analysis.fields.days import days_of, period
from analysis.queries import known_values
from analysis.queries.engine.conditions import SENTENCE_TESTS
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import facet_values
from analysis.queries.topics.compare import (
    ENOUGH_SENTENCES,
    ENOUGH_Z,
    differences,
    everything_else,
    two_sides,
)
from analysis.queries.topics.sides import times_of_sides
from display import words
from display.charts.topics import side_bars
from display.dates import order
from display.fields import ENTRIES
from display.fields.charted import charted
from display.fields.chip import chip
from display.safe import shortened
from pages.parts import address
from pages.parts.choose import choose
from pages.parts.data import read_user_store
from pages.parts.drawing.draw import Chart, Mark, say
from pages.parts.drawing.once import once
from pages.parts.drawing.row import row
from pages.parts.filters import selected
from pages.parts.frame import View
from pages.parts.saying import say_method
from pages.parts.topics.sides import Side, sides_html

KINDS = {
    "rest": "Everything else",
    **{field: f"A {charted(field).one}" for field in ("theme", "publisher", "person")},
    "period": "When it happened",
    "published": "When it was published",
    "view": "A saved view",
}
CALENDAR = (date(1900, 1, 1), date(2099, 12, 31))
MOST_VALUES = 200
FEW_SENTENCES = 20


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(border=True, key="sides"):
        say("One side is what the filters of now let through. The other side has the same filters, and:")
        kind = choose("The other side", KINDS, "rest", "against")
        right = other_side(view, kind)
    if right is None:
        return
    left = this_side(view, right, kind)
    sizes = two_sides(view.database, left.selection, right.selection).iloc[0]
    if not (sizes["n_left"] and sizes["n_right"]):
        say(f"There is no sentence on the side of {right.name if sizes['n_left'] else left.name}. Choose another.")
        return
    say(about(sizes, left, right))
    with st.container(key="two-sides"):
        st.html(sides_html(view, left, right))
    st.html('<h2 class="d-title">Words</h2>')
    counted = (int(sizes["n_left"]), int(sizes["n_right"]))
    columns = st.columns(2)
    for column, own, chart in zip(columns, (left, right), _side_charts(view, left, right, counted), strict=True):
        with column:
            if chart is None:
                say(f"No term stands out in {own.name}.")
            row(View(view.database, own.selection, view.themes), chart)
    say(EXPLAINED, "d-note")
    say_method(METHOD)


@once
def _side_charts(view: View, left: Side, right: Side, counted: tuple[int, int]) -> tuple[Chart | None, ...]:
    """The chart of each side; none where no term stands out in it."""
    found = differences(view.database, left.selection, right.selection, counted)
    parts = [found[(found["z"] > 0) == is_left].reset_index(drop=True) for is_left in (True, False)]
    return tuple(
        side_chart(part, own, own is left) if len(part) else None
        for part, own in zip(parts, (left, right), strict=True)
    )


EXPLAINED = (
    "The longer a bar, the surer it is that the term belongs to its side; the numbers are sentences here and on the "
    "other side. A hatched grey bar has too little evidence: one term in twenty comes so far by chance, or it stands "
    f"in fewer than {ENOUGH_SENTENCES} sentences in all."
)
METHOD = (
    "How far a term stands out is the z-score of its log-odds ratio, with all reports as the prior (Monroe, Colaresi "
    f"and Quinn 2008). A bar is hatched where z is under {ENOUGH_Z}."
)


def about(sizes: pd.Series[Any], left: Side, right: Side) -> str:
    """How large the sides are, and what they share."""
    said = [
        f"{words.count(int(sizes[f'n_{side}']), 'sentence')} of {words.count(int(sizes[f'reports_{side}']), 'report')} "
        f"in {name}"
        for side, name in (("left", left.name), ("right", right.name))
    ]
    both = f" {words.count(int(sizes['n_both']), 'sentence')} on both sides count on each." if sizes["n_both"] else ""
    few = min(sizes["n_left"], sizes["n_right"]) < FEW_SENTENCES
    return f"{said[0]}, {said[1]}.{both}{' That is little to compare.' if few else ''}"


def side_chart(found: pd.DataFrame, side: Side, is_left: bool) -> Chart:
    """The rows of DIFFERENCES that stand out on one side."""
    own, other = ("n_left", "n_right") if is_left else ("n_right", "n_left")
    names = [str(term) for term in found["term"]]
    counts = [f"{here:,} : {there:,}" for here, there in zip(found[own], found[other], strict=True)]
    enough = [bool(value) for value in found["is_enough"]]
    strong = [f"“{name}”" for name, is_enough in zip(names, enough, strict=True) if is_enough][:3]
    takeaway = f"{words.listed(strong)} stand out here." if strong else "There is too little evidence for any term."
    return Chart(
        key=f"side-{'left' if is_left else 'right'}",
        title=side.name[:1].upper() + side.name[1:],
        takeaway=takeaway if len(strong) != 1 else takeaway.replace("stand out", "stands out"),
        figure=side_bars(names, [float(z) for z in found["z"]], counts, enough),
        marks=[
            Mark(name, (*cuts_of(side.selection), Cut("term", name)), int(n), "sentences")
            for name, n in zip(names, found[own], strict=True)
        ],
        table=pd.DataFrame(
            {
                "Term": names,
                "Sentences here": found[own],
                "On the other side": found[other],
                "Share here": [f"{part:.2%}" for part in found[own.replace("n_", "share_")]],
                "Share there": [f"{part:.2%}" for part in found[other.replace("n_", "share_")]],
                "z": found["z"].abs().round(2),
                "Evidence": ["enough" if value else "too little" for value in enough],
            }
        ),
    )


def cuts_of(selection: Selection) -> Cuts:
    """The side as cuts, so that "only this" filters by the side as well; none where one value a field cannot say it."""
    is_plain = len(selection.fields()) == len(selection.only) and not selection.hide
    return selection.only if is_plain and set(selection.fields()) <= SENTENCE_TESTS.keys() else ()


def this_side(view: View, right: Side, kind: str) -> Side:
    """What the filters of now let through; where they do not ask for the kind of the other side, without what is there,
    so that no claim is on both."""
    selection = view.selection
    if kind in ENTRIES and kind not in selection.fields():
        selection = selection.hiding(tuple(cut for cut in right.selection.only if cut.field == kind))
    return Side(name_of(view.database, selection), selection)


def name_of(database: Database, selection: Selection) -> str:
    """What the side of the filters is called."""
    if selection.is_everything():
        return "all reports"
    only = [chip(database, cut) for cut in selection.only]
    without = ["without " + " and ".join(chip(database, cut) for cut in cuts) for cuts in selection.hide]
    said = [*only, *without] if only else [f"all reports {without[0]}", *without[1:]]
    return shortened(", ".join(said), 60)


def other_side(view: View, kind: str) -> Side | None:
    """What is chosen for the other side; None, and why is said, where there is nothing."""
    if kind == "rest":
        return _rest(view.selection)
    if kind == "period":
        return _period(view)
    if kind == "view":
        return _saved(view.database)
    labels = _values(view, kind)
    if not labels:
        say(f"These reports have no {kind}.")
        return None
    names = [*labels]
    chosen = st.selectbox(
        KINDS[kind], names, **address.held(f"against-{kind}", names, _first(names, labels, view, kind))
    )
    if chosen not in labels:
        return None
    return Side(str(chosen), view.selection.narrowed((Cut(kind, labels[str(chosen)]),)))


def _first(names: Sequence[str], labels: dict[str, str], view: View, kind: str) -> str:
    """The first value that the filters of now do not already ask for."""
    return next((name for name in names if labels[name] not in view.selection.values(kind)), names[0])


def _rest(selection: Selection) -> Side | None:
    rest = everything_else(selection)
    if rest is None:
        say("No filter is set, so nothing is left for the other side: set a filter, or choose another side.")
        return None
    return Side("everything else", rest)


def _values(view: View, kind: str) -> dict[str, str]:
    """The values of a kind by their names, the commonest first."""
    database, selection, _ = view
    if kind == "theme":
        values = [str(value) for value in known_values.theme_values(database)["theme"]]
    elif kind == "published":
        found = times_of_sides(database, selection.without_filters())[1][0]
        values = [str(value) for value in found["published"] if value]
    else:
        found = facet_values(database, selection.without_filters(), kind, MOST_VALUES)
        values = [str(value) for value in found["value"]]
    return {ENTRIES[kind].show(database, value): value for value in values}


def _period(view: View) -> Side | None:
    said = address.value("against-period")
    value = said if ENTRIES["period"].find(view.database, said) else ""
    st.session_state["against-period"] = tuple(day for day in days_of(value) if day) if value else ()
    st.date_input(
        "The first and the last day on which it happened",
        min_value=CALENDAR[0],
        max_value=CALENDAR[1],
        key="against-period",
        format=order().field,
        on_change=_picked,
    )
    if not value:
        say("Choose the first and the last day.")
        return None
    return Side(ENTRIES["period"].show(view.database, value), view.selection.narrowed((Cut("period", value),)))


def _picked() -> None:
    days = list(st.session_state["against-period"])
    address.write({"against-period": [period(days[0], days[1])] if len(days) > 1 else []})


MOST_VIEWS = 400  # saved views to choose a side from, as many as the panel shows


def _saved(database: Database) -> Side | None:
    found = read_user_store(lambda written: written.views_like("", MOST_VIEWS)[0])
    views = {view.name: view.address for view in found}
    if not views:
        say("No view is saved yet. Set filters, and save them as a view in the panel of filters.")
        return None
    chosen = st.selectbox(KINDS["view"], list(views), **address.held("against-view", views, next(iter(views))))
    query = parse_qs(views[str(chosen)].partition("?")[2], keep_blank_values=True)
    selection, dropped = selected.read(database, query)
    if dropped:
        say(f"These reports no longer have: {words.listed(list(dropped))}.", "d-note")
    return Side(f"“{chosen}”", selection)
