"""The facts by one of their values: a table of groups, and the group that is open."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.fields.cut import Cut, Cuts
from analysis.fields.status import STATUSES
from analysis.queries.engine.database import Database
from analysis.queries.groups import GROUPED, group_cuts, groups
from display import words
from display.fields import ENTRIES
from pages.parts import address
from pages.parts.drawing.draw import say
from pages.parts.evidence.evidence import actions
from pages.parts.facts.ledger import FROM_THE_FIRST
from pages.parts.view import View, counted, noun

# The choices by field, in their order.
GROUPINGS = {
    entry.field: entry.grouping
    for entry in sorted(ENTRIES.values(), key=lambda one: one.grouping.rank if one.grouping else 0)
    if entry.grouping and entry.field in GROUPED
}
BY = {"": "Nothing"} | {name: one.title for name, one in GROUPINGS.items()}
MOST = 100
WITHIN, WITH_STATUS = "within", "within-status"  # the keys of the URL of what is open
CLOSED: dict[str, list[str]] = FROM_THE_FIRST | {WITHIN: [], WITH_STATUS: []}


class Group(NamedTuple):
    """A group that is open."""

    label: str
    cuts: Cuts


def choose_field() -> str:
    """Let the user say by what the facts are grouped; "" is by nothing."""
    held = _closing(address.held("group", BY, ""))
    return str(st.selectbox("Grouped by", list(BY), format_func=_title, width=205, **held) or "")


def choose_group(view: View, by: str) -> Group | None:
    """Let the user open a group; None shows all."""
    if by not in GROUPINGS:
        return None
    database, selection, _ = view
    found = groups(database, selection, by, MOST)
    labels = [_label(database, by, value) for value in found["value"]]
    total = int(found["n_groups"].iloc[0])
    _say(by, labels, found, total)
    _table(by, labels, found)
    label = st.selectbox(
        f"Show the {noun()} of",
        labels,
        placeholder="Choose a group, or click it in the table",
        **address.held(WITHIN, labels),
    )
    if label is None:
        return None
    status = address.value(WITH_STATUS)
    also = (Cut("status", status),) if status in STATUSES else ()
    group = Group(label, (*group_cuts(by, found["value"].iloc[labels.index(label)]), *also))
    _head(database, group, status if also else "")
    return group


def _say(by: str, labels: list[str], found: pd.DataFrame, total: int) -> None:
    noun = "value" if total == 1 else "values"
    most = "" if total <= len(labels) else f" The {len(labels)} largest are shown."
    largest = f"{labels[0]} has most: {counted(int(found['n_facts'].iloc[0]))}."
    say(f"{BY[by]} has {total:,} {noun} here. {largest}{most}")


def _table(by: str, labels: list[str], found: pd.DataFrame) -> None:
    name = f"groups-{by}"
    titles = {words.STATUS[status]: status for status in STATUSES}

    def clicked() -> None:
        cells = st.session_state[name]["selection"]["cells"]
        place = cells[0] if cells and cells[0][0] < len(labels) else None
        status = titles.get(place[1], "") if place else ""
        address.write(CLOSED | {WITHIN: [labels[place[0]]] if place else [], WITH_STATUS: [status] if status else []})

    shown = pd.DataFrame(
        {
            BY[by]: labels,
            noun().capitalize(): found["n_facts"],
            "Reports": found["n_reports"],
            "Independent": found["n_independent"],
            **{title: found[status] for title, status in titles.items()},
        }
    )
    number = st.column_config.NumberColumn(format="localized", width=75)
    most = int(found["n_facts"].max())
    st.dataframe(
        shown,
        hide_index=True,
        key=name,
        on_select=clicked,
        selection_mode="single-cell",
        height=min(38 + 35 * len(shown), 388),
        column_config=dict.fromkeys(("Reports", "Independent", *titles), number)
        | {
            BY[by]: st.column_config.TextColumn(width=200),
            noun().capitalize(): st.column_config.ProgressColumn(
                format="localized", min_value=0, max_value=most, width=130
            ),
        },
        placeholder="",
        alt=f"{noun().capitalize()} by {BY[by].lower()}",
        lazy=False,
    )


def _head(database: Database, group: Group, status: str) -> None:
    """What is open, as a filter for every page, and the way back to all."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="open-group"):
        say(f"The {noun()} of {group.label}{f', {words.STATUS[status].lower()}' if status else ''}:", "d-count")
        actions(database, group.cuts, "group")
        st.button(
            "Show all groups",
            key="close-group",
            icon=":material/close:",
            type="tertiary",
            on_click=address.write,
            args=(CLOSED,),
        )


def _closing(held: address.Held) -> address.Held:
    """The same, and a change closes what is open."""

    def changed(*args: object) -> None:
        held["on_change"](*args)
        address.write(CLOSED)

    return {"key": held["key"], "on_change": changed, "args": held["args"]}


def _label(database: Database, by: str, value: str) -> str:
    return GROUPINGS[by].words.get(value) or ENTRIES[by].show(database, value)


def _title(by: object) -> str:
    return BY.get(str(by), str(by))
