"""What a click in the filters does to the selection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.fields.cut import Cut
from analysis.fields.days import days_of
from analysis.queries.engine.selection import Selection
from analysis.queries.searching.combined import Part, bracketed, either, parts_of
from analysis.queries.searching.lexer import QueryFault
from analysis.queries.searching.parse import LONGEST as LONGEST_QUERY
from analysis.queries.searching.parse import parse

WORDS, WITHOUT = "words", "without"
PERIODS = ("period", "reported")  # when it happened, and when it was published
LONGEST = 300  # characters of a value that a browser may send
NO_WORD = "Write a word to look for."

Action = Mapping[str, object]


def applied(selection: Selection, action: Action, fields: Iterable[str]) -> Selection:
    """The selection after an action of the browser; unchanged for an action that is not valid.

    An action says what to `do` with which `field` and `value`: `only` and `hide` switch a value on or off, `clear`
    takes every filter of the field away, `clear all` those of every field, `words` sets the words to look for and
    those to leave out; what cannot be read changes nothing. `details` shows the details as well, or no more.
    """
    do, field, value = (str(action.get(name, ""))[:LONGEST] for name in ("do", "field", "value"))
    is_on = action.get("on") is True
    if do == "clear all":
        return selection.without_filters()
    if do == "details":
        return replace(selection, details=is_on)
    if do == "words":
        return _with_words(selection, *typed_words(action))
    if field not in fields or (field in PERIODS and value and not _is_period(value)):
        return selection
    if do == "clear":
        return selection.without(field)
    cut = Cut(field, value)
    if do == "only":
        return _only(selection, cut, is_on)
    return _hide(selection, cut, is_on) if do == "hide" else selection


def typed_words(action: Action) -> tuple[str, str]:
    """What was typed: the words to look for, and those to leave out."""
    wanted, unwanted = (str(action.get(name, "")).strip()[: LONGEST_QUERY + 1] for name in ("value", WITHOUT))
    return wanted, unwanted


def _only(selection: Selection, cut: Cut, is_on: bool) -> Selection:
    hide = tuple(cuts for cuts in selection.hide if cuts != (cut,))
    # There is one period of a field to look at; of other fields several values can be let through.
    only = tuple(one for one in selection.only if one != cut and (one.field not in PERIODS or one.field != cut.field))
    return replace(selection, only=(*only, cut), hide=hide) if is_on else replace(selection, only=only)


def _hide(selection: Selection, cut: Cut, is_on: bool) -> Selection:
    if is_on:
        return selection.hiding((cut,))
    return replace(selection, hide=tuple(cuts for cuts in selection.hide if cuts != (cut,)))


def _with_words(selection: Selection, wanted: str, unwanted: str) -> Selection:
    try:
        only, hidden = read_words(wanted, unwanted)
    except Unreadable:
        return selection
    kept = selection.without(WORDS)
    return replace(
        kept,
        only=(*kept.only, *(Cut(WORDS, query) for query in only)),
        hide=(*kept.hide, *((Cut(WORDS, query),) for query in hidden)),
    )


class Unreadable(ValueError):
    """Words of the panel that cannot be read: in which field (`words`, `without`), and why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


def read_words(wanted: str, unwanted: str) -> tuple[list[str], list[str]]:
    """The query whose sentences are let through, if there is one, and those whose sentences are hidden, one by one.

    Words with a minus alone can stand in the first field as well. Raises Unreadable.

    >>> read_words("road -mine", 'pit "old road"')
    (['road -mine'], ['pit', '"old road"'])
    >>> read_words("-mine", "")
    ([], ['mine'])
    """
    first, unwanted_parts = _parts(WORDS, wanted), _parts(WITHOUT, unwanted)
    is_left_out = all(part.is_left_out for part in first)
    only = [] if is_left_out else _readable(WORDS, wanted, [Part(wanted, 0)])
    hidden = _readable(WORDS, wanted, first) if is_left_out else []
    hidden += _readable(WITHOUT, unwanted, unwanted_parts)
    return only, list(dict.fromkeys(hidden))


def _parts(field: str, typed: str) -> list[Part]:
    if len(typed) > LONGEST_QUERY:
        raise Unreadable(field, f"At most {LONGEST_QUERY:,} characters can be looked for.")
    try:
        found = parts_of(typed)
    except QueryFault as fault:
        raise Unreadable(field, fault.said_of(typed)) from fault
    if typed.strip() and not found:
        raise Unreadable(field, NO_WORD)
    return found


def _readable(field: str, typed: str, parts: list[Part]) -> list[str]:
    """The queries of these parts of what was typed, when all can be read."""
    for part in parts:
        try:
            parse(part.query)
        except QueryFault as fault:
            there = QueryFault(fault.message, fault.start + part.start, fault.end + part.start)
            raise Unreadable(field, there.said_of(typed)) from fault
    return [" ".join(part.query.split()) for part in parts]


def _is_period(value: str) -> bool:
    try:
        first, last = days_of(value)
    except ValueError:
        return False
    return first is None or last is None or first <= last


def words_of(selection: Selection) -> tuple[str, str]:
    """What stands in the fields for the words to look for and those to leave out.

    >>> words_of(Selection.of(words="road mine").hiding((Cut("words", "copper pit"),)))
    ('road mine', '(copper pit)')
    """
    return either(selection.values(WORDS)), " ".join(map(bracketed, selection.hidden(WORDS)))
