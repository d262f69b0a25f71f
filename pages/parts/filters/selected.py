"""The filters of the URL of this run, and callbacks that change them."""

from __future__ import annotations

from dataclasses import replace

from analysis.fields.cut import Cuts
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from display.filters import query as query_filters
from display.filters.query import DETAILS, FILTERS, KEYS, NOT, ON, WORDS, Query, Read, beside, query_of
from pages.parts import address

__all__ = [
    "DETAILS",
    "FILTERS",
    "KEYS",
    "NOT",
    "ON",
    "WORDS",
    "beside",
    "filters_of_address",
    "hide",
    "only",
    "query_of",
    "read",
    "set_to",
    "take_all_away",
    "take_away",
]


def read(database: Database, query: Query | None = None) -> Read:
    """The selection of the URL, or of another query."""
    return query_filters.read(database, address.query() if query is None else query)


def filters_of_address() -> Query:
    """The part of the query that selects; links to other pages carry it."""
    return {key: kept for key, kept in address.query().items() if key in KEYS}


def set_to(database: Database, selection: Selection, settings: Query | None = None) -> None:
    """Write this selection and these settings of a page into the URL, lists on their first page; for callbacks."""
    address.write(address.first_pages() | (settings or {}) | query_of(database, selection))


def only(database: Database, cuts: Cuts) -> None:
    """Let only this through; for callbacks. Words are looked for beside those that are looked for already."""
    now = read(database).selection
    set_to(database, now.narrowed(tuple(beside(now, cut) for cut in cuts)))


def hide(database: Database, cuts: Cuts) -> None:
    """Hide this; for callbacks."""
    set_to(database, read(database).selection.hiding(cuts))


def take_away(database: Database, cuts: Cuts, is_hidden: bool) -> None:
    """Take one filter away; for callbacks."""
    now = read(database).selection
    if is_hidden:
        set_to(database, replace(now, hide=tuple(one for one in now.hide if one != cuts)))
    else:
        set_to(database, replace(now, only=tuple(cut for cut in now.only if cut not in cuts)))


def take_all_away() -> None:
    """Take every filter away; for callbacks. Details stay in or out of sight."""
    address.write(address.first_pages() | {key: [] for key in FILTERS})
