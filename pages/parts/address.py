"""The query of the URL: filters, settings and what is open live in it, so a link carries all of them.

A script run reads it once, at its start; callbacks write it, and each write is an entry of the browser's history, so
Back and Forward undo and redo a filter. Callbacks change the copy in the session, not what the browser sent: of two
quick clicks the second is sent before the browser has the URL of the first, and both are kept.

Streamlit's own `bind="query-params"` does not do: see the reason beside `held`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, TypedDict

import streamlit as st

from display.filters.query import Query as Query
from pages.parts.base_url import ASKED_PAGE
from pages.parts.keys import is_of_others, meant

STATE = "_address"
LEFT_OUT = "_left_out_of_address"  # what the URL of this run asks for and no widget has
LONGEST_SAID = 100  # characters of an unknown key and of its value that are said
LONGEST_NUMBER = 10  # digits; no list is that long
PAGE = "page"  # the keys of the pages of lists begin so: `page`, `page-new`


class Held(TypedDict):
    """Arguments that bind a widget to a key of the URL."""

    key: str
    on_change: Callable[..., None]
    args: tuple[Any, ...]


class HeldPage(Held):
    """The same for `st.pagination`."""

    default: int


def start() -> None:
    """Read the query of the URL into the session.

    A link to the page on which it stands changes the query of the run, but not the URL in the browser (Streamlit 1.67):
    it is set there as well, which does nothing where it is the same.
    """
    now: Query = {}
    st.session_state[LEFT_OUT] = []
    for key in st.query_params:
        said = st.query_params.get_all(key)
        if known := meant(key):
            now[known] = [*now.get(known, []), *said]
        elif not is_of_others(key):
            leave_out("page" if key == ASKED_PAGE else key[:LONGEST_SAID], said[-1][:LONGEST_SAID])
    if st.session_state.get(STATE, now) != now:
        st.query_params.from_dict(now)
    st.session_state[STATE] = now


def leave_out(what: str, said: str) -> None:
    """Note that the URL asks for something that is not there, to be said at the head of the page."""
    noted = st.session_state.setdefault(LEFT_OUT, [])
    if (what, said) not in noted:
        noted.append((what, said))


def left_out() -> list[tuple[str, str]]:
    """What was noted in this run: what it is, and what the URL says."""
    return list(st.session_state.get(LEFT_OUT, ()))


def choice(key: str, options: Iterable[str], default: str) -> str:
    """The option that the URL names, in letters of any case; `default` where it names none, which is noted."""
    said = value(key)
    return _option(key, said, {option: option for option in options}, default) if said else default


def _option(key: str, said: str, known: Mapping[str, Any], default: Any) -> Any:
    if said in known:
        return known[said]
    small = {text.lower(): option for text, option in known.items()}
    if said.lower() not in small:
        leave_out(key, said)
    return small.get(said.lower(), default)


def query() -> Query:
    """The query of the URL, as the session has it."""
    found: Query = st.session_state.get(STATE, {})
    return found


def values(key: str) -> list[str]:
    """All values of a key."""
    return query().get(key, [])


def value(key: str, default: str = "") -> str:
    """The last value of a key."""
    found = values(key)
    return found[-1] if found else default


def write(changes: Mapping[str, Sequence[str]]) -> None:
    """Change the query of the URL; a key without values is removed. For callbacks."""
    changed = {key: list(kept) for key, kept in (query() | dict(changes)).items() if list(kept)}
    st.session_state[STATE] = changed
    st.query_params.from_dict(changed)


def held(key: str, options: Iterable[object] = (), default: object = None, text: Callable[[Any], str] = str) -> Held:
    """Binds a widget with one value to a key of the URL; `text` gives the words of an option. The default stays out.

    `st.selectbox("Sorted by", options, **held("sort", options, options[0]))`
    """
    # Streamlit's `bind="query-params"` (1.67) takes no longer (ten select boxes: script 4.8 ms against 2.8 here, click
    # to new text 174 ms against 240), but it replaces the entry of the browser's history (`history.length` + 0 against
    # + 1), so Back would leave the page where it should undo a choice; and `st.switch_page` raises beside it.
    known = {text(option): option for option in options}
    said = value(key)
    st.session_state[key] = _option(key, said, known, default) if said else default
    return {"key": key, "on_change": _keep, "args": (key, default, text)}


def first_pages() -> Query:
    """The changes that put every list on its first page, for `write` beside a change of the filters."""
    return {key: [] for key in query() if key.partition("-")[0] == PAGE}


def digest(*what: object) -> str:
    """A short hash that identifies a list, for the `of` of `number` and `held_page`."""
    return blake2b(repr(what).encode(), digest_size=3).hexdigest()


def number(key: str, most: int, first: int = 1, of: str = "") -> int:
    """The number of a key, from 1; beyond the end it is the last, 0 where there is none, `first` where nothing is said.

    `of` identifies the list: a number that was kept for another list is ignored.
    """
    said, _, what = value(key).partition("-")
    wanted = first
    if said.isdecimal() and what in ("", of):
        wanted = int(said) if len(said) < LONGEST_NUMBER else most
    elif said and not said.isdecimal():
        leave_out(key, said)
    return min(max(wanted, 1), most)


def held_page(key: str, n_pages: int, first: int = 1, of: str = "") -> HeldPage:
    """Binds `st.pagination` to a key of the URL; `first` is the page that a URL without the key opens, `of`
    identifies the list: when it changes, its pages begin at the first again.

    Its state is set only where it differs: Streamlit warns of a state beside a default, which pagination always has.
    """
    wanted = number(key, n_pages, first, of)
    if st.session_state.get(key, wanted) != wanted:
        st.session_state[key] = wanted
    return {"default": wanted, "key": key, "on_change": _keep, "args": (key, first, partial(_page_of, of))}


def _page_of(of: str, page: int) -> str:
    return f"{page}-{of}" if of else str(page)


def held_many(key: str, options: Iterable[object], default: Sequence[object] = ()) -> Held:
    """Binds a widget with several values to a key of the URL; `-` alone stands for none where there is a default."""
    known = {str(option): option for option in options}
    said = values(key)
    for one in said:
        if one not in known and one != "-":
            leave_out(key, one)
    st.session_state[key] = [known[one] for one in said if one in known] if said else list(default)
    return {"key": key, "on_change": _keep_many, "args": (key, list(default))}


def held_text(key: str) -> Held:
    """Binds a text input to a key of the URL."""
    st.session_state[key] = value(key)
    return {"key": key, "on_change": _keep, "args": (key, "", str)}


def _keep(key: str, default: object, text: Callable[[Any], str]) -> None:
    chosen = st.session_state[key]
    write({key: [] if chosen is None or chosen == default else [text(chosen)]})


def _keep_many(key: str, default: list[object]) -> None:
    chosen = list(st.session_state[key])
    write({key: [] if chosen == default else [str(one) for one in chosen] or ["-"]})
