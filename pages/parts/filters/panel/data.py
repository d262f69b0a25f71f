"""What the filters show: each open section with its values, how many facts each would leave, and what is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.fields import FIELDS
from analysis.queries.engine.database import Database, Row, records
from analysis.queries.engine.selection import Selection
from analysis.queries.facets import SINGLE, facet_values, single_values
from display.fields import ENTRIES
from display.palette import theme_number

# The sections by field, in their order.
SECTIONS = {
    entry.field: entry.section
    for entry in sorted(ENTRIES.values(), key=lambda one: one.section.rank if one.section else 0)
    if entry.section
}
OPEN_AT_FIRST = ("period", *(name for name, section in SECTIONS.items() if section.is_open))
SHOWN, MORE, MOST = 8, 40, 400  # values of a list at first, what "show more" adds, and the end of it
# Fields whose values have words of Dossier: all are fetched, and searched here.
SHORT = tuple(name for name, field in FIELDS.items() if field.facet and field.facet.is_short)
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
        """What the browser sent, validated; values of another type are left out."""
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
    return [_section(database, selection, name, opened, themes) for name in SECTIONS]


def _section(database: Database, selection: Selection, name: str, opened: Opened, themes: Sequence[str]) -> Json:
    only, hidden = selection.values(name), selection.hidden(name)
    section: Json = {
        "field": name,
        "title": SECTIONS[name].title,
        "icon": ENTRIES[name].icon,
        "only": len(only),
        "hidden": len(hidden),
    }
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
    fitting += [_Value(value, ENTRIES[name].show(database, value), 0) for value in absent]
    fitting.sort(key=lambda one: 0 if one.value in only else 1 if one.value in hidden else 2)
    return fitting[:most], n_values + len(absent)


def _values(database: Database, name: str, found: Sequence[Row]) -> list[_Value]:
    return [_Value(row["value"], _label(database, name, row), int(row["n_facts"])) for row in found]


def _short(database: Database, selection: Selection, name: str) -> list[Row]:
    """Every value of a short list; one query counts all short fields that have no filter of their own."""
    if name not in SINGLE or selection.without(name) != selection:
        return _long(database, selection.without(name), name, MOST)
    fields = [field for field in SINGLE if selection.without(field) == selection]
    together = records(single_values(database, selection, fields))
    return [row | {"name": row["value"], "is_alone": True} for row in together if row["field"] == name]


def _long(
    database: Database, selection: Selection, name: str, most: int, search: str = "", chosen: tuple[str, ...] = ()
) -> list[Row]:
    offered = SECTIONS[name].always
    always = [*chosen, *(value for value, label in offered.items() if search.lower() in label.lower())]
    return records(facet_values(database, selection, name, most, search, always if search or chosen else ()))


def _label(database: Database, name: str, row: Row) -> str:
    """The words of a value; a name that only one entity has needs no query."""
    facet = FIELDS[name].facet
    is_name = facet is not None and facet.is_entity and row["value"] not in SECTIONS[name].always
    return str(row["name"]) if is_name and row["is_alone"] else ENTRIES[name].show(database, row["value"])


def _value(name: str, one: _Value, only: Sequence[str], hidden: Sequence[str], themes: Sequence[str]) -> Json:
    state = "only" if one.value in only else "hidden" if one.value in hidden else ""
    shown: Json = {"value": one.value, "label": one.label, "n": one.n_facts, "state": state}
    mark = SECTIONS[name].mark
    if mark == "colour":
        number = theme_number(one.value, themes)
        shown["colour"] = -1 if number is None else number
    return shown | ({"look": one.value} if mark == "look" else {})


def _pairs(said: object) -> list[tuple[str, Any]]:
    return [(str(key), value) for key, value in said.items()] if isinstance(said, Mapping) else []
