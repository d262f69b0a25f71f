"""What a click in the filters does to the selection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from analysis.queries.selection import Cut, Selection, days_of, search_words

WORDS, PERIOD = "words", "period"
LONGEST = 300  # characters of a value that a browser may send
TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')

Action = Mapping[str, object]


def applied(selection: Selection, action: Action, fields: Iterable[str]) -> Selection:
    """The selection after an action of the browser; as it was where the action means nothing.

    An action says what to `do` with which `field` and `value`: `only` and `hide` switch a value on or off, `clear`
    takes every filter of the field away, `clear all` those of every field, `words` sets the words to look for and
    those to leave out.
    """
    do, field, value = (str(action.get(name, ""))[:LONGEST] for name in ("do", "field", "value"))
    is_on = action.get("on") is True
    if do == "clear all":
        return Selection()
    if do == "words":
        return _with_words(selection, value, str(action.get("without", ""))[:LONGEST])
    if field not in fields or (field == PERIOD and value and not _is_period(value)):
        return selection
    if do == "clear":
        return selection.without(field)
    cut = Cut(field, value)
    if do == "only":
        return _only(selection, cut, is_on)
    return _hide(selection, cut, is_on) if do == "hide" else selection


def _only(selection: Selection, cut: Cut, is_on: bool) -> Selection:
    hide = tuple(cuts for cuts in selection.hide if cuts != (cut,))
    # There is one period to look at; of other fields several values can be let through.
    only = tuple(one for one in selection.only if one != cut and (one.field != PERIOD or cut.field != PERIOD))
    return Selection((*only, cut), hide) if is_on else Selection(only, selection.hide)


def _hide(selection: Selection, cut: Cut, is_on: bool) -> Selection:
    if is_on:
        return selection.hiding((cut,))
    return Selection(selection.only, tuple(cuts for cuts in selection.hide if cuts != (cut,)))


def _with_words(selection: Selection, wanted: str, unwanted: str) -> Selection:
    plain, hidden = read_words(wanted)
    for words in read_words(unwanted):
        hidden += words
    kept = selection.without(WORDS)
    only = (Cut(WORDS, " ".join(plain)),) if plain else ()
    return Selection((*kept.only, *only), (*kept.hide, *((Cut(WORDS, word),) for word in hidden)))


def read_words(typed: str) -> tuple[list[str], list[str]]:
    """The words and phrases that were typed, and those with a minus before them.

    >>> read_words('road -mine -"copper mine"')
    (['road'], ['mine', 'copper mine'])
    """
    plain: list[str] = []
    hidden: list[str] = []
    for minus, phrase, word in TOKEN.findall(typed):
        said = " ".join((phrase or word).split())
        if search_words(said):
            (hidden if minus else plain).append(said)
    return plain, hidden


def written(words: Iterable[str]) -> str:
    """Words and phrases as they are typed.

    >>> written(["road", "copper mine"])
    'road "copper mine"'
    """
    return " ".join(f'"{one}"' if " " in one else one for one in words)


def _is_period(value: str) -> bool:
    try:
        first, last = days_of(value)
    except ValueError:
        return False
    return first is None or last is None or first <= last


def words_of(selection: Selection) -> tuple[str, str]:
    """What stands in the fields for the words to look for and those to leave out.

    >>> words_of(Selection.of(words="road mine").hiding((Cut("words", "copper pit"),)))
    ('road mine', '"copper pit"')
    """
    return next(iter(selection.values(WORDS)), ""), written(selection.hidden(WORDS))
