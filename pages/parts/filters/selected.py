"""The filters in the URL: `theme=Mining` lets only mining through, `not-theme=Mining` hides it. `details=1` counts and
shows every fact, not claims alone.

The URL has the words of the screen, so that a link survives a rebuild. What no longer exists is left out, and the page
says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from analysis.fields.cut import Cut, Cuts
from analysis.queries.engine.conditions import FACT_TESTS
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.searching.combined import both, either
from pages.parts import address
from pages.parts.fields import ENTRIES
from pages.parts.fields.entry import Entry

NOT = "not-"
WORDS = "words"
ON = "1"
DETAILS = "details"  # `details=1` shows every fact, not claims alone
HIDE = "hide"  # hides what several conditions let through together; its value is a query string, URL-encoded once more
NAMED = {name: entry for name, entry in ENTRIES.items() if name in FACT_TESTS}  # the fields of filters
KEY = {name: entry.in_address for name, entry in NAMED.items()}
FORMER = {"found": "words"}  # what older links call a field
FILTERS = (*KEY.values(), *(NOT + field for field in NAMED), HIDE, *FORMER, *(NOT + field for field in FORMER))
KEYS = (*FILTERS, DETAILS)


class Read(NamedTuple):
    """The selection of a URL, and the words of those filters that the snapshot does not have."""

    selection: Selection
    dropped: Sequence[str]


def read(database: Database, query: address.Query | None = None) -> Read:
    """The selection of the URL, or of another query."""
    query = _renewed(address.query() if query is None else query)
    dropped: list[str] = []
    only = _cuts(database, [(field, said) for field in NAMED for said in query.get(KEY[field], [])], dropped)
    alone = [(field, said) for field in NAMED for said in query.get(NOT + field, [])]
    hide = [_cuts(database, [one], dropped) for one in alone]
    for group in query.get(HIDE, []):
        said = parse_qsl(group)
        cuts = _cuts(database, said, dropped)
        if len(cuts) == len(said):
            hide.append(cuts)
    return Read(Selection(only, tuple(cuts for cuts in hide if cuts), query.get(DETAILS) == [ON]), dropped)


def _renewed(query: address.Query) -> address.Query:
    """The query with the keys of older links renamed. Of two fields that are one now both conditions must hold."""
    found = dict(query)
    for former, field in FORMER.items():
        old = found.pop(former, [])
        found[field] = [both(found.get(field, []), either(old))] if old else found.get(field, [])
        found[NOT + field] = [*found.get(NOT + field, []), *found.pop(NOT + former, [])]
    return found


def query_of(database: Database, selection: Selection) -> address.Query:
    """The query of this selection, with an empty list for each key that it does not set."""
    found: address.Query = {key: [] for key in KEYS} | {DETAILS: [ON] if selection.details else []}
    for cut in selection.only:
        found[KEY[cut.field]].append(_said(database, cut))
    for cuts in selection.hide:
        if len(cuts) == 1:
            found[NOT + cuts[0].field].append(_said(database, cuts[0]))
        else:
            found[HIDE].append(urlencode([(cut.field, _said(database, cut)) for cut in cuts]))
    return found


def filters_of_address() -> address.Query:
    """The part of the query that selects; links to other pages carry it."""
    return {key: kept for key, kept in address.query().items() if key in KEYS}


def set_to(database: Database, selection: Selection, settings: address.Query | None = None) -> None:
    """Write this selection and these settings of a page into the URL, lists on their first page; for callbacks."""
    address.write(address.first_pages() | (settings or {}) | query_of(database, selection))


def only(database: Database, cuts: Cuts) -> None:
    """Let only this through; for callbacks. Words are looked for beside those that are looked for already."""
    now = read(database).selection
    set_to(database, now.narrowed(tuple(beside(now, cut) for cut in cuts)))


def beside(now: Selection, cut: Cut) -> Cut:
    """The cut; words as the query that finds them where those of the selection are."""
    return Cut(WORDS, both(now.values(WORDS), cut.value)) if cut.field == WORDS else cut


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


def _said(database: Database, cut: Cut) -> str:
    entry = NAMED[cut.field]
    return cut.value if entry.is_plain else entry.show(database, cut.value)


def _cuts(database: Database, said: Iterable[tuple[str, str]], dropped: list[str]) -> Cuts:
    """The conditions of these words by field; those that the snapshot does not have are noted in `dropped`."""
    found = []
    for name, words in said:
        field = FORMER.get(name, name)
        entry = NAMED.get(field)
        value = _value(database, entry, words) if entry else None
        if value is None:
            dropped.append(_dropped(entry, words) if entry else words)
        else:
            found.append(Cut(field, value))
    return tuple(found)


def _value(database: Database, entry: Entry, words: str) -> str | None:
    """The value that words stand for: as they are, else with the letters that values have, `mining` as Mining."""
    small = words.strip().lower()
    forms = dict.fromkeys((words, words.strip(), small.capitalize(), small.title(), small, small.upper()))
    found = (entry.find(database, form) for form in forms)
    return next((value for value in found if value is not None), None)


def _dropped(entry: Entry, words: str) -> str:
    """What the snapshot does not have, or cannot be read and why."""
    fault = entry.fault(words)
    return f"{entry.title}: {words}" + (f" – {fault}" if fault else "")
