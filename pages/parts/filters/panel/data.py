"""What the filters show: each open section with its values, how many facts each would leave, and what is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.fields.cut import NONE, UNNAMED
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import SINGLE, facet_values, single_values
from pages.parts.filters.naming import NAMINGS, REPORT_ITSELF, UNNAMED_SOURCE
from pages.parts.palette import theme_number

TITLES = {
    "theme": "Theme",
    "status": "Status",
    "plan": "Kind of plan",
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "country": "Countries",
    "event_class": "Kind of event",
    "certainty": "How sure the text is",
    "said_by": "Said by",
    "publisher": "Publisher",
}
OPEN_AT_FIRST = ("period", "theme", "status")
SHOWN, MORE, MOST = 8, 40, 400  # values of a list at first, what "show more" adds, and the end of it
SHORT = (*SINGLE, "country")  # fields whose names are words of Dossier: they are all fetched, and searched here
LONGEST_SEARCH = 80

Json = dict[str, Any]


@dataclass(frozen=True)
class Opened:
    """What a reader has open: the sections, the letters looked for and the length of the list in each."""

    sections: tuple[str, ...] = OPEN_AT_FIRST
    search: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, int] = field(default_factory=dict)
    is_near: bool = False  # whether the bars of the period are those of the chosen days alone

    @classmethod
    def of(cls, said: object) -> Opened:
        """What the browser says is open; what makes no sense is left out."""
        if not isinstance(said, Mapping):
            return cls()
        sections, search, shown = (said.get(name) for name in ("open", "search", "shown"))
        return cls(
            tuple(str(one) for one in sections) if isinstance(sections, list) else OPEN_AT_FIRST,
            {key: str(text)[:LONGEST_SEARCH] for key, text in _pairs(search)},
            {key: min(number, MOST) for key, number in _pairs(shown) if isinstance(number, int) and number > 0},
            said.get("near") is True,
        )


def sections(database: Database, selection: Selection, opened: Opened, themes: Sequence[str]) -> list[Json]:
    """Every section; the values of those that are open."""
    return [_section(database, selection, name, opened, themes) for name in TITLES]


def _section(database: Database, selection: Selection, name: str, opened: Opened, themes: Sequence[str]) -> Json:
    only, hidden = selection.values(name), selection.hidden(name)
    section: Json = {"field": name, "title": TITLES[name], "only": len(only), "hidden": len(hidden)}
    if name not in opened.sections:
        return section
    search = opened.search.get(name, "").strip()
    most = opened.shown.get(name, SHOWN)
    found, n_values = _found(database, selection, name, search, most)
    values = [_value(name, one, only, hidden, themes) for one in found]
    return section | {"values": values, "n_values": n_values, "search": search, "step": MORE}


@dataclass(frozen=True)
class _Value:
    value: str
    label: str
    n_facts: int


def _found(database: Database, selection: Selection, name: str, search: str, most: int) -> tuple[list[_Value], int]:
    """The values to show, those that are set first, and how many there are in all."""
    only, hidden = selection.values(name), selection.hidden(name)
    chosen = {*only, *hidden}
    most = max(most, len(chosen))
    if name in SHORT:
        every = _values(database, name, _short(database, selection, name))
        fitting = [one for one in every if search.lower() in one.label.lower() or one.value in chosen]
        n_values = len(fitting)
    else:
        rows = _long(database, selection.without(name), name, most, search, tuple(sorted(chosen)))
        fitting = _values(database, name, rows)
        n_values = int(rows[0]["n_values"]) if rows else 0
    absent = sorted(chosen - {one.value for one in fitting})
    fitting += [_Value(value, NAMINGS[name].show(database, value), 0) for value in absent]
    fitting.sort(key=lambda one: 0 if one.value in only else 1 if one.value in hidden else 2)
    return fitting[:most], n_values + len(absent)


def _values(database: Database, name: str, found: Sequence[Row]) -> list[_Value]:
    return [_Value(row["value"], _label(database, name, row), int(row["n_facts"])) for row in found]


def _short(database: Database, selection: Selection, name: str) -> list[Row]:
    """Every value of a short list; the lists that have no filter of their own are found with one look at the facts."""
    if name not in SINGLE or selection.without(name) != selection:
        return _long(database, selection.without(name), name, MOST)
    fields = [field for field in SINGLE if selection.without(field) == selection]
    together = records(single_values(database, selection, fields))
    return [row | {"name": row["value"], "is_alone": True} for row in together if row["field"] == name]


def _long(
    database: Database, selection: Selection, name: str, most: int, search: str = "", chosen: tuple[str, ...] = ()
) -> list[Row]:
    always = [
        *chosen,
        *(value for value, label in SAID.items() if name == "said_by" and search.lower() in label.lower()),
    ]
    return records(facet_values(database, selection, name, most, search, always if search or chosen else ()))


SAID = {NONE: REPORT_ITSELF, UNNAMED: UNNAMED_SOURCE}


def _label(database: Database, name: str, row: Row) -> str:
    """The words of a value; a name of which there is only one needs no further look."""
    is_name = name not in SHORT and name != "publisher" and row["value"] not in SAID
    return str(row["name"]) if is_name and row["is_alone"] else NAMINGS[name].show(database, row["value"])


def _value(name: str, one: _Value, only: Sequence[str], hidden: Sequence[str], themes: Sequence[str]) -> Json:
    state = "only" if one.value in only else "hidden" if one.value in hidden else ""
    shown: Json = {"value": one.value, "label": one.label, "n": one.n_facts, "state": state}
    if name == "theme":
        number = theme_number(one.value, themes)
        shown["colour"] = -1 if number is None else number
    return shown | ({"look": one.value} if name == "status" else {})


def _pairs(said: object) -> list[tuple[str, Any]]:
    return [(str(key), value) for key, value in said.items()] if isinstance(said, Mapping) else []
