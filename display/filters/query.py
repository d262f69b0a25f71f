"""The filters in the URL: `theme=Mining` lets only mining through, `not-theme=Mining` hides it. `details=1` counts and
shows every fact, not claims alone.

The URL has the words of the screen, so that a link survives a rebuild. What no longer exists is left out, and the page
says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from analysis.fields.cut import Cut, Cuts
from analysis.queries.engine.conditions import FACT_TESTS
from analysis.queries.engine.database import Database
from analysis.queries.engine.selection import Selection
from analysis.queries.searching.combined import both, either
from display.fields import ENTRIES
from display.fields.entry import Entry

Query = dict[str, list[str]]

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
FORMER_KEYS = {
    "new": "page-new",
    "disputed": "page-disputed",
    "names-page": "page-names",
}  # what older links call a key


class Read(NamedTuple):
    """The selection of a URL, and the words of those filters that the snapshot does not have."""

    selection: Selection
    dropped: Sequence[str]


def read(database: Database, query: Query) -> Read:
    """The selection of a query."""
    query = _renewed(query)
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


def _renewed(query: Query) -> Query:
    """The query with the keys of older links renamed. Of two fields that are one now both conditions must hold."""
    found = dict(query)
    for former, field in FORMER.items():
        old = found.pop(former, [])
        found[field] = [both(found.get(field, []), either(old))] if old else found.get(field, [])
        found[NOT + field] = [*found.get(NOT + field, []), *found.pop(NOT + former, [])]
    return found


def query_of(database: Database, selection: Selection) -> Query:
    """The query of this selection, with an empty list for each key that it does not set."""
    found: Query = {key: [] for key in KEYS} | {DETAILS: [ON] if selection.details else []}
    for cut in selection.only:
        found[KEY[cut.field]].append(_said(database, cut))
    for cuts in selection.hide:
        if len(cuts) == 1:
            found[NOT + cuts[0].field].append(_said(database, cuts[0]))
        else:
            found[HIDE].append(urlencode([(cut.field, _said(database, cut)) for cut in cuts]))
    return found


def beside(now: Selection, cut: Cut) -> Cut:
    """The cut; words as the query that finds them where those of the selection are."""
    return Cut(WORDS, both(now.values(WORDS), cut.value)) if cut.field == WORDS else cut


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


def known_key(key: str) -> str:
    """The key as it is called today: typed by hand it may have large letters."""
    small = key.lower()
    return FORMER_KEYS.get(small, small)
