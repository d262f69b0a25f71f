"""The filters that hold on every page: their widgets live in the sidebar, their values in the address.

An address has the words of the screen (`?theme=Mining&status=Planned`), so that a link survives a rebuild; a value that
no longer exists is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from analysis.queries import filters as values
from analysis.queries.database import Database, records
from analysis.queries.selection import NONE, Selection
from pages.parts import words
from pages.parts.safe import shortened

LONGEST = 48
KEY_OF_CUT = {"theme": "theme", "status": "status", "publisher": "publisher", "entity": "who"}
# Wide, so that the period of a link is never outside because the reports of today are of other days.
CALENDAR = (date(1900, 1, 1), date(2099, 12, 31))
KEYS = ("theme", "status", "who", "publisher", "period", "words")


@dataclass(frozen=True)
class Choices:
    """The values that can be chosen, with their labels, in the order shown."""

    themes: Mapping[str, str]
    publishers: Mapping[str, str]
    entities: Mapping[str, str]
    first_day: date | None
    last_day: date | None


def draw_filters(database: Database) -> Selection:
    """Draw the filters; what is selected."""
    _keep_in_address()
    known = choices(database, st.query_params.get_all("who"), st.session_state.get("who") or [])
    with st.sidebar:
        return Selection(
            themes=_many("Theme", "theme", known.themes),
            statuses=_many("What became of it", "status", words.STATUS),
            entities=_many("Person, organisation or place", "who", known.entities),
            publishers=_many("Publisher", "publisher", known.publishers) if len(known.publishers) > 1 else (),
            **_period(known),
            words=st.text_input(
                "Words in the sentence", key="words", bind="query-params", type="search", max_chars=200
            ),
        )


def _keep_in_address() -> None:
    """Say chosen values again that the address lacks. A browser that leaves a page before it has drawn a filter drops
    that filter from the address (Streamlit 1.67); a value that is set puts it back."""
    for key in KEYS:
        if key not in st.query_params and (value := st.session_state.get(key)):
            st.session_state[key] = value


def choices(database: Database, in_address: Sequence[str], chosen: Sequence[str]) -> Choices:
    """The choices, with the chosen people and places even when they are not among the most named."""
    common = _common(database.snapshot.name, database)
    entities = dict(common.entities)
    by_label = set(entities.values())
    for entity_id in chosen:
        if entity_id not in entities:
            entities |= _labels(values.entity_named(database, entity_id))
    for label in in_address:
        if label not in by_label:
            entities |= _labels(values.entities_called(database, label.rsplit(" (", 1)[0]))
    return Choices(common.themes, common.publishers, entities, common.first_day, common.last_day)


@st.cache_resource(max_entries=3, show_spinner=False)
def _common(snapshot: str, _database: Database) -> Choices:
    """The choices of the snapshot of this name; Streamlit does not look at an argument that begins with `_`."""
    bounds = values.day_bounds(_database)
    first, last = bounds["first_day"].iloc[0], bounds["last_day"].iloc[0]
    publishers = values.publisher_values(_database)["publisher"]
    return Choices(
        themes={name: words.theme(name) for name in [*values.theme_values(_database)["theme"], NONE]},
        publishers={name: words.publisher(name) for name in publishers},
        entities=_labels(values.entity_values(_database)),
        first_day=None if pd.isna(first) else first.date(),
        last_day=None if pd.isna(last) else last.date(),
    )


def _labels(entities: pd.DataFrame) -> dict[str, str]:
    """A label for each entity: its name, with its kind where another has the same name."""
    labels: dict[str, str] = {}
    for row in records(entities):
        kind = "" if row["is_alone"] else f" ({words.kind_of(row['label']).lower()})"
        labels[row["entity_id"]] = row["name"] + kind
    return labels


def _many(title: str, key: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    chosen = st.multiselect(
        title,
        list(labels),
        format_func=lambda value: labels.get(value, value),
        key=key,
        bind="query-params",
        placeholder="All",
    )
    return tuple(value for value in chosen if value in labels)


def _period(known: Choices) -> dict[str, date | None]:
    """The first and the last day; one day alone means from that day on."""
    if known.first_day is None or known.last_day is None:
        return {}
    chosen = st.date_input(
        "When it happened",
        value=[],
        min_value=min(known.first_day, CALENDAR[0]),
        max_value=max(known.last_day, CALENDAR[1]),
        key="period",
        bind="query-params",
        format="DD/MM/YYYY",
    )
    days = tuple(chosen) if isinstance(chosen, tuple | list) else (chosen,)
    return {"first_day": days[0] if days else None, "last_day": days[1] if len(days) > 1 else None}


def active(selection: Selection, database: Database) -> dict[str, tuple[str, str]]:
    """The active filters: a label for each, and the key and value to take away."""
    known = choices(database, [], selection.entities)
    found: dict[str, tuple[str, str]] = {}
    parts: tuple[tuple[str, Sequence[str], Mapping[str, str]], ...] = (
        ("theme", selection.themes, known.themes),
        ("status", selection.statuses, words.STATUS),
        ("who", selection.entities, known.entities),
        ("publisher", selection.publishers, known.publishers),
    )
    for key, chosen, labels in parts:
        for value in chosen:
            found[shortened(f"{CHIP[key]}{labels.get(value, value)}", LONGEST)] = (key, value)
    if selection.first_day:
        until = f" to {words.day(selection.last_day)}" if selection.last_day else " or later"
        found[f"{words.day(selection.first_day)}{until}"] = ("period", "")
    if selection.words.strip():
        found[shortened(f"Words: {selection.words.strip()}", LONGEST)] = ("words", "")
    return found


CHIP = {"theme": "", "status": "", "who": "", "publisher": "Publisher: "}


def take_away(key: str, value: str) -> None:
    """Remove one value of a filter; for callbacks."""
    if key == "words":
        st.session_state["words"] = ""
    elif key == "period":
        st.session_state["period"] = ()
    else:
        st.session_state[key] = [kept for kept in st.session_state.get(key, []) if kept != value]


def take_all_away() -> None:
    """Remove every filter; for callbacks."""
    for key in ("theme", "status", "who", "publisher"):
        st.session_state[key] = []
    take_away("words", "")
    take_away("period", "")


def only(key: str, value: str) -> None:
    """Filter by one value; for callbacks."""
    st.session_state[key] = [value]
